import { decodeBase64url } from '../decode/base64url.ts';
import type { DecryptionJwk, DecryptionKey, DecryptionReason } from '../types.ts';
import { contentKeyBits, type KeyManagement } from './jwe-algorithms.ts';
import { type Header, textOf } from './header.ts';

/** RFC 7518 section 4.3. */
const MIN_RSA_BITS = 2_048;

export interface DecryptionChoice {
  /** Those that may be tried, the one the token names first. */
  readonly candidates: readonly DecryptionKey[];
  /** Why each of the others may not, in the same order. */
  readonly obstacles: readonly DecryptionReason[];
}

/** Sorts the given keys by whether they may be tried with this recipient. */
export function chooseDecryptionKeys(keys: readonly DecryptionKey[], header: Header, management: KeyManagement): DecryptionChoice {
  const kid = textOf(header, 'kid');
  const isNamed = ({ jwk }: DecryptionKey) => kid !== undefined && jwk.kid === kid;
  const judged = [...keys.filter(isNamed), ...keys.filter((key) => !isNamed(key))].map((key) => ({ key, obstacle: findObstacle(key.jwk, header, management) }));
  return {
    candidates: judged.filter(({ obstacle }) => obstacle === undefined).map(({ key }) => key),
    obstacles: judged.flatMap(({ obstacle }) => obstacle ?? []),
  };
}

/** RFC 7517 sections 4.2 to 4.4, RFC 7518 section 4. */
function findObstacle(jwk: DecryptionJwk, header: Header, management: KeyManagement): DecryptionReason | undefined {
  const [alg, enc] = [textOf(header, 'alg') ?? '', textOf(header, 'enc') ?? ''];
  if (!hasType(jwk, header, management)) return 'jwe-key-type';
  if (jwk.kty !== 'oct' && jwk.d === undefined) return 'jwe-key-public';
  // A key for direct use is often labelled with the content encryption it is for (RFC 7520 section 5.6).
  if (jwk.alg !== undefined && jwk.alg !== alg && !(alg === 'dir' && jwk.alg === enc)) return 'jwe-key-alg';
  if (jwk.use !== undefined && jwk.use !== 'enc') return 'jwe-key-use';
  if (jwk.key_ops !== undefined && !jwk.key_ops.some((operation) => OPERATIONS.has(operation))) return 'jwe-key-use';
  if (management.needs === 'rsa') return bitsOf(jwk.n) < MIN_RSA_BITS ? 'jwe-key-weak' : undefined;
  if (management.needs !== 'secret') return undefined;
  const wanted = alg === 'dir' ? contentKeyBits(enc) : management.wrapBits;
  return (decodeBase64url(jwk.k ?? '').bytes?.length ?? 0) * 8 === wanted ? undefined : 'jwe-key-length';
}

const OPERATIONS: ReadonlySet<string> = new Set(['decrypt', 'unwrapKey', 'deriveKey', 'deriveBits']);

function hasType({ kty, crv }: DecryptionJwk, header: Header, { needs }: KeyManagement): boolean {
  if (needs === 'secret' || needs === 'password') return kty === 'oct';
  if (needs === 'rsa') return kty === 'RSA';
  const epk = header['epk'];
  const curve = typeof epk === 'object' && epk !== null && 'crv' in epk ? epk.crv : undefined;
  return (kty === 'EC' || kty === 'OKP') && crv === curve;
}

/** Length of an RSA modulus, leading zeros not counted. */
function bitsOf(n = ''): number {
  const bytes = decodeBase64url(n).bytes ?? new Uint8Array();
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - (Math.clz32(bytes[first] ?? 0) - 24);
}

/** A key that nearly fits says more than one of the wrong type. */
export function nearestDecryptionObstacle(obstacles: readonly DecryptionReason[]): DecryptionReason {
  return obstacles.find((obstacle) => obstacle !== 'jwe-key-type' && obstacle !== 'jwe-key-length') ?? obstacles.find((obstacle) => obstacle !== 'jwe-key-type') ?? 'jwe-key-type';
}
