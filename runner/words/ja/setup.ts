import type { setup as en } from '../en/setup.ts';

export const setup: typeof en = {};
