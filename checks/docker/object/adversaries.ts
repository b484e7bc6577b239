import type { Adversary } from '../../../runner/api.ts';
import type { ObjectParams } from './check.ts';

export const adversaries = (_: ObjectParams): readonly Adversary[] => [];
