import { beginsObject } from '../decode/begins-object.ts';
import { memberOf, stringMember } from '../decode/members.ts';
import type { DecodedToken, JsonNode, ProblemCode } from '../types.ts';
import { shorten } from './shorten.ts';
import { failed, notChecked, type SignatureLight } from './signature-light.ts';

/** Problems of a segment that a strict verifier refuses; the library that computes the signature is more lenient. */
const MALFORMED: ReadonlySet<ProblemCode> = new Set([
  'base64url-character', 'base64url-padding', 'base64url-length', 'base64url-spare-bits', 'utf8-bom', 'segment-count', 'token-empty',
]);
const MALFORMED_HEADER: ReadonlySet<ProblemCode> = new Set([
  'utf8-invalid', 'json-syntax', 'json-end', 'json-trailing', 'json-depth', 'json-duplicate-name', 'json-not-object', 'alg-missing',
]);
/** What is said of the signature before any key is looked at; undefined when there is one to be checked. */
export function refuseToken({ kind, text, problems, segments }: DecodedToken): SignatureLight | undefined {
  if (kind === 'jwe') return notChecked('token-encrypted');
  const has = (wanted: ProblemCode) => problems.some(({ code }) => code === wanted);
  if (has('token-too-large')) return notChecked('token-malformed');
  // Nothing in it can be read, so nothing in it is wrong. A token that lost a part begins like one all the same.
  if (kind === 'opaque' && text !== '' && !(text.includes('.') && beginsObject(text))) return notChecked('token-opaque');
  const malformed = problems.some(({ code, segment }) => MALFORMED.has(code) || (segment === 'header' && MALFORMED_HEADER.has(code)));
  if (malformed) return failed('token-malformed');
  const header = segments[0]?.json;
  const critical = criticalNames(header);
  // Before the signature, as in RFC 7515 section 5.2: appendix E is to be refused for its `crit`.
  if (critical !== undefined) return failed('crit-unknown', { name: critical });
  if (has('alg-none')) return failed('alg-none');
  return has('signature-empty') ? failed('signature-missing', { alg: shorten(stringMember(header, 'alg') ?? '') }) : undefined;
}

/** `b64` alone is understood, where `crit` lists it (RFC 7797 section 6); every other `crit` is refused (RFC 7515 section 4.1.11). */
function criticalNames(header: JsonNode | undefined): string | undefined {
  const critical = memberOf(header, 'crit');
  if (critical === undefined) {
    const b64 = memberOf(header, 'b64');
    return b64 === undefined || (b64.type === 'boolean' && b64.value) ? undefined : 'b64';
  }
  const b64 = memberOf(header, 'b64')?.type === 'boolean';
  if (b64 && critical.type === 'array' && critical.items.length === 1 && critical.items[0]?.type === 'string' && critical.items[0].value === 'b64') return undefined;
  const names = critical.type === 'array' ? critical.items.flatMap((item) => (item.type === 'string' ? [item.value] : [])) : [];
  return shorten(names.join(', ')) || 'crit';
}
