import { ALGORITHM_ENTRIES } from './algorithms.ts';
import { ATTESTATION_CLAIMS } from './attestation-claims.ts';
import type { AlgorithmEntry, ClaimEntry, DictionaryEntry } from './entry.ts';
import { findVendor, VENDORS } from './find-vendor.ts';
import { HEADER_PARAMETERS } from './header-parameters.ts';
import { IDENTITY_CLAIMS } from './identity-assurance-claims.ts';
import { OAUTH_CLAIMS } from './oauth-claims.ts';
import { OIDC_CLAIMS } from './oidc-claims.ts';
import { REGISTERED_CLAIMS } from './registered-claims.ts';
import { TELEPHONY_CLAIMS } from './telephony-claims.ts';

export interface ClaimContext {
  /** The token's `iss`. It chooses between meanings and is believed for nothing else. */
  readonly issuer?: string;
}

// Maps and not objects: `__proto__` and `constructor` are names that a token may hold.
const REGISTERED = byName([...REGISTERED_CLAIMS, ...OIDC_CLAIMS, ...OAUTH_CLAIMS, ...IDENTITY_CLAIMS, ...TELEPHONY_CLAIMS, ...ATTESTATION_CLAIMS]);
const HEADERS = byName(HEADER_PARAMETERS);
const ALGORITHMS = byName(ALGORITHM_ENTRIES);
const VENDOR_CLAIMS = new Map(VENDORS.map(({ vendor, entries }) => [vendor, byName(entries)]));
const VENDOR_ENTRIES = VENDORS.flatMap(({ entries }) => entries);

/**
 * What a claim means. The issuer's own meaning comes first, then the registered one (IANA JSON Web Token Claims), then,
 * if the issuer is none of the known vendors, that of the only vendor who has such a claim. Undefined when several
 * vendors differ and nothing chooses, and for names that are not in the dictionary. Names are case-sensitive
 * (RFC 7519 section 10.1.1). Never throws.
 */
export function describeClaim(name: string, { issuer }: ClaimContext = {}): ClaimEntry | undefined {
  const vendor = issuer === undefined ? undefined : findVendor(issuer);
  const own = vendor === undefined ? undefined : VENDOR_CLAIMS.get(vendor.vendor)?.get(name);
  const known = own ?? REGISTERED.get(name);
  if (known !== undefined) return known;
  const others = VENDOR_ENTRIES.filter((entry) => entry.name === name && (vendor === undefined || entry.issuers?.length === 0));
  return others.length === 1 ? others[0] : undefined;
}

/** What a JOSE header parameter means (RFC 7515 section 4, RFC 7516 section 4 and their extensions). Undefined for others; never throws. */
export function describeHeader(name: string): DictionaryEntry | undefined {
  return HEADERS.get(name);
}

/** What a value of `alg` or `enc` means (RFC 7518 and its extensions), whether or not it can be checked here. Undefined for others; never throws. */
export function describeAlgorithm(name: string): AlgorithmEntry | undefined {
  return ALGORITHMS.get(name);
}

function byName<Entry extends DictionaryEntry>(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  return new Map(entries.map((entry) => [entry.name, entry]));
}
