import { decodeBase64url } from '../decode/base64url.ts';
import type { PublicOrSecretJwk, SignatureReason, VerificationKey } from '../types.ts';
import { type Algorithm, algorithmWith, fits, isSameAlgorithm } from './algorithms.ts';

/** RFC 7518 section 3.3. */
const MIN_RSA_BITS = 2_048;

export interface KeyChoice {
  readonly kid: string | undefined;
  /** Those that may be tried, the one the token names first. */
  readonly candidates: readonly VerificationKey[];
  /** Why each of the others may not, the one the token names first. */
  readonly obstacles: readonly SignatureReason[];
  /** Whether a set was given, if of one key, or more than one key: issuers that change their keys publish sets. */
  readonly isSet: boolean;
  /** Whether the key the token names is among the candidates, or is kept from use. */
  readonly named: 'candidate' | 'obstructed' | 'absent';
}

/** Sorts the given keys by whether they may be tried with a token that names `alg` and `kid`. */
export function chooseKeys(keys: readonly VerificationKey[], alg: string, algorithm: Algorithm, kid: string | undefined): KeyChoice {
  const isNamed = ({ jwk }: VerificationKey) => kid !== undefined && jwk.kid === kid;
  const ordered = [...keys.filter(isNamed), ...keys.filter((key) => !isNamed(key))];
  const judged = ordered.map((key) => ({ key, obstacle: findObstacle(key.jwk, alg, algorithm) }));
  const candidates = judged.filter(({ obstacle }) => obstacle === undefined).map(({ key }) => key);
  const obstacles = judged.flatMap(({ obstacle }) => obstacle ?? []);
  const isKnown = ordered[0] !== undefined && isNamed(ordered[0]);
  return { kid, candidates, obstacles, isSet: keys.length > 1 || keys[0]?.reading === 'jwks', named: candidates.some(isNamed) ? 'candidate' : isKnown ? 'obstructed' : 'absent' };
}

/** Why a key cannot be tried with this algorithm: RFC 7517 sections 4.2 to 4.4. */
function findObstacle(jwk: PublicOrSecretJwk, alg: string, algorithm: Algorithm): SignatureReason | undefined {
  if (!fits(algorithmWith(alg, jwk) ?? algorithm, jwk)) return 'key-type';
  if (jwk.alg !== undefined && !isSameAlgorithm(jwk.alg, alg, jwk.crv)) return 'key-alg';
  if ((jwk.use !== undefined && jwk.use !== 'sig') || (jwk.key_ops !== undefined && !jwk.key_ops.includes('verify'))) return 'key-use';
  return jwk.n !== undefined && bitsOf(jwk.n) < MIN_RSA_BITS ? 'key-weak' : undefined;
}

/** Length of an RSA modulus, leading zeros not counted. */
function bitsOf(n: string): number {
  const bytes = decodeBase64url(n).bytes ?? new Uint8Array();
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - (Math.clz32(bytes[first] ?? 0) - 24);
}

/** A key of the right type that is kept from use says more than one of the wrong type. */
export function nearestObstacle({ named, obstacles }: KeyChoice): SignatureReason {
  const nearest = obstacles.find((obstacle) => obstacle !== 'key-type') ?? 'key-type';
  return named === 'obstructed' ? (obstacles[0] ?? nearest) : nearest;
}
