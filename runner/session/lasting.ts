/** How long what was asked for must live before it may end by itself, in ms. */
export const lasting = 3_000;
