import { isRepeated, memberOf } from '../decode/members.ts';
import { checkIssuedAt, compareString, notChecked, type ProofLight } from '../dpop/proof-light.ts';
import { checkProofSignature, type ProofSignature, readProofKey } from '../dpop/proof-key.ts';
import type { JsonNode } from '../types.ts';
import { shorten } from '../verify/shorten.ts';
import { decodeSdJwt } from './decode-sd-jwt.ts';
import { digestText } from './sd-hash.ts';
import { withoutKeyBinding } from './split-sd-jwt.ts';

/** What the verifier gave the holder; what is left out is not checked. */
export interface KeyBindingContext {
  readonly nonce?: string;
  readonly audience?: string;
  /** Seconds since the epoch. */
  readonly now: number;
}

/** Separate answers about a key binding JWT, RFC 9901 sections 4.3 and 7.3. */
export interface KeyBindingReport {
  /** `kb+jwt`. */
  readonly typ: ProofLight;
  /** `cnf.jwk` of the SD-JWT. As trustworthy as the issuer's signature, which is another question. */
  readonly key: ProofLight;
  /** By that key. */
  readonly signature: ProofSignature;
  /** `sd_hash`: made for this SD-JWT with exactly these disclosures. */
  readonly sdHash: ProofLight;
  readonly nonce: ProofLight;
  /** One string: section 4.3 allows no array. */
  readonly audience: ProofLight;
  /** Within 300 seconds of `now`. */
  readonly issuedAt: ProofLight;
}

/** Checks the key binding JWT at the end of an SD-JWT. Without one, nothing is checked. Never rejects, on any input. */
export async function checkKeyBinding(sdJwt: string, { nonce, audience, now }: KeyBindingContext): Promise<KeyBindingReport> {
  const { keyBinding, issuer, payload: processed, hash } = await decodeSdJwt(sdJwt);
  const header = keyBinding?.segments.find(({ name }) => name === 'header')?.json;
  const payload = keyBinding?.segments.find(({ name }) => name === 'payload')?.json;
  const isReadable = keyBinding?.kind === 'jws' && header?.type === 'object' && payload?.type === 'object';
  const ask = (light: () => ProofLight): ProofLight => (isReadable ? light() : notChecked(keyBinding === undefined ? 'proof-missing' : 'proof-unreadable'));
  // Where digests cannot be computed, what the issuer did not make selectable is still there.
  const claims = processed ?? issuer.segments.find(({ name }) => name === 'payload')?.json;
  const key = await readProofKey(holderKeyOf(claims));
  const digest = hash === undefined ? undefined : await digestText(withoutKeyBinding(sdJwt), hash);
  return {
    typ: ask(() => compareString(header, 'typ', 'kb+jwt')),
    key: ask(() => (key.light.reason === 'proof-key-missing' ? notChecked('proof-key-missing') : key.light)),
    signature: keyBinding === undefined ? notChecked('proof-missing') : await checkProofSignature(keyBinding, key.keys, now),
    sdHash: ask(() => (digest === undefined ? notChecked('hash-unavailable', { alg: shorten(hash ?? '') }) : compareString(payload, 'sd_hash', digest))),
    nonce: ask(() => compareString(payload, 'nonce', nonce)),
    audience: ask(() => compareString(payload, 'aud', audience)),
    issuedAt: ask(() => checkIssuedAt(payload, now)),
  };
}

/** RFC 7800 section 3.2. With two of a name, programs differ in which key they take, so neither is taken. */
function holderKeyOf(claims: JsonNode | undefined): JsonNode | undefined {
  const cnf = memberOf(claims, 'cnf');
  return isRepeated(claims, 'cnf') || isRepeated(cnf, 'jwk') ? undefined : memberOf(cnf, 'jwk');
}
