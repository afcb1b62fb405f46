/** What the value of a claim or header parameter is counted or written in. */
export type DictionaryUnit =
  | 'seconds-since-epoch' | 'seconds' | 'minutes' | 'number' | 'boolean' | 'uri' | 'list' | 'space-separated-list'
  | 'json-object' | 'base64url' | 'hex' | 'uuid' | 'date' | 'email' | 'phone-number' | 'ip-address'
  | 'language-tag' | 'time-zone' | 'media-type' | 'jwt';

/** One name with a sentence in each language of the product. */
export interface DictionaryEntry {
  readonly name: string;
  readonly en: string;
  readonly ko: string;
  readonly unit?: DictionaryUnit;
  /** The RFC or specification with its section, or the vendor whose meaning this is. */
  readonly source: string;
}

export interface ClaimEntry extends DictionaryEntry {
  /** Hosts or path parts of the issuers that use the claim so; only where the meaning is a vendor's. `*` stands for any labels. */
  readonly issuers?: readonly string[];
}

export interface AlgorithmEntry extends DictionaryEntry {
  /** Which header parameter carries it: `alg` of a JWS, `alg` of a JWE, `enc` of a JWE. */
  readonly use: 'signature' | 'key-management' | 'content-encryption';
}

/** An entry as a table writes it: name, English, Korean, and the unit where there is one. */
export type Row = readonly [name: string, en: string, ko: string, unit?: DictionaryUnit];

/** Entries that share one source. */
export function entriesOf(source: string, rows: readonly Row[]): DictionaryEntry[] {
  return rows.map(([name, en, ko, unit]) => ({ name, en, ko, source, ...(unit === undefined ? {} : { unit }) }));
}
