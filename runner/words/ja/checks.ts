import type { checks as en } from '../en/checks.ts';

export const checks: typeof en = {};
