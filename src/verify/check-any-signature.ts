import { base64url } from 'jose';
import { isUnencoded, payloadOfBytes } from '../decode/unencoded-payload.ts';
import type { DecodedToken, Segment, VerificationKey } from '../types.ts';
import { checkJsonSignature } from './check-json-signature.ts';
import { checkSignature } from './check-signature.ts';
import { notChecked, type SignatureLight } from './signature-light.ts';

/** The token with a detached payload put where its own is left out: RFC 7515 appendix F. A token with a payload keeps its own. */
export function attachPayload(decoded: DecodedToken, bytes: Uint8Array | undefined): DecodedToken {
  const [header, payload] = decoded.segments;
  if (bytes === undefined || payload?.name !== 'payload' || payload.text !== '' || decoded.kind === 'sd-jwt') return decoded;
  const text = isUnencoded(header?.json) ? '' : base64url.encode(bytes);
  const attached: Segment = payloadOfBytes(text, bytes).segment;
  const segments = decoded.segments.map((segment) => (segment.name === 'payload' ? attached : segment));
  return { ...decoded, segments, text: decoded.kind === 'jws' ? segments.map((segment) => segment.text).join('.') : decoded.text };
}

/** The signature light of a compact or JSON token, after `attachPayload`. A payload that is missing is named, unless the empty one is what was signed. */
export async function checkAnySignature(decoded: DecodedToken, keys: readonly VerificationKey[], hasUnreadableKeys: boolean): Promise<SignatureLight> {
  const light = await check(decoded, keys, hasUnreadableKeys);
  const payload = decoded.segments.find(({ name }) => name === 'payload');
  const isMissing = decoded.kind !== 'jwe' && payload?.text === '' && payload.bytes?.length === 0;
  const isOpen = light.state === 'not-checked' || light.reason === 'signature-differs' || light.reason === 'signatures-some-fail';
  return isMissing && isOpen ? notChecked('payload-detached') : light;
}

async function check(decoded: DecodedToken, keys: readonly VerificationKey[], hasUnreadableKeys: boolean): Promise<SignatureLight> {
  const [header, , signature] = decoded.segments;
  if (decoded.kind === 'jws-json') return checkJsonSignature(decoded, keys, hasUnreadableKeys);
  if (decoded.kind !== 'jws' || signature === undefined || !isUnencoded(header?.json)) return checkSignature(decoded, keys, hasUnreadableKeys);
  const signatures = [{ protected: header, header: undefined, signature, problems: decoded.problems.filter(({ segment }) => segment !== 'payload') }];
  return checkJsonSignature({ ...decoded, signatures }, keys, hasUnreadableKeys);
}
