export type LeaveAnswer = 'keep' | 'remove' | 'stay';

export type LeaveQuestionOptions = {
  readonly canStay: boolean;
  /** What Enter alone means. */
  readonly otherwise: 'keep' | 'remove';
};

/** A question answered by one line: `keep`, `remove` or `stay`, or their first letters. */
export class LeaveQuestion {
  readonly #options: LeaveQuestionOptions;
  #line = '';

  constructor(options: LeaveQuestionOptions) {
    this.#options = options;
  }

  /** What is typed → what is to be echoed, and the answer once there is one. */
  read(text: string): { readonly echo: string; readonly answer?: LeaveAnswer } {
    let echo = '';
    for (const each of text) {
      if (each === '\r' || each === '\n') {
        const answer = this.#answer();
        if (answer) return { echo: `${echo}\r\n`, answer };
        this.#line = '';
        echo += '\r\n? ';
      } else if (each === '\x03') {
        return { echo: '^C\r\n', answer: this.#options.canStay ? 'stay' : 'keep' };
      } else if (each === '\x7f' || each === '\b') {
        if (this.#line) echo += '\b \b';
        this.#line = this.#line.slice(0, -1);
      } else if (each >= ' ' && each <= '~') {
        this.#line += each;
        echo += each;
      }
    }
    return { echo };
  }

  #answer(): LeaveAnswer | undefined {
    const word = this.#line.trim().toLowerCase();
    if (word === '') return this.#options.otherwise;
    const all: readonly LeaveAnswer[] = this.#options.canStay ? ['keep', 'remove', 'stay'] : ['keep', 'remove'];
    return all.find((each) => each.startsWith(word));
  }
}
