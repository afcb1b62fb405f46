import type { JsonNode, Problem } from '../types.ts';
import { memberOf, stringMember } from './members.ts';

/** RFC 7515 section 4.1.1, RFC 7516 section 4.1.1. */
export function checkAlgorithmPresent(header: JsonNode | undefined): Problem[] {
  if (header?.type !== 'object' || stringMember(header, 'alg') !== undefined) return [];
  const found = memberOf(header, 'alg')?.type ?? 'none at all';
  return [{ code: 'alg-missing', segment: 'header', message: `the header: expected "alg" to be a string, found ${found}` }];
}

/** Any spelling of none is reported: libraries that compared without care have been fooled by `nOnE`. */
export function checkSigned(header: JsonNode | undefined, isUnsigned: boolean): Problem[] {
  const alg = stringMember(header, 'alg');
  if (alg?.toLowerCase() === 'none') return [{ code: 'alg-none', segment: 'header', message: 'the header: "alg" is "none", the token is not signed' }];
  if (alg === undefined || !isUnsigned) return [];
  return [{ code: 'signature-empty', segment: 'signature', message: 'the signature: expected a signature, found nothing' }];
}
