import { isRepeated, memberOf, stringMember, stringsMember } from '../decode/members.ts';
import type { ExpectationReason, Expectations, JsonNode, Light } from '../types.ts';

type ExpectationsLight = Light<ExpectationReason>;

/** `iss` and `aud` against what the user expects: exact strings, RFC 7519 sections 4.1.1 and 4.1.3. */
export function checkExpectations(payload: JsonNode | undefined, { issuer, audience }: Expectations): ExpectationsLight {
  if (issuer === undefined && audience === undefined) return { state: 'not-checked', reason: 'expectations-none', values: {} };
  if (payload?.type !== 'object') return { state: 'not-checked', reason: 'expectations-no-claims', values: {} };
  return (
    (issuer === undefined ? undefined : checkIssuer(payload, issuer)) ??
    (audience === undefined ? undefined : checkAudience(payload, audience)) ?? { state: 'pass', reason: 'expectations-met', values: {} }
  );
}

function checkIssuer(payload: JsonNode, expected: string): ExpectationsLight | undefined {
  if (memberOf(payload, 'iss') === undefined) return { state: 'fail', reason: 'issuer-missing', values: { expected } };
  const found = stringMember(payload, 'iss');
  if (found === expected && !isRepeated(payload, 'iss')) return undefined;
  return { state: 'fail', reason: 'issuer-differs', values: { expected, found: found ?? 'not a string' } };
}

function checkAudience(payload: JsonNode, expected: string): ExpectationsLight | undefined {
  if (memberOf(payload, 'aud') === undefined) return { state: 'fail', reason: 'audience-missing', values: { expected } };
  const found = stringsMember(payload, 'aud');
  if (found?.includes(expected) === true && !isRepeated(payload, 'aud')) return undefined;
  return { state: 'fail', reason: 'audience-differs', values: { expected, found: found?.join(', ') ?? 'neither a string nor strings' } };
}
