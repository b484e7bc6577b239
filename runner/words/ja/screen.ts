import type { screen as en } from '../en/screen.ts';

export const screen: typeof en = {};
