import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { decryptToken, parseDecryptionKey } from '../../../src/index.ts';
import type { DecryptionResult } from '../../../src/index.ts';
import { compactOf } from '../tokens.ts';
import { withoutAes192 } from './engine.ts';
import { bombOf, bytesOf, encrypt, flattened, octKey, PLAINTEXT, sealByHand } from './sealing.ts';

const CONTENT = [['A128GCM', 16], ['A192GCM', 24], ['A256GCM', 32], ['A128CBC-HS256', 32], ['A192CBC-HS384', 48], ['A256CBC-HS512', 64]] as const;
const PAIRS = ['RSA-OAEP', 'RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512'];
const AGREEMENTS = ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A192KW', 'ECDH-ES+A256KW'];
const WRAPS = [['A128KW', 16], ['A192KW', 24], ['A256KW', 32], ['A128GCMKW', 16], ['A192GCMKW', 24], ['A256GCMKW', 32]] as const;
const PASSWORDS = ['PBES2-HS256+A128KW', 'PBES2-HS384+A192KW', 'PBES2-HS512+A256KW'];

interface Pair {
  readonly alg: string;
  readonly publicKey: JWK | Uint8Array;
  readonly privateKey: JWK | string;
}

const generate = async (alg: string, crv?: string): Promise<Pair> => {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true, ...(crv === undefined ? {} : { crv }) });
  return { alg, publicKey: await exportJWK(publicKey), privateKey: await exportJWK(privateKey) };
};
const same = (alg: string, key: JWK): Pair => ({ alg, publicKey: key, privateKey: key });
const pairs: Pair[] = [
  ...(await Promise.all(PAIRS.map((alg) => generate(alg)))),
  ...(await Promise.all(AGREEMENTS.flatMap((alg) => ['P-256', 'P-384', 'P-521', 'X25519'].map((crv) => generate(alg, crv))))),
  ...WRAPS.map(([alg, length]) => same(alg, octKey(length))),
  ...PASSWORDS.map((alg) => ({ alg, publicKey: bytesOf('pass – word'), privateKey: 'pass – word' })),
];

const withKey = async (token: string, key: JWK | string, allowedIterations?: number): Promise<DecryptionResult> => {
  const { keys } = await parseDecryptionKey(typeof key === 'string' ? key : JSON.stringify(key));
  return decryptToken(token, { keys, ...(allowedIterations === undefined ? {} : { allowedIterations }) });
};
const told = ({ state, reason }: DecryptionResult) => `${state} ${reason}`;

afterEach(() => vi.restoreAllMocks());

describe.each([['with AES-192', () => undefined], ['without AES-192', withoutAes192]])('an engine %s', (_, prepare) => {
  describe.each(CONTENT)('%s', (enc, length) => {
    it('every key management algorithm, and no other key', async () => {
      for (const { alg, publicKey, privateKey } of [...pairs, same('dir', octKey(length))]) {
        for (const zip of [{}, { zip: 'DEF' }]) {
          const token = await encrypt({ alg, enc, ...zip }, publicKey);
          prepare();
          const opened = await withKey(token, privateKey);
          expect([alg, told(opened), opened.source]).toEqual([alg, 'decrypted jwe-decrypted', PLAINTEXT]);
          const last = token.split('.').slice(0, 4).join('.');
          expect([alg, told(await withKey(`${last}.${'A'.repeat(token.length - last.length - 1)}`, privateKey))]).toEqual([alg, 'failed jwe-differs']);
          vi.restoreAllMocks();
        }
      }
    });
  });
});

describe('PBES2 iterations', () => {
  const header = (p2c: string) => JSON.stringify({ alg: 'PBES2-HS256+A128KW', enc: 'A128GCM', p2s: 'AAAAAAAAAAAAAAAA' }).replace('}', `,"p2c":${p2c}}`);
  const token = (p2c: string) => `${Buffer.from(header(p2c)).toString('base64url')}.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA`;
  let deriveBits: MockInstance<SubtleCrypto['deriveBits']>;
  beforeEach(() => {
    deriveBits = vi.spyOn(crypto.subtle, 'deriveBits');
  });

  it.each([
    ['0', undefined, 'failed jwe-p2c-invalid'], ['-1', undefined, 'failed jwe-p2c-invalid'], ['1.5', undefined, 'failed jwe-p2c-invalid'], ['"9"', undefined, 'failed jwe-p2c-invalid'],
    ['1e999', undefined, 'failed jwe-p2c-invalid'], ['10001', undefined, 'not-tried jwe-p2c-limit'], ['1200001', 9e9, 'not-tried jwe-p2c-refused'], ['20001', 20_000, 'not-tried jwe-p2c-limit'],
  ])('%s with %s allowed: %s, before any work', async (p2c, allowed, expected) => {
    expect(told(await withKey(token(p2c), 'password', allowed))).toBe(expected);
    expect(deriveBits).not.toHaveBeenCalled();
  });

  it.each([['10000', undefined], ['10001', 10_001]])('%s with %s allowed is tried', async (p2c, allowed) => {
    expect(told(await withKey(token(p2c), 'password', allowed))).toBe('failed jwe-differs');
    expect(deriveBits).toHaveBeenCalled();
  });

  it('are counted over all recipients', async () => {
    const recipient = { header: JSON.parse(header('6000')) as object, encrypted_key: 'A'.repeat(32) };
    await withKey(JSON.stringify({ recipients: [recipient, recipient], iv: 'AAAAAAAAAAAAAAAA', ciphertext: 'AAAA', tag: 'A'.repeat(22) }), 'pass');
    // As UTF-8 and as base64, for the first of the two.
    expect(new Set(deriveBits.mock.calls.map(([, key]) => key)).size).toBe(2);
  });

  it('below zero make no room for others', async () => {
    const recipients = ['-1000000', '20000'].map((p2c) => ({ header: JSON.parse(header(p2c)) as object, encrypted_key: 'A'.repeat(32) }));
    await withKey(JSON.stringify({ recipients, iv: 'AAAAAAAAAAAAAAAA', ciphertext: 'AAAA', tag: 'A'.repeat(22) }), 'pass');
    expect(deriveBits).not.toHaveBeenCalled();
  });
});

describe('compressed content', () => {
  const key = octKey(32);
  const bytes = Buffer.from(key.k ?? '', 'base64url');
  it('a bomb of 200 MB is refused, without its content', async () => {
    const result = await withKey(bombOf(200, bytes), key);
    expect(told(result)).toBe('failed jwe-zip-limit');
    expect(result.plaintext).toBeUndefined();
  });

  it('exactly 250,000 bytes are given, one more is not', async () => {
    const header = { alg: 'dir', enc: 'A256GCM', zip: 'DEF' };
    expect((await withKey(await encrypt(header, key, new Uint8Array(250_000)), key)).plaintext).toHaveLength(250_000);
    expect(told(await withKey(await encrypt(header, key, new Uint8Array(250_001)), key))).toBe('failed jwe-zip-limit');
  });

  it.each([['DEF', 'failed jwe-zip-damaged'], ['GZ', 'not-tried jwe-zip-unknown']])('zip %s of what is none: %s', async (zip, expected) => {
    expect(told(await withKey(sealByHand(JSON.stringify({ alg: 'dir', enc: 'A256GCM', zip }), bytes, bytesOf('\u0007')), key))).toBe(expected);
  });
});

describe('keys and what they say', () => {
  const oct = octKey(16);
  const rsa = pairs[0];
  const kw = (header = {}) => encrypt({ alg: 'A128KW', enc: 'A128GCM', ...header }, oct);
  const set = (...keys: JWK[]) => JSON.stringify({ keys });

  it.each<[string, () => Promise<string>, JWK | string, string]>([
    ['kid first', () => kw({ kid: 'b' }), set({ ...octKey(16), kid: 'a' }, { ...oct, kid: 'b' }), 'decrypted jwe-decrypted'],
    ['another kid', () => kw({ kid: 'a' }), { ...oct, kid: 'b' }, 'decrypted jwe-decrypted-other-kid'],
    ['kid absent', () => kw({ kid: 'a' }), set({ ...octKey(16), kid: 'b' }, { ...octKey(16), kid: 'c' }), 'not-tried jwe-key-kid'],
    ['type', kw, rsa?.privateKey ?? '', 'not-tried jwe-key-type'],
    ['length', kw, octKey(32), 'not-tried jwe-key-length'],
    ['alg', kw, { ...oct, alg: 'A256KW' }, 'not-tried jwe-key-alg'],
    ['use', kw, { ...oct, use: 'sig' }, 'not-tried jwe-key-use'],
    ['key_ops', kw, { ...oct, key_ops: ['verify'] }, 'not-tried jwe-key-use'],
    ['public', () => encrypt({ alg: 'RSA-OAEP', enc: 'A128GCM' }, rsa?.publicKey ?? oct), rsa?.publicKey as JWK, 'not-tried jwe-key-public'],
    ['none', kw, '{}', 'not-tried jwe-no-key'],
    ['hex', kw, Buffer.from(oct.k ?? '', 'base64url').toString('hex'), 'decrypted jwe-decrypted'],
    ['crit', () => Promise.resolve(sealByHand('{"alg":"dir","enc":"A256GCM","crit":["x"],"x":1}', new Uint8Array(32), bytesOf('a'))), octKey(32), 'failed jwe-crit'],
    ['alg unknown', () => Promise.resolve(sealByHand('{"alg":"HPKE-0","enc":"A256GCM"}', new Uint8Array(32), bytesOf('a'))), oct, 'not-tried jwe-alg-unknown'],
    ['enc unknown', () => Promise.resolve(sealByHand('{"alg":"dir","enc":"XC20P"}', new Uint8Array(32), bytesOf('a'))), oct, 'not-tried jwe-enc-unknown'],
    ['no JWE', () => Promise.resolve('a.b.c'), oct, 'not-tried jwe-not-encrypted'],
    ['too large', () => Promise.resolve('a'.repeat(1_048_577)), oct, 'not-tried jwe-too-large'],
    ['padding', async () => `${await kw()}==`, oct, 'failed jwe-malformed'],
    ['names twice', async () => JSON.stringify({ ...(await flattened({ alg: 'A128KW', enc: 'A128GCM' }, oct)), header: { alg: 'A128KW' } }), oct, 'failed jwe-malformed'],
    ['flattened with aad', async () => JSON.stringify(await flattened({ alg: 'A128KW', enc: 'A128GCM' }, oct)), oct, 'decrypted jwe-decrypted'],
    ['another aad', async () => JSON.stringify({ ...(await flattened({ alg: 'A128KW', enc: 'A128GCM' }, oct)), aad: 'AAAA' }), oct, 'failed jwe-differs'],
    ['dir to many', () => Promise.resolve('{"protected":"eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0","recipients":[{},{}],"iv":"","ciphertext":"","tag":""}'), oct, 'failed jwe-malformed'],
  ])('%s', async (_, token, key, expected) => expect(told(await withKey(await token(), key))).toBe(expected));
});

describe('what is inside', () => {
  const key = octKey(16);
  const inside = async (plaintext: string | Uint8Array) => withKey(await encrypt({ alg: 'A128KW', enc: 'A128GCM' }, key, plaintext), key);

  it('a token, JSON, text or bytes', async () => {
    const nested = compactOf('{"alg":"HS256"}', '{}');
    expect(await inside(nested)).toMatchObject({ nested, problems: [] });
    expect((await inside('{"big":12345678901234567890}')).json).toMatchObject({ members: [{ value: { source: '12345678901234567890' } }] });
    expect(await inside('text')).toMatchObject({ source: 'text' });
    expect((await inside(Uint8Array.of(0xff))).source).toBeUndefined();
  });

  it.each(['none', 'nOnE'])('an unsigned token (%s) is reported: CVE-2026-29000', async (alg) => {
    expect((await inside(compactOf(JSON.stringify({ alg }), '{}', ''))).problems.map(({ code }) => code)).toEqual(['nested-unsigned']);
  });
});
