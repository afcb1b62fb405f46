import type { ml_dsa44 } from '@noble/post-quantum/ml-dsa.js';
import { decodeBase64url } from '../decode/base64url.ts';
import type { PublicOrSecretJwk } from '../types.ts';

/** Whether a signature (raw, as JOSE has it) over a message is right for a key's bytes. Throws where the key is none. */
type Verify = (signature: Uint8Array, message: Uint8Array, jwk: PublicOrSecretJwk) => boolean;

/** What at least one browser lacks. Loaded when such a token is met: most people never meet one. */
const LOADERS: ReadonlyMap<string, () => Promise<Verify>> = new Map([
  ['ES256K', loadEs256k],
  ['Ed448', loadEd448],
  ['ML-DSA-44', async () => mlDsa((await import('@noble/post-quantum/ml-dsa.js')).ml_dsa44)],
  ['ML-DSA-65', async () => mlDsa((await import('@noble/post-quantum/ml-dsa.js')).ml_dsa65)],
  ['ML-DSA-87', async () => mlDsa((await import('@noble/post-quantum/ml-dsa.js')).ml_dsa87)],
]);

/** The name under which `verifyNoble` has an algorithm; undefined for one that the engine computes. EdDSA goes by its key (RFC 8037). */
export function nobleName(alg: string, { crv }: PublicOrSecretJwk): string | undefined {
  const name = alg === 'EdDSA' && crv === 'Ed448' ? 'Ed448' : alg;
  return LOADERS.has(name) ? name : undefined;
}

/**
 * ES256K (RFC 8812), Ed448 (RFC 8037) and ML-DSA-44, -65, -87 (draft-ietf-cose-dilithium, empty context) over the bytes
 * of a compact JWS. `unreadable` when the key's bytes are no such key. Never rejects.
 */
export async function verifyNoble(name: string, token: string, jwk: PublicOrSecretJwk): Promise<'matches' | 'differs' | 'unreadable'> {
  const end = token.lastIndexOf('.');
  const signature = decodeBase64url(token.slice(end + 1)).bytes;
  const load = LOADERS.get(name);
  if (signature === undefined || load === undefined) return 'differs';
  try {
    const verify = await load();
    return verify(signature, new TextEncoder().encode(token.slice(0, end)), jwk) ? 'matches' : 'differs';
  } catch {
    return 'unreadable';
  }
}

async function loadEs256k(): Promise<Verify> {
  const { secp256k1 } = await import('@noble/curves/secp256k1.js');
  return (signature, message, { x, y }) => {
    const point = Uint8Array.of(4, ...bytesOf(x), ...bytesOf(y));
    secp256k1.Point.fromBytes(point).assertValidity();
    // JOSE does not ask for a low s (RFC 8812 section 3.2).
    return signature.length === 64 && secp256k1.verify(signature, message, point, { lowS: false });
  };
}

async function loadEd448(): Promise<Verify> {
  const { ed448 } = await import('@noble/curves/ed448.js');
  return (signature, message, { x }) => {
    const key = bytesOf(x);
    ed448.Point.fromBytes(key);
    return signature.length === 114 && ed448.verify(signature, message, key);
  };
}

function mlDsa(scheme: typeof ml_dsa44): Verify {
  const { publicKey = 0, signature: length = 0 } = scheme.lengths;
  return (signature, message, { pub }) => {
    const key = bytesOf(pub);
    if (key.length !== publicKey) throw new RangeError('not the length of this key');
    return signature.length === length && scheme.verify(signature, message, key);
  };
}

function bytesOf(text = ''): Uint8Array {
  return decodeBase64url(text).bytes ?? new Uint8Array();
}
