import { readFileSync } from 'node:fs';
import { ed448 } from '@noble/curves/ed448.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { describe, expect, it } from 'vitest';
import { parseKey, verifyToken } from '../../../src/index.ts';
import { toBase64url } from '../tokens.ts';
import { NOW, signatureOf } from './signing.ts';

const VECTORS = ['44', '65', '87'].map((size) => {
  const url = new URL(`../../fixtures/vectors/ml-dsa-jose/ML_DSA_${size}.jose.json`, import.meta.url);
  const { jwk, jws } = JSON.parse(readFileSync(url, 'utf8')) as { jwk: Record<string, string>; jws: string };
  return { alg: `ML-DSA-${size}`, jwk, token: jws };
});

function signed(alg: string, jwk: Record<string, string>, sign: (message: Uint8Array) => Uint8Array) {
  const input = `${toBase64url(JSON.stringify({ alg }))}.${toBase64url('{"sub":"a"}')}`;
  return { alg, jwk, token: `${input}.${toBase64url(sign(new TextEncoder().encode(input)))}` };
}

const k1 = secp256k1.keygen(new Uint8Array(48).fill(7));
const point = secp256k1.getPublicKey(k1.secretKey, false);
const k1Jwk = { kty: 'EC', crv: 'secp256k1', x: toBase64url(point.slice(1, 33)), y: toBase64url(point.slice(33)) };
const goldilocks = ed448.keygen(new Uint8Array(57).fill(7));
const ed448Jwk = { kty: 'OKP', crv: 'Ed448', x: toBase64url(goldilocks.publicKey) };
const CASES = [
  signed('ES256K', k1Jwk, (message) => secp256k1.sign(message, k1.secretKey)),
  ...['Ed448', 'EdDSA'].map((alg) => signed(alg, ed448Jwk, (message) => ed448.sign(message, goldilocks.secretKey))),
  ...VECTORS,
];

describe.each(CASES)('$alg with $jwk.kty $jwk.crv', ({ alg, jwk, token }) => {
  it('passes with its own key, which keeps nothing private', async () => {
    const { keys, problems } = await parseKey(JSON.stringify(jwk));
    expect(problems).toEqual([]);
    expect(Object.keys(keys[0]?.jwk ?? {})).not.toContain('priv');
    expect(keys[0]?.fromPrivate).toBe('priv' in jwk);
    const { signature } = await verifyToken(token, { keys, now: NOW });
    expect(signature).toMatchObject({ state: 'pass', reason: 'signature-matches', values: { alg } });
  });

  it('never passes with one of a thousand bits flipped', async () => {
    const { keys } = await parseKey(JSON.stringify(jwk));
    const copies = flippedCopies(token);
    expect(copies).toHaveLength(1_002);
    const states = await Promise.all(copies.map(async (copy) => (await verifyToken(copy, { keys, now: NOW })).signature.state));
    expect(states).not.toContain('pass');
  }, 20_000);

  it('a tampered signature, longer or shorter, is a plain difference', async () => {
    const [header, payload, signature = ''] = token.split('.');
    const bytes = Buffer.from(signature, 'base64url');
    const tampered = Buffer.from(bytes);
    tampered[9] = (tampered[9] ?? 0) ^ 1;
    for (const other of [tampered, bytes.subarray(1), Buffer.concat([bytes, Buffer.of(0)]), Buffer.alloc(bytes.length)]) {
      expect(await signatureOf(`${header}.${payload}.${toBase64url(other)}`, JSON.stringify(jwk))).toBe('fail signature-differs');
    }
  });

  it('a key of the wrong length is unreadable, another kind is another type', async () => {
    const member = 'pub' in jwk ? 'pub' : 'x';
    expect(await signatureOf(token, JSON.stringify({ ...jwk, [member]: 'AAAA' }))).toBe('not-checked key-unreadable');
    expect(await signatureOf(token, '{"kty":"oct","k":"AAAA"}')).toBe('not-checked key-type');
  });
});

it('a high s is allowed, unlike in Bitcoin (RFC 8812 section 3.2)', async () => {
  const high = signed('ES256K', k1Jwk, (message) => {
    const { r, s } = secp256k1.Signature.fromBytes(secp256k1.sign(message, k1.secretKey));
    return new secp256k1.Signature(r, secp256k1.Point.Fn.ORDER - s).toBytes();
  });
  expect(await signatureOf(high.token, JSON.stringify(high.jwk))).toBe('pass signature-matches');
});

it.each([
  ['a point that is not on the curve', { ...k1Jwk, y: k1Jwk.x }],
  ['no point at all', { ...k1Jwk, y: toBase64url(new Uint8Array(32)) }],
])('%s is unreadable', async (_name, jwk) => {
  expect(await signatureOf(CASES[0]?.token ?? '', JSON.stringify(jwk))).toBe('not-checked key-unreadable');
});

it('ML-DSA of one size and a key of another are two types', async () => {
  expect(await signatureOf(VECTORS[0]?.token ?? '', JSON.stringify(VECTORS[1]?.jwk))).toBe('not-checked key-type');
});

/** 334 single bits in each part, evenly spread. */
function flippedCopies(token: string): string[] {
  const segments = token.split('.');
  return segments.flatMap((segment, index) =>
    Array.from({ length: 334 }, (_, count) => {
      const bytes = Buffer.from(segment, 'base64url');
      const bit = Math.floor((count * bytes.length * 8) / 334);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return segments.with(index, toBase64url(bytes)).join('.');
    }),
  );
}
