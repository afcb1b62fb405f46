import { base64url } from 'jose';

/** Named Information Hash Algorithm names (IANA, RFC 6920 section 9.4) that WebCrypto computes. Names are case-sensitive. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['sha-256', 'SHA-256'],
  ['sha-384', 'SHA-384'],
  ['sha-512', 'SHA-512'],
]);
/** Broken (RFC 9901 section 9.4), or cut so short that another disclosure with the same digest can be found. */
const WEAK: ReadonlySet<string> = new Set([
  'md2', 'md4', 'md5', 'sha-1', 'sha1', 'sha-256-128', 'sha-256-120', 'sha-256-96', 'sha-256-64', 'sha-256-32',
]);

/** What `_sd_alg` says where it does not stand: RFC 9901 section 4.1.1. */
export const DEFAULT_HASH = 'sha-256';

export type HashStrength = 'usable' | 'weak' | 'unknown';

/** Whether digests of this algorithm are computed. `name` is the value of `_sd_alg`. */
export function strengthOf(name: string): HashStrength {
  if (HASHES.has(name)) return 'usable';
  return WEAK.has(name.toLowerCase()) ? 'weak' : 'unknown';
}

/**
 * The digest of a text's bytes as base64url without padding (RFC 9901 section 4.2.3): of a disclosure as it stands, not
 * of what it decodes to. Undefined for an algorithm that is not `usable`.
 */
export async function digestText(text: string, name: string): Promise<string | undefined> {
  const hash = HASHES.get(name);
  return hash === undefined ? undefined : base64url.encode(new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(text))));
}
