import { type ClaimEntry, entriesOf, type Row } from './entry.ts';

export interface VendorTable {
  readonly vendor: string;
  readonly issuers: readonly string[];
  readonly entries: readonly ClaimEntry[];
}

/**
 * The claims that one vendor gives a meaning of its own. `issuers` are hosts (`*.okta.com`, `cognito-idp.*.amazonaws.com`;
 * `*` is one or more characters), path parts (`/realms/`), or whole texts that are no URL (`supabase`).
 */
export function vendorTable(vendor: string, issuers: readonly string[], rows: readonly Row[]): VendorTable {
  return { vendor, issuers, entries: entriesOf(vendor, rows).map((entry) => ({ ...entry, issuers })) };
}
