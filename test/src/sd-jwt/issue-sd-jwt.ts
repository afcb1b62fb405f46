import { createHash } from 'node:crypto';
import { CompactSign, importJWK, type JWK } from 'jose';
import { toBase64url } from '../tokens.ts';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type JsonObject = { [name: string]: Json };

/** A specification of the sd-jwt-python kind. `!sd` marks what may be kept back. */
export interface Specification {
  readonly user_claims: JsonObject;
  readonly holder_disclosed_claims: Json;
  readonly non_sd_claims?: Json;
  readonly expect_verified_user_claims?: JsonObject;
  readonly add_decoy_claims?: boolean;
  readonly key_binding?: boolean;
  readonly include_default_claims?: boolean;
  readonly extra_header_parameters?: JsonObject;
}

export const MARK = '!sd';
const DECOYS = 3;

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function digestOf(text: string, hash = 'sha256'): string {
  return createHash(hash).update(text).digest('base64url');
}

/** The claims with digests in the place of everything marked, and the disclosures that `wanted` asks for. */
export class Issuer {
  readonly disclosures: string[] = [];
  /** Digests in what is shown that nothing shown belongs to. */
  hidden = 0;
  readonly #decoys: boolean;
  readonly #hash: string;
  #salts = 0;

  constructor(decoys = false, hash = 'sha256') {
    this.#decoys = decoys;
    this.#hash = hash;
  }

  /** `shown`: whether a verifier gets to see this part at all. */
  conceal(value: Json, wanted: Json, shown = true): Json {
    if (Array.isArray(value)) {
      return value.map((item, index) => {
        const want = wanted === 'all' ? 'all' : Array.isArray(wanted) ? (wanted[index] ?? null) : null;
        return isObject(item) && MARK in item ? { '...': this.#disclose([], item[MARK] ?? null, want, shown) } : this.conceal(item, want, shown);
      });
    }
    if (!isObject(value)) return value;
    const digests: string[] = [];
    const plain: JsonObject = {};
    for (const [key, member] of Object.entries(value)) {
      const name = key.startsWith(`${MARK} `) ? key.slice(MARK.length + 1) : key;
      const want = wanted === 'all' ? 'all' : isObject(wanted) ? (wanted[name] ?? null) : null;
      if (name === key) plain[name] = this.conceal(member, want, shown);
      else digests.push(this.#disclose([name], member, want, shown));
    }
    if (this.#decoys) for (let count = 0; count < DECOYS; count += 1) digests.push(this.#decoy(shown));
    return digests.length === 0 ? plain : { _sd: digests.sort(), ...plain };
  }

  #disclose(name: string[], value: Json, wanted: Json, shown: boolean): string {
    const isWanted = shown && isChosen(wanted);
    const text = toBase64url(JSON.stringify([this.#salt(), ...name, this.conceal(value, wanted, isWanted)]));
    if (isWanted) this.disclosures.push(text);
    else if (shown) this.hidden += 1;
    return digestOf(text, this.#hash);
  }

  #decoy(shown: boolean): string {
    if (shown) this.hidden += 1;
    return digestOf(this.#salt(), this.#hash);
  }

  #salt(): string {
    this.#salts += 1;
    return toBase64url(`salt number ${this.#salts}`);
  }
}

/** As the holder of sd-jwt-python chooses: false, null, nothing and empty containers keep a claim back. */
export function isChosen(wanted: Json): boolean {
  return typeof wanted === 'object' && wanted !== null ? Object.keys(wanted).length > 0 : Boolean(wanted);
}

/** An older way to mark: everything may be kept back but what is named. */
export function markAllBut(claims: JsonObject, plain: Json | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => {
      const kept = isObject(plain) ? plain[name] : undefined;
      if (kept === undefined) return [`${MARK} ${name}`, value];
      return [name, isObject(kept) && isObject(value) ? markAllBut(value, kept) : value];
    }),
  );
}

export async function signJwt(payload: Json, key: JWK, header: JsonObject): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(payload))).setProtectedHeader({ alg: 'ES256', ...header }).sign(await importJWK(key, 'ES256'));
}
