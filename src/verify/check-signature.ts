import { compactVerify, errors, type JWK } from 'jose';
import { stringMember } from '../decode/members.ts';
import type { DecodedToken, PublicOrSecretJwk, VerificationKey } from '../types.ts';
import { algorithmOf } from './algorithms.ts';
import { chooseKeys, type KeyChoice, nearestObstacle } from './choose-keys.ts';
import { refuseToken } from './refuse-token.ts';
import { shorten } from './shorten.ts';
import { failed, notChecked, type SignatureLight } from './signature-light.ts';
import { nobleName, verifyNoble } from './verify-noble.ts';

/**
 * The signature of a compact JWS against the given keys. Fails only on evidence; what cannot be tried is not checked.
 * `hasUnreadableKeys`: some of what was given as keys could not be read.
 */
export async function checkSignature(decoded: DecodedToken, keys: readonly VerificationKey[], hasUnreadableKeys: boolean): Promise<SignatureLight> {
  const refusal = refuseToken(decoded);
  if (refusal !== undefined) return refusal;
  const header = decoded.segments[0]?.json;
  const alg = stringMember(header, 'alg') ?? '';
  const algorithm = algorithmOf(alg);
  if (algorithm === undefined) return notChecked('alg-unknown', { alg: shorten(alg) });
  if (keys.length === 0) return notChecked(hasUnreadableKeys ? 'key-unreadable' : 'no-key');
  const choice = chooseKeys(keys, alg, algorithm, stringMember(header, 'kid'));
  if (choice.candidates.length === 0) return notChecked(nearestObstacle(choice), { alg, needs: algorithm.needs });
  return tryKeys(decoded.text, choice, alg, hasUnreadableKeys);
}

async function tryKeys(token: string, choice: KeyChoice, alg: string, hasUnreadableKeys: boolean): Promise<SignatureLight> {
  const { kid, candidates, named } = choice;
  const outcomes = new Set<Outcome>();
  for (const key of candidates) {
    const outcome = await tryKey(token, key.jwk, alg);
    if (outcome === 'matches') return matched(key, alg, kid);
    outcomes.add(outcome);
  }
  if (outcomes.has('unavailable')) return notChecked('alg-unavailable', { alg });
  if (outcomes.has('unreadable')) return notChecked('key-unreadable');
  if (named === 'candidate') return failed('signature-differs', { alg });
  if (named === 'obstructed') return notChecked(nearestObstacle(choice), { alg, needs: algorithmOf(alg)?.needs ?? '' });
  // It may be the key that could not be read which the token is signed with.
  if (hasUnreadableKeys) return notChecked('key-unreadable');
  // The key the token names was not among those given: that the others differ says nothing about the token.
  if (kid !== undefined && choice.isSet && candidates.every(({ jwk }) => jwk.kid !== undefined)) return notChecked('key-kid', { kid: shorten(kid) });
  return failed('signature-differs', { alg });
}

type Outcome = 'matches' | 'differs' | 'unavailable' | 'unreadable';

async function tryKey(token: string, jwk: PublicOrSecretJwk, alg: string): Promise<Outcome> {
  const noble = nobleName(alg, jwk);
  if (noble !== undefined) return verifyNoble(noble, token, jwk);
  try {
    await compactVerify(token, materialOf(jwk), { algorithms: [alg] });
    return 'matches';
  } catch (error) {
    if (isNotSupported(error)) return 'unavailable';
    return error instanceof errors.JWSSignatureVerificationFailed ? 'differs' : 'unreadable';
  }
}

/** Engines say so when the key is read or, wrapped as a mismatch, when the signature is computed. */
function isNotSupported(error: unknown): boolean {
  if (error instanceof errors.JOSENotSupported) return true;
  return error instanceof Error && (error.name === 'NotSupportedError' || isNotSupported(error.cause));
}

/** Without `alg`, `use` and `key_ops`: they have been looked at, and the library takes EdDSA and Ed25519 for two algorithms. */
function materialOf({ kty, k, n, e, crv, x, y }: PublicOrSecretJwk): JWK {
  const members = Object.entries({ k, n, e, crv, x, y }).filter(([, value]) => value !== undefined);
  return { kty, ...Object.fromEntries(members) };
}

function matched({ reading, jwk }: VerificationKey, alg: string, kid: string | undefined): SignatureLight {
  const key = { reading, ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) };
  if (kid === undefined || jwk.kid === undefined || jwk.kid === kid) return { state: 'pass', reason: 'signature-matches', values: { alg }, key };
  return { state: 'pass', reason: 'signature-matches-other-kid', values: { alg, kid: shorten(kid), found: shorten(jwk.kid) }, key };
}
