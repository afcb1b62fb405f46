import type { PublicOrSecretJwk } from '../types.ts';

/** What a JWA algorithm needs of a key; `needs` names it for the sentence on screen. */
export interface Algorithm {
  readonly needs: 'secret' | 'rsa' | 'ec' | 'okp';
  readonly kty: string;
  readonly crv?: string;
}

const SECRET: Algorithm = { needs: 'secret', kty: 'oct' };
const RSA: Algorithm = { needs: 'rsa', kty: 'RSA' };
const ED25519: Algorithm = { needs: 'okp', kty: 'OKP', crv: 'Ed25519' };
const ec = (crv: string): Algorithm => ({ needs: 'ec', kty: 'EC', crv });

/** RFC 7518 section 3.1, RFC 8037 and RFC 9864. */
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
  ['EdDSA', ED25519],
  ['Ed25519', ED25519],
]);

/** Undefined for an algorithm that cannot be checked here. Names are case-sensitive (RFC 7515 section 4.1.1). */
export function algorithmOf(alg: string): Algorithm | undefined {
  return ALGORITHMS.get(alg);
}

/** The usual algorithm of a key type and curve, which tells WebCrypto how to read a key; undefined for one that is not used here. */
export function algorithmFor({ kty, crv }: Pick<PublicOrSecretJwk, 'kty' | 'crv'>): string | undefined {
  for (const [name, algorithm] of ALGORITHMS) if (algorithm.kty === kty && (algorithm.crv === undefined || algorithm.crv === crv)) return name;
  return undefined;
}

export function fits({ kty, crv }: Algorithm, jwk: PublicOrSecretJwk): boolean {
  return jwk.kty === kty && (crv === undefined || jwk.crv === crv);
}

/** EdDSA is the old, polymorphic name of Ed25519 (RFC 9864 section 4.1.2). */
export function isSameAlgorithm(a: string, b: string): boolean {
  const name = (alg: string) => (alg === 'EdDSA' ? 'Ed25519' : alg);
  return name(a) === name(b);
}
