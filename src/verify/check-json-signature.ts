import { joseHeader } from '../decode/jose-header.ts';
import { memberOf, stringMember } from '../decode/members.ts';
import { isUnencoded } from '../decode/unencoded-payload.ts';
import type { DecodedToken, JwsSignature, Segment, VerificationKey } from '../types.ts';
import { checkSignature } from './check-signature.ts';
import { refuseToken } from './refuse-token.ts';
import { failed, notChecked, type SignatureLight } from './signature-light.ts';
import { tryFlattened } from './try-flattened.ts';

/**
 * Every signature of a JWS in JSON serialization, RFC 7515 section 5.2. Fails if one of them fails; passes if every one
 * that could be checked matches and at least one was. Of one signature alone its own light is given.
 */
export async function checkJsonSignature(decoded: DecodedToken, keys: readonly VerificationKey[], hasUnreadableKeys: boolean): Promise<SignatureLight> {
  const { signatures = [] } = decoded;
  const whole = decoded.problems.some(({ code, segment }) => REFUSED.has(code) || (segment === 'token' && code === 'json-duplicate-name'));
  if (whole || signatures.length === 0) return failed('token-malformed');
  const lights: SignatureLight[] = [];
  for (const signature of signatures) lights.push(await checkOne(decoded, signature, keys, hasUnreadableKeys));
  const [first = notChecked('no-key')] = lights;
  if (lights.length === 1) return first;
  const total = String(lights.length);
  const matched = lights.filter(({ state }) => state === 'pass').length;
  const lost = lights.filter(({ state }) => state === 'fail').length;
  if (lost > 0) return failed('signatures-some-fail', { failed: String(lost), matched: String(matched), total });
  const key = lights.find(({ state }) => state === 'pass')?.key;
  const found = key === undefined ? {} : { key };
  // A cut list holds signatures that nobody looked at.
  if (matched === lights.length && !decoded.problems.some(({ code }) => code === 'jws-json-cut')) return { state: 'pass', reason: 'signatures-match', values: { total }, ...found };
  return matched === 0 ? first : { state: 'pass', reason: 'signatures-some-match', values: { matched: String(matched), total }, ...found };
}

const REFUSED: ReadonlySet<string> = new Set(['jws-json-missing', 'jws-json-mixed', 'jws-json-shared', 'jws-json-b64']);

async function checkOne(decoded: DecodedToken, signature: JwsSignature, keys: readonly VerificationKey[], hasUnreadableKeys: boolean): Promise<SignatureLight> {
  const b64 = memberOf(signature.protected?.json, 'b64');
  // Before the payload, which is no base64url then and would be blamed for it.
  if (b64?.type === 'boolean' && !b64.value && !isUnencoded(signature.protected?.json)) return failed('crit-unknown', { name: 'b64' });
  const payload = decoded.segments.find(({ name }) => name === 'payload');
  if (payload?.bytes === undefined) return failed('token-malformed');
  // RFC 7515 section 4.1.11, RFC 7797 section 6: neither counts where nobody signed it.
  const loose = ['crit', 'b64'].find((name) => memberOf(signature.header, name) !== undefined);
  if (loose !== undefined) return failed('crit-unknown', { name: loose });
  const single = asCompact(decoded, signature, payload);
  const refusal = refuseToken(single);
  if (refusal !== undefined) return refusal;
  const isPlain = stringMember(signature.protected?.json, 'alg') !== undefined && memberOf(signature.protected?.json, 'b64') === undefined;
  // The unprotected header is not signed, so that this is a compact token like any other.
  if (isPlain) return checkSignature(single, keys, hasUnreadableKeys);
  return tryFlattened(single, signature, keys, hasUnreadableKeys);
}

/** One signature as a compact token with both headers as one, and the problems that concern it. */
function asCompact(decoded: DecodedToken, signature: JwsSignature, payload: Segment): DecodedToken {
  const text = `${signature.protected?.text ?? ''}.${payload.text}.${signature.signature.text}`;
  const header: Segment = { name: 'header', text: '', bytes: undefined, source: undefined, ...signature.protected, json: joseHeader(signature) };
  const problems = [...signature.problems, ...decoded.problems.filter(({ segment }) => segment === 'payload')];
  return { kind: 'jws', text, segments: [header, payload, signature.signature], problems };
}
