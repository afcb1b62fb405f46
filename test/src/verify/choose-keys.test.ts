import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseKey } from '../../../src/index.ts';
import { check, keyFile, sign, signatureOf } from './signing.ts';

const rsa = { ...(await parseKey(keyFile('rsa-spki'))).keys[0]?.jwk };
const ec = { ...(await parseKey(keyFile('ec-p256-spki'))).keys[0]?.jwk };
const ed = { ...(await parseKey(keyFile('ed25519-spki'))).keys[0]?.jwk };
const weak = { ...(await parseKey(keyFile('rsa1024-spki'))).keys[0]?.jwk };
/** A point of P-256 that is not the signer's: RFC 7515 appendix A.3. */
const otherEc = { kty: 'EC', crv: 'P-256', x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0' };
const set = (...keys: object[]) => JSON.stringify({ keys });

describe('a set of keys and a token with kid "a"', () => {
  const token = sign('ES256', '{}', { kid: 'a' });
  it.each<[string, object[], string]>([
    ['the named key', [otherEc, { ...ec, kid: 'a' }], 'pass signature-matches'],
    ['the named key beside others', [{ ...otherEc, kid: 'b' }, rsa, { ...ec, kid: 'a' }], 'pass signature-matches'],
    ['the key without any name', [ec], 'pass signature-matches'],
    ['the key under another name', [{ ...ec, kid: 'b' }], 'pass signature-matches-other-kid'],
    ['the named key differs, another matches', [{ ...otherEc, kid: 'a' }, { ...ec, kid: 'b' }], 'pass signature-matches-other-kid'],
    ['the named key differs', [{ ...otherEc, kid: 'a' }, { ...otherEc, kid: 'b' }], 'fail signature-differs'],
    ['a nameless key differs', [otherEc], 'fail signature-differs'],
    ['the only key has another name', [{ ...otherEc, kid: 'b' }], 'not-checked key-kid'],
    ['no key has the name', [{ ...otherEc, kid: 'b' }, { ...rsa, kid: 'c' }], 'not-checked key-kid'],
    ['the named key is for encryption', [{ ...ec, kid: 'a', use: 'enc' }, { ...otherEc, kid: 'b' }], 'not-checked key-use'],
    ['the named key is of another type', [{ ...rsa, kid: 'a' }, { ...otherEc, kid: 'b' }], 'not-checked key-type'],
    ['the named key is for another algorithm', [{ ...ec, kid: 'a', alg: 'ES384' }, { ...ec, kid: 'b', use: 'enc' }], 'not-checked key-alg'],
    ['one key cannot be read, the other differs', [{ kty: 'EC' }, { ...otherEc, kid: 'b' }], 'not-checked key-unreadable'],
    ['one key cannot be read, the named one differs', [{ kty: 'EC' }, { ...otherEc, kid: 'a' }], 'fail signature-differs'],
    ['one key cannot be read, the named one matches', [{ kty: 'EC' }, { ...ec, kid: 'a' }], 'pass signature-matches'],
    ['only other types', [{ ...rsa, kid: 'a' }, ed], 'not-checked key-type'],
  ])('%s: %s', async (_name, keys, expected) => {
    expect(await signatureOf(await token, set(...keys))).toBe(expected);
  });

  it('says which names differ', async () => {
    const { signature } = await check(await token, set({ ...ec, kid: 'b' }));
    expect(signature).toMatchObject({ values: { alg: 'ES256', kid: 'a', found: 'b' }, key: { reading: 'jwks', kid: 'b' } });
    const { signature: unknown } = await check(await token, set({ ...otherEc, kid: 'b' }, { ...otherEc, kid: 'c' }));
    expect(unknown.values).toEqual({ kid: 'a' });
  });
});

it('a single key under another name that differs is a plain difference', async () => {
  expect(await signatureOf(await sign('ES256', '{}', { kid: 'a' }), JSON.stringify({ ...otherEc, kid: 'b' }))).toBe('fail signature-differs');
});

describe('a key that says what it is for', () => {
  it.each<[string, object, string]>([
    ['the same algorithm', { alg: 'ES256' }, 'pass signature-matches'],
    ['another algorithm', { alg: 'ES384' }, 'not-checked key-alg'],
    ['an encryption algorithm', { alg: 'ECDH-ES' }, 'not-checked key-alg'],
    ['signatures', { use: 'sig' }, 'pass signature-matches'],
    ['encryption', { use: 'enc' }, 'not-checked key-use'],
    ['verifying', { key_ops: ['verify'] }, 'pass signature-matches'],
    ['verifying and more', { key_ops: ['encrypt', 'verify'] }, 'pass signature-matches'],
    ['deriving', { key_ops: ['deriveBits'] }, 'not-checked key-use'],
    ['nothing', { key_ops: [] }, 'not-checked key-use'],
    ['verifying, but use says encryption', { key_ops: ['verify'], use: 'enc' }, 'not-checked key-use'],
  ])('%s: %s', async (_name, members, expected) => {
    expect(await signatureOf(await sign('ES256'), JSON.stringify({ ...ec, ...members }))).toBe(expected);
  });
});

describe('keys that cannot decide', () => {
  it('an RSA key of 1,024 bits', async () => {
    expect(await signatureOf(await sign('RS256'), keyFile('rsa1024-spki'))).toBe('not-checked key-weak');
    expect(await signatureOf(await sign('PS512'), JSON.stringify(weak))).toBe('not-checked key-weak');
  });

  it('zeros before a short modulus make it no longer', async () => {
    const n = Buffer.concat([Buffer.alloc(256), Buffer.from(weak.n ?? '', 'base64url')]).toString('base64url');
    expect(await signatureOf(await sign('RS256'), JSON.stringify({ ...weak, n }))).toBe('not-checked key-weak');
  });

  it.each<[string, object]>([
    ['a point that is not on the curve', { ...ec, y: ec.x }],
    ['a coordinate of the wrong length', { ...ec, y: 'AAAA' }],
  ])('%s is called unreadable, not a missing algorithm or a difference', async (_name, jwk) => {
    expect(await signatureOf(await sign('ES256'), JSON.stringify(jwk))).toBe('not-checked key-unreadable');
  });

  it('an Ed25519 key of the wrong length', async () => {
    expect(await signatureOf(await sign('EdDSA'), JSON.stringify({ ...ed, x: 'AAAA' }))).toBe('not-checked key-unreadable');
  });

  it('no key at all', async () => expect(await signatureOf(await sign('ES256'))).toBe('not-checked no-key'));
});

describe('an engine without the algorithm', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is named as the reason', async () => {
    const [token, { keys }] = await Promise.all([sign('EdDSA'), parseKey(JSON.stringify(ed))]);
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('Operation is not supported', 'NotSupportedError'));
    const { verifyToken } = await import('../../../src/index.ts');
    const { signature } = await verifyToken(token, { keys, now: 0 });
    expect(signature).toMatchObject({ state: 'not-checked', reason: 'alg-unavailable', values: { alg: 'EdDSA' } });
  });
});
