/**
A way to do a step that no lab declares, right or wrong. It stands beside the check that it tries; `seatrial test --attack` types it
on every step that uses the check.

It speaks of that check alone: whether the step's other checks pass does not matter.
*/
export type Adversary = {
  /** What is tried, in a few words. Unique beside its check. */
  readonly name: string;
  /** Typed into the machine's shell as a learner would; `${facts}` of earlier steps are filled in. */
  readonly run: string;
  /** `right`: the check passes. `wrong`: it stays pending, whatever else happens. */
  readonly outcome: 'right' | 'wrong';
  /** Occurs in the message that a wrong one earns, in English. */
  readonly says?: string;
  /** Typed afterwards, where it leaves what putting the machine back does not find. */
  readonly undo?: string;
  /** It cannot be undone: it is tried on a machine of its own. */
  readonly fresh?: true;
};
