export const world = {};
