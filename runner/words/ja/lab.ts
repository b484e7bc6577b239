import type { lab as en } from '../en/lab.ts';

export const lab: typeof en = {};
