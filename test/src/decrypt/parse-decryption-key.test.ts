import { describe, expect, it } from 'vitest';
import { decryptToken, parseDecryptionKey } from '../../../src/index.ts';
import { exportJWK, generateKeyPair } from 'jose';
import { generateKeyPairSync } from 'node:crypto';
import { keyFile } from '../verify/signing.ts';
import { encrypt, octKey, PLAINTEXT } from './sealing.ts';

describe('what is read as a key that decrypts', () => {
  it.each([
    ['one word!', 'UTF-8 alone', ['utf-8']],
    ['c2VjcmV0', 'all readings', ['utf-8', 'base64']],
    ['00ff', 'hex, too', ['utf-8', 'base64', 'hex']],
    ['a_-b', 'base64url', ['utf-8', 'base64url']],
    ['{"kty":"oct","k":"AAAA"}', 'a JWK', ['jwk']],
    ['{"keys":[{"kty":"oct","k":"AAAA"},{"kty":"EC","crv":"P-256","x":"A","y":"A","d":"A"}]}', 'a JWKS', ['jwks', 'jwks']],
  ])('%s: %s', async (text, _, readings) => {
    const parsed = await parseDecryptionKey(text);
    expect(parsed.problems).toEqual([]);
    expect(parsed.keys.map(({ reading }) => reading)).toEqual(readings);
  });

  it('keeps one reading when asked', async () => {
    expect((await parseDecryptionKey('00ff', 'hex')).keys).toEqual([{ reading: 'hex', jwk: { kty: 'oct', k: 'AP8' } }]);
    expect((await parseDecryptionKey('xyz', 'hex')).problems.map(({ code }) => code)).toEqual(['key-unsupported']);
  });

  it.each([
    [' ', 'key-empty'], ['a'.repeat(65_537), 'key-too-large'], ['{', 'key-json'], ['{"kty":"oct","kty":"oct","k":"AAAA"}', 'key-jwk'], ['{}', 'key-jwk'], ['{"kty":"oct"}', 'key-jwk'],
    ['{"kty":"AKP"}', 'key-unsupported'], ['{"keys":{}}', 'key-jwk'], ['{"keys":[]}', 'key-empty'], ['-----BEGIN PRIVATE KEY-----', 'key-pem'],
    [keyFile('rsa-spki'), 'key-unsupported'], [keyFile('ed25519-pkcs8'), 'key-unsupported'],
  ])('%.50s: %s', async (text, code) => {
    expect(await parseDecryptionKey(text)).toMatchObject({ keys: [], problems: [{ code }] });
  });

  it('of a long set only the first 100 keys', async () => {
    const { keys, problems } = await parseDecryptionKey(JSON.stringify({ keys: Array.from({ length: 101 }, () => octKey(16)) }));
    expect([keys.length, problems.map(({ code }) => code)]).toEqual([100, ['key-set-cut']]);
  });
});

describe('PKCS#8', () => {
  it.each(['rsa', 'ec-p256', 'ec-p384', 'ec-p521', 'x25519'])('%s opens what its public key encrypted', async (name) => {
    const x25519 = generateKeyPairSync('x25519', { privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
    const { keys } = await parseDecryptionKey(name === 'x25519' ? x25519.privateKey : keyFile(`${name}-pkcs8`));
    const jwk = keys[0]?.jwk ?? { kty: '' };
    const { kty, n = '', e = '', crv = '', x = '', y } = jwk;
    const alg = kty === 'RSA' ? 'RSA-OAEP' : 'ECDH-ES';
    const publicKey = kty === 'RSA' ? { kty, n, e } : { kty, crv, x, ...(y === undefined ? {} : { y }) };
    const opened = await decryptToken(await encrypt({ alg, enc: 'A128GCM' }, publicKey), { keys });
    expect(opened).toMatchObject({ state: 'decrypted', source: PLAINTEXT, key: { reading: 'pkcs8' } });
  });

  it('RSA of 1,024 bits is not tried: the reason is its length', async () => {
    const { publicKey } = await generateKeyPair('RSA-OAEP', { extractable: true });
    const token = await encrypt({ alg: 'RSA-OAEP', enc: 'A128GCM' }, await exportJWK(publicKey));
    const { keys } = await parseDecryptionKey(keyFile('rsa1024-pkcs8'));
    expect((await decryptToken(token, { keys })).reason).toBe('jwe-key-weak');
  });
});
