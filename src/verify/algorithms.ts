import type { PublicOrSecretJwk } from '../types.ts';

/** What a JWA algorithm needs of a key; `needs` names it for the sentence on screen. */
export interface Algorithm {
  readonly needs: 'secret' | 'rsa' | 'ec' | 'okp' | 'akp';
  readonly kty: string;
  readonly crv?: string;
  /** An AKP key is of one algorithm, which it names in place of a curve. */
  readonly alg?: string;
}

const SECRET: Algorithm = { needs: 'secret', kty: 'oct' };
const RSA: Algorithm = { needs: 'rsa', kty: 'RSA' };
const ED25519: Algorithm = { needs: 'okp', kty: 'OKP', crv: 'Ed25519' };
const ED448: Algorithm = { needs: 'okp', kty: 'OKP', crv: 'Ed448' };
const mlDsa = (alg: string): [string, Algorithm] => [alg, { needs: 'akp', kty: 'AKP', alg }];
const ec = (crv: string): Algorithm => ({ needs: 'ec', kty: 'EC', crv });

/** RFC 7518 section 3.1, RFC 8037, RFC 8812, RFC 9864 and draft-ietf-cose-dilithium. */
const ALGORITHMS: ReadonlyMap<string, Algorithm> = new Map([
  ['HS256', SECRET],
  ['HS384', SECRET],
  ['HS512', SECRET],
  ['RS256', RSA],
  ['RS384', RSA],
  ['RS512', RSA],
  ['PS256', RSA],
  ['PS384', RSA],
  ['PS512', RSA],
  ['ES256', ec('P-256')],
  ['ES384', ec('P-384')],
  ['ES512', ec('P-521')],
  ['ES256K', ec('secp256k1')],
  ['EdDSA', ED25519],
  ['Ed25519', ED25519],
  ['Ed448', ED448],
  mlDsa('ML-DSA-44'),
  mlDsa('ML-DSA-65'),
  mlDsa('ML-DSA-87'),
]);

/** Undefined for an algorithm that cannot be checked here. Names are case-sensitive (RFC 7515 section 4.1.1). */
export function algorithmOf(alg: string): Algorithm | undefined {
  return ALGORITHMS.get(alg);
}

/** The usual algorithm of a key type and curve, which tells WebCrypto how to read a key; undefined for one that is not used here. */
export function algorithmFor(key: Pick<PublicOrSecretJwk, 'kty' | 'crv' | 'alg'>): string | undefined {
  for (const [name, algorithm] of ALGORITHMS) if (fits(algorithm, key)) return name;
  return undefined;
}

export function fits({ kty, crv, alg }: Algorithm, jwk: Pick<PublicOrSecretJwk, 'kty' | 'crv' | 'alg'>): boolean {
  return jwk.kty === kty && (crv === undefined || jwk.crv === crv) && (alg === undefined || jwk.alg === alg);
}

/** What `alg` means with this key: EdDSA is the old, polymorphic name of Ed25519 and Ed448 (RFC 9864 section 4.1.2). */
export function algorithmWith(alg: string, { crv }: Pick<PublicOrSecretJwk, 'crv'>): Algorithm | undefined {
  return ALGORITHMS.get(alg === 'EdDSA' && crv === 'Ed448' ? 'Ed448' : alg);
}

/** Whether two names say the same of a key on this curve. */
export function isSameAlgorithm(a: string, b: string, crv?: string): boolean {
  const name = (alg: string) => (alg === 'EdDSA' ? (crv === 'Ed448' ? 'Ed448' : 'Ed25519') : alg);
  return name(a) === name(b);
}
