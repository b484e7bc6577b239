import type { Adversary } from '../../runner/api.ts';
import type { ProcessParams } from './check.ts';

export const adversaries = (_: ProcessParams): readonly Adversary[] => [];
