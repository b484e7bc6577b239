export type LineQuestionOptions<Answer extends string> = {
  readonly answers: readonly Answer[];
  /** What Enter alone means. */
  readonly otherwise: Answer;
  /** What Ctrl-C means. */
  readonly interrupted: Answer;
};

/** A question answered by one line: one of a few words, or its first letters. */
export class LineQuestion<Answer extends string> {
  readonly #options: LineQuestionOptions<Answer>;
  #line = '';

  constructor(options: LineQuestionOptions<Answer>) {
    this.#options = options;
  }

  /** What is typed → what is to be echoed, and the answer once there is one. */
  read(text: string): { readonly echo: string; readonly answer?: Answer } {
    let echo = '';
    for (const each of text) {
      if (each === '\r' || each === '\n') {
        const answer = this.#answer();
        if (answer) return { echo: `${echo}\r\n`, answer };
        this.#line = '';
        echo += '\r\n? ';
      } else if (each === '\x03') {
        return { echo: '^C\r\n', answer: this.#options.interrupted };
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

  #answer(): Answer | undefined {
    const word = this.#line.trim().toLowerCase();
    const { answers, otherwise } = this.#options;
    return word === '' ? otherwise : answers.find((each) => each.startsWith(word));
  }
}
