/** What a key management algorithm asks of a key, RFC 7518 section 4.1. */
export interface KeyManagement {
  readonly needs: 'secret' | 'password' | 'rsa' | 'ecdh';
  /** Bits of the AES key that wraps; 0 where nothing is wrapped by AES. */
  readonly wrapBits: number;
}

const KEY_MANAGEMENT: ReadonlyMap<string, KeyManagement> = new Map<string, KeyManagement>([
  ['dir', { needs: 'secret', wrapBits: 0 }],
  ...[128, 192, 256].flatMap((bits): [string, KeyManagement][] => [
    [`A${bits}KW`, { needs: 'secret', wrapBits: bits }],
    [`A${bits}GCMKW`, { needs: 'secret', wrapBits: bits }],
    [`ECDH-ES+A${bits}KW`, { needs: 'ecdh', wrapBits: bits }],
    [`PBES2-HS${bits * 2}+A${bits}KW`, { needs: 'password', wrapBits: bits }],
  ]),
  ...['RSA-OAEP', 'RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'].map((alg): [string, KeyManagement] => [alg, { needs: 'rsa', wrapBits: 0 }]),
  ['ECDH-ES', { needs: 'ecdh', wrapBits: 0 }],
]);

/** Bits of the content encryption key, RFC 7518 section 5.1. */
const CONTENT: ReadonlyMap<string, number> = new Map([
  ['A128GCM', 128],
  ['A192GCM', 192],
  ['A256GCM', 256],
  ['A128CBC-HS256', 256],
  ['A192CBC-HS384', 384],
  ['A256CBC-HS512', 512],
]);

export function keyManagementOf(alg: string): KeyManagement | undefined {
  return KEY_MANAGEMENT.get(alg);
}

/** Bits of the key that `enc` takes: for CBC with HMAC both halves. Undefined where `enc` is not known. */
export function contentKeyBits(enc: string): number | undefined {
  return CONTENT.get(enc);
}

/** Whether AES with a key of 192 bits is part of it, which Chromium does not have. */
export function usesAes192(alg: string, enc: string): boolean {
  return enc.startsWith('A192') || keyManagementOf(alg)?.wrapBits === 192;
}
