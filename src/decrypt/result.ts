import type { DecryptionReason, DecryptionResult } from '../types.ts';

type Values = Readonly<Record<string, string>>;

/** Said only on evidence: the token is broken, or no key that fits opens it. */
export function failed(reason: DecryptionReason, values: Values = {}): DecryptionResult {
  return { state: 'failed', reason, values, problems: [] };
}

/** Nothing is known about the token: it was not tried. */
export function notTried(reason: DecryptionReason, values: Values = {}): DecryptionResult {
  return { state: 'not-tried', reason, values, problems: [] };
}
