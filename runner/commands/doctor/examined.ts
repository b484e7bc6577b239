import type { Message } from '../../words/message.ts';

/** One thing that a lab needs, looked at. `warning`: a lab works all the same, or set-up makes it right by itself. */
export type Examined = {
  readonly id: string;
  readonly title: Message;
  readonly status: 'ok' | 'warning' | 'failed';
  readonly detail: Message;
};
