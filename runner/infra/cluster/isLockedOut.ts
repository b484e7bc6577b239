import { Refused } from '../../world/kubernetes/call.ts';

/** Whether an API has said that it does not let one in, or not do this: 401 and 403 (RFC 9110). What else it refuses may pass. */
export const isLockedOut = (error: unknown): boolean =>
  error instanceof Refused && (error.status === 401 || error.status === 403);
