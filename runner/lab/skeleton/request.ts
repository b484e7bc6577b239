export type SkeletonRequest = {
  readonly id: string;
  readonly title: string;
  readonly titleJa: string;
  readonly minutes: number;
};

/** A text as YAML writes it on one line, whatever is in it. */
export const quoted = (text: string): string => JSON.stringify(text);
