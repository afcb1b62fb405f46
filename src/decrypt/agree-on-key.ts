import { decodeBase64url } from '../decode/base64url.ts';
import type { DecryptionJwk } from '../types.ts';
import { type Header, textOf } from './header.ts';
import { concatBytes } from './inflate.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * ECDH-ES, RFC 7518 section 4.6 and RFC 8037 section 3.2: the agreement by WebCrypto, then the Concat KDF of section
 * 4.6.2, which is no more than SHA-256 over a counter and what both sides know. `purpose` is `enc`, or `alg` where a key
 * is wrapped. Rejects when the engine refuses one of the keys, as for a point that is not on the curve.
 */
export async function agreeOnKey(header: Header, { kty, crv, x, y, d }: DecryptionJwk, purpose: string, bits: number): Promise<Bytes> {
  const algorithm = crv === 'X25519' ? { name: 'X25519' } : { name: 'ECDH', namedCurve: crv ?? '' };
  const own = { kty, crv, x, d, ...(y === undefined ? {} : { y }) };
  const privateKey = await crypto.subtle.importKey('jwk', clean(own), algorithm, false, ['deriveBits']);
  const publicKey = await crypto.subtle.importKey('jwk', publicMembers(header['epk']), algorithm, false, []);
  const shared = await crypto.subtle.deriveBits({ name: algorithm.name, public: publicKey }, privateKey, BITS.get(crv ?? '') ?? 256);
  const info = concatBytes(
    withLength(new TextEncoder().encode(purpose)),
    withLength(decodeBase64url(textOf(header, 'apu') ?? '').bytes ?? new Uint8Array()),
    withLength(decodeBase64url(textOf(header, 'apv') ?? '').bytes ?? new Uint8Array()),
    uint32(bits),
  );
  const rounds: Uint8Array[] = [];
  for (let round = 1; rounds.length * 256 < bits; round += 1) {
    rounds.push(new Uint8Array(await crypto.subtle.digest('SHA-256', concatBytes(uint32(round), new Uint8Array(shared), info))));
  }
  return concatBytes(...rounds).slice(0, bits / 8);
}

/** Of the x coordinate, in whole octets. */
const BITS: ReadonlyMap<string, number> = new Map([['P-256', 256], ['P-384', 384], ['P-521', 528], ['X25519', 256]]);

/** A private member in a public key is none of its sender's business to send, and none of ours to read. */
function publicMembers(epk: unknown): JsonWebKey {
  const member = (name: string) => (typeof epk === 'object' && epk !== null ? textOf(Object.fromEntries(Object.entries(epk)), name) : undefined);
  return clean({ kty: member('kty'), crv: member('crv'), x: member('x'), y: member('y') });
}

function clean(members: Readonly<Record<string, string | undefined>>): JsonWebKey {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function withLength(bytes: Uint8Array): Uint8Array {
  return concatBytes(uint32(bytes.length), bytes);
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
