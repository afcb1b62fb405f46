import { exportJWK, importSPKI } from 'jose';
import { describe, expect, it } from 'vitest';
import { parseKey, verifyToken } from '../../../src/index.ts';
import { toBase64url } from '../tokens.ts';
import { ALGORITHMS, check, keyFile, keyTextOf, NOW, sign, signatureOf } from './signing.ts';

describe.each(ALGORITHMS)('$alg', ({ alg, pair }) => {
  it('passes with its own key', async () => {
    const { signature } = await check(await sign(alg), keyTextOf(pair));
    expect(signature).toMatchObject({ state: 'pass', reason: 'signature-matches', values: { alg } });
    expect(signature.key?.reading).toBe(pair === 'secret' ? 'utf-8' : 'spki');
  });

  it('never passes with a bit flipped, wherever it is', async () => {
    const token = await sign(alg);
    const { keys } = await parseKey(keyTextOf(pair));
    const flipped = flippedCopies(token);
    expect(flipped.length).toBeGreaterThan(30);
    const states = await Promise.all(flipped.map(async (copy) => (await verifyToken(copy, { keys, now: NOW })).signature.state));
    expect(new Set(states)).not.toContain('pass');
  });

  it('a flipped payload or signature is a plain difference', async () => {
    const [header, payload, signature = ''] = (await sign(alg)).split('.');
    const otherPayload = await signatureOf(`${header}.${toBase64url('{"sub":"b"}')}.${signature}`, keyTextOf(pair));
    const otherSignature = await signatureOf(`${header}.${payload}.${flip(signature, 7)}`, keyTextOf(pair));
    expect([otherPayload, otherSignature]).toEqual(['fail signature-differs', 'fail signature-differs']);
  });

  it('says what kind of key it needs', async () => {
    const { signature } = await check(await sign(alg), keyTextOf(pair === 'rsa' ? 'ec-p256' : 'rsa'));
    const needs = { secret: 'secret', rsa: 'rsa', ed25519: 'okp' }[pair] ?? 'ec';
    expect(signature).toMatchObject({ state: 'not-checked', reason: 'key-type', values: { alg, needs } });
  });
});

it('another curve of the same kind is another type', async () => {
  expect(await signatureOf(await sign('ES256'), keyTextOf('ec-p384'))).toBe('not-checked key-type');
});

it.each([
  ['EdDSA', 'Ed25519'],
  ['Ed25519', 'EdDSA'],
])('%s and a JWK that says %s are one algorithm', async (alg, keyAlg) => {
  const jwk = await exportJWK(await importSPKI(keyFile('ed25519-spki'), 'Ed25519', { extractable: true }));
  expect(await signatureOf(await sign(alg), JSON.stringify({ ...jwk, alg: keyAlg }))).toBe('pass signature-matches');
});

it.each(['RSA1_5', 'ML-DSA-64', 'hs256', 'HS256 ', 'RSA-OAEP', '', '__proto__', 'toString'])('%j is unknown, not failed', async (alg) => {
  const token = `${toBase64url(JSON.stringify({ alg }))}.e30.c2ln`;
  expect((await check(token, keyTextOf('secret'))).signature).toMatchObject({ state: 'not-checked', reason: 'alg-unknown', values: { alg } });
});

it('HMAC keyed with the text of a public key is not even tried (CVE-2015-9235)', async () => {
  for (const text of [keyFile('rsa-spki'), keyFile('rsa-spki').trim(), `\n\n${keyFile('rsa-certificate')}`]) {
    expect(await signatureOf(await sign('HS256'), text)).toBe('not-checked key-type');
  }
});

/** One bit flipped in each of some 12 bytes of header, payload and signature. */
function flippedCopies(token: string): string[] {
  const segments = token.split('.');
  return segments.flatMap((segment, index) => {
    const bits = Buffer.from(segment, 'base64url').length * 8;
    const step = Math.max(1, Math.floor(bits / 12));
    return Array.from({ length: Math.ceil(bits / step) }, (_, count) => segments.with(index, flip(segment, count * step)).join('.'));
  });
}

function flip(segment: string, bit: number): string {
  const bytes = Buffer.from(segment, 'base64url');
  const index = Math.floor(bit / 8);
  bytes[index] = (bytes[index] ?? 0) ^ (1 << (bit % 8));
  return toBase64url(bytes);
}
