import { calculateJwkThumbprint } from 'jose';
import { memberOf, stringMember } from '../decode/members.ts';
import { printJson } from '../export/print-json.ts';
import type { DecodedToken, JsonNode, Light, ProofReason, SignatureReason, VerificationKey } from '../types.ts';
import { parseKey } from '../verify/parse-key.ts';
import { verifyToken } from '../verify/verify-token.ts';
import { fail, notChecked, pass, type ProofLight } from './proof-light.ts';

/** Private members of every key type: RFC 7518 sections 6.2.2 and 6.3.2, RFC 8037 section 2, and `priv` of AKP keys. */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv'];

export interface ProofKey {
  readonly light: ProofLight;
  /** What the proof may be checked with: none unless the light passes. */
  readonly keys: readonly VerificationKey[];
  /** SHA-256 thumbprint of the key, RFC 7638, as base64url: what `jkt` holds. */
  readonly thumbprint: string | undefined;
}

/** The public key that a proof is checked with, from its JWK. Private and symmetric keys are refused: RFC 9449 section 4.3. Never rejects. */
export async function readProofKey(jwk: JsonNode | undefined): Promise<ProofKey> {
  const without = (light: ProofLight): ProofKey => ({ light, keys: [], thumbprint: undefined });
  if (jwk === undefined) return without(fail('proof-key-missing'));
  if (stringMember(jwk, 'kty') === 'oct' || memberOf(jwk, 'k') !== undefined) return without(fail('proof-key-symmetric'));
  if (PRIVATE.some((name) => memberOf(jwk, name) !== undefined)) return without(fail('proof-key-private'));
  if (jwk.type !== 'object' || memberOf(jwk, 'keys') !== undefined) return without(notChecked('proof-key-unreadable'));
  const { keys } = await parseKey(printJson(jwk));
  const [key] = keys;
  const thumbprint = key === undefined ? undefined : await thumbprintOf(key);
  if (key === undefined || thumbprint === undefined) return without(notChecked('proof-key-unreadable'));
  return { light: pass('proof-key-public', { kty: key.jwk.kty }), keys, thumbprint };
}

async function thumbprintOf({ jwk }: VerificationKey): Promise<string | undefined> {
  try {
    return await calculateJwkThumbprint(jwk, 'sha256');
  } catch {
    return undefined;
  }
}

/** As the signature's light of `verifyToken`, and `proof-key-symmetric` for a proof that is made with a shared secret. */
export type ProofSignature = Light<SignatureReason | ProofReason>;

/** RFC 9449 section 4.3 and RFC 9901 section 4.3: by that key, and never by a shared secret. */
export async function checkProofSignature({ text, segments }: DecodedToken, keys: readonly VerificationKey[], now: number): Promise<ProofSignature> {
  const alg = stringMember(segments[0]?.json, 'alg');
  return alg?.startsWith('HS') === true ? fail('proof-key-symmetric') : (await verifyToken(text, { keys, now })).signature;
}
