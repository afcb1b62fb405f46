import { LAST_DATE } from '../decode/check-claims.ts';
import { isRepeated, memberOf } from '../decode/members.ts';
import type { JsonNode, Light, TimeReason } from '../types.ts';

type TimeLight = Light<TimeReason>;

/**
 * `exp` and `nbf` against `now` (seconds since the epoch), without tolerance: RFC 7519 sections 4.1.4 and 4.1.5.
 * Says nothing about who wrote them.
 */
export function checkTime(payload: JsonNode | undefined, now: number): TimeLight {
  if (payload?.type !== 'object') return { state: 'not-checked', reason: 'time-no-claims', values: {} };
  for (const claim of ['exp', 'nbf']) {
    if (!isUsable(payload, claim)) return { state: 'fail', reason: 'time-malformed', values: { claim } };
  }
  const exp = numberOf(payload, 'exp');
  const nbf = numberOf(payload, 'nbf');
  if (exp !== undefined && now >= exp) return { state: 'fail', reason: 'time-expired', values: { exp: String(exp) } };
  if (nbf !== undefined && now < nbf) return { state: 'fail', reason: 'time-not-yet', values: { nbf: String(nbf) } };
  if (exp === undefined) return { state: 'not-checked', reason: 'time-no-expiry', values: {} };
  return { state: 'pass', reason: 'time-valid', values: { exp: String(exp) } };
}

/** Absent, or one number that is a date: with two of them, programs differ in which one they take. */
function isUsable(payload: JsonNode, claim: string): boolean {
  const value = memberOf(payload, claim);
  return value === undefined || (value.type === 'number' && Math.abs(value.value) <= LAST_DATE && !isRepeated(payload, claim));
}

function numberOf(payload: JsonNode, claim: string): number | undefined {
  const value = memberOf(payload, claim);
  return value?.type === 'number' ? value.value : undefined;
}
