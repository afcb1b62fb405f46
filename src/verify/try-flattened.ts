import { errors, flattenedVerify } from 'jose';
import { isUnencoded } from '../decode/unencoded-payload.ts';
import { stringMember } from '../decode/members.ts';
import type { DecodedToken, JwsSignature, VerificationKey } from '../types.ts';
import { algorithmOf } from './algorithms.ts';
import { chooseKeys, nearestObstacle } from './choose-keys.ts';
import { shorten } from './shorten.ts';
import { failed, notChecked, type SignatureLight } from './signature-light.ts';

/** What no compact token can say: an algorithm in the unprotected header, or an unencoded payload (RFC 7797). Never rejects. */
export async function tryFlattened({ segments }: DecodedToken, signature: Pick<JwsSignature, 'protected' | 'signature'>, keys: readonly VerificationKey[], hasUnreadableKeys: boolean): Promise<SignatureLight> {
  const [header, payload] = segments;
  const alg = stringMember(header?.json, 'alg') ?? '';
  const algorithm = algorithmOf(alg);
  if (algorithm === undefined) return notChecked('alg-unknown', { alg: shorten(alg) });
  if (keys.length === 0) return notChecked(hasUnreadableKeys ? 'key-unreadable' : 'no-key');
  const kid = stringMember(header?.json, 'kid');
  const choice = chooseKeys(keys, alg, algorithm, kid);
  if (choice.candidates.length === 0) return notChecked(nearestObstacle(choice), { alg, needs: algorithm.needs });
  const signed = signature.protected;
  const isAlgProtected = stringMember(signed?.json, 'alg') !== undefined;
  const jws = {
    payload: isUnencoded(signed?.json) ? (payload?.bytes ?? '') : (payload?.text ?? ''),
    signature: signature.signature.text,
    ...(signed === undefined ? {} : { protected: signed.text }),
    ...(isAlgProtected ? {} : { header: { alg } }),
  };
  let isUntried = hasUnreadableKeys;
  for (const { reading, jwk } of choice.candidates) {
    const { kty, k, n, e, crv, x, y } = jwk;
    const material = { kty, ...Object.fromEntries(Object.entries({ k, n, e, crv, x, y }).filter(([, value]) => value !== undefined)) };
    const error: unknown = await flattenedVerify(jws, material, { algorithms: [alg] }).then(() => undefined, (reason: unknown) => reason);
    const key = { reading, ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) };
    if (error === undefined && kid !== undefined && jwk.kid !== undefined && jwk.kid !== kid) return { state: 'pass', reason: 'signature-matches-other-kid', values: { alg, kid: shorten(kid), found: shorten(jwk.kid) }, key };
    if (error === undefined) return { state: 'pass', reason: 'signature-matches', values: { alg }, key };
    if (error instanceof Error && [error, error.cause].some((each) => each instanceof errors.JOSENotSupported || (each instanceof Error && each.name === 'NotSupportedError'))) return notChecked('alg-unavailable', { alg });
    isUntried ||= !(error instanceof errors.JWSSignatureVerificationFailed);
  }
  if (choice.named === 'obstructed') return notChecked(nearestObstacle(choice), { alg, needs: algorithm.needs });
  if (isUntried) return notChecked('key-unreadable');
  const isOther = kid !== undefined && choice.named === 'absent' && choice.isSet && choice.candidates.every(({ jwk }) => jwk.kid !== undefined);
  return isOther ? notChecked('key-kid', { kid: shorten(kid) }) : failed('signature-differs', { alg });
}
