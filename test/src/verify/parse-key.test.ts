import { describe, expect, it } from 'vitest';
import { parseKey } from '../../../src/index.ts';
import type { KeyReading } from '../../../src/index.ts';
import { check, keyFile, SECRET, sign, signatureOf } from './signing.ts';

const jwkOf = async (name: string) => {
  const [key] = (await parseKey(keyFile(name))).keys;
  return { ...key?.jwk };
};

describe('a secret', () => {
  const bytes = Buffer.from(SECRET);
  it.each<[KeyReading, string]>([
    ['utf-8', SECRET],
    ['utf-8', `${SECRET}\n`],
    ['base64', bytes.toString('base64')],
    ['base64', bytes.toString('base64').replace(/=+$/, '')],
    ['hex', bytes.toString('hex')],
    ['hex', bytes.toString('hex').toUpperCase()],
  ])('given as %s (%j) verifies and is named so', async (reading, text) => {
    const { signature } = await check(await sign('HS256'), text);
    expect(signature).toMatchObject({ state: 'pass', key: { reading } });
  });

  it('given as base64url is named so where base64 has other characters', async () => {
    const { keys } = await parseKey('-_-_-_-_');
    expect(keys.map(({ reading }) => reading)).toEqual(['utf-8', 'base64url']);
    expect(keys.at(-1)?.jwk.k).toBe('-_-_-_-_');
  });

  it('each distinct key stands once', async () => {
    const { keys } = await parseKey('abcdefab');
    expect(keys.map(({ reading }) => reading)).toEqual(['utf-8', 'base64', 'hex']);
  });

  it('white space at the ends may belong to it or not', async () => {
    const { keys } = await parseKey(' ab\n', 'utf-8');
    expect(keys.map(({ jwk }) => Buffer.from(jwk.k ?? '', 'base64url').toString())).toEqual([' ab\n', 'ab']);
  });

  it.each<KeyReading>(['utf-8', 'base64', 'base64url', 'hex'])('a hint leaves only %s', async (hint) => {
    const { keys, problems } = await parseKey('abcdefab', hint);
    expect(problems).toEqual([]);
    expect(keys.map(({ reading }) => reading)).toEqual([hint]);
  });

  it('a hint that does not fit is a problem', async () => {
    const { keys, problems } = await parseKey('not hex', 'hex');
    expect([keys, problems.map(({ code }) => code)]).toEqual([[], ['key-unsupported']]);
  });
});

describe('PEM', () => {
  const table: [string, KeyReading, string, boolean][] = [
    ['rsa-spki', 'spki', 'RS256', false],
    ['rsa-pkcs1', 'pkcs1', 'RS256', false],
    ['rsa-pkcs8', 'pkcs8', 'RS256', true],
    ['rsa-certificate', 'x509', 'RS256', false],
    ['ec-p256-spki', 'spki', 'ES256', false],
    ['ec-p256-pkcs8', 'pkcs8', 'ES256', true],
    ['ec-p256-certificate', 'x509', 'ES256', false],
    ['ec-p384-spki', 'spki', 'ES384', false],
    ['ec-p384-pkcs8', 'pkcs8', 'ES384', true],
    ['ec-p521-spki', 'spki', 'ES512', false],
    ['ec-p521-pkcs8', 'pkcs8', 'ES512', true],
    ['ed25519-spki', 'spki', 'EdDSA', false],
    ['ed25519-pkcs8', 'pkcs8', 'EdDSA', true],
    ['ed25519-certificate', 'x509', 'EdDSA', false],
  ];

  it.each(table)('%s is read as %s and verifies %s', async (file, reading, alg, fromPrivate) => {
    const { keys, problems } = await parseKey(keyFile(file));
    expect(problems).toEqual([]);
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ reading, fromPrivate });
    expect(await signatureOf(await sign(alg), keyFile(file))).toBe('pass signature-matches');
  });

  it.each(table)('%s keeps no private member', async (file) => {
    const { keys } = await parseKey(keyFile(file));
    expect(Object.keys(keys[0]?.jwk ?? {}).filter((name) => !['kty', 'n', 'e', 'crv', 'x', 'y'].includes(name))).toEqual([]);
  });

  it('one file in three forms is one key', async () => {
    const [spki, ...others] = await Promise.all(['rsa-spki', 'rsa-pkcs1', 'rsa-pkcs8', 'rsa-certificate'].map(jwkOf));
    for (const other of others) expect(other).toEqual(spki);
  });

  it.each([
    ['text before it, as openssl writes it', (pem: string) => `Bag Attributes\n    friendlyName: x\n${pem}`],
    ['line ends written \\n', (pem: string) => `"${pem.replaceAll('\n', String.raw`\n`)}"`],
    ['CRLF', (pem: string) => pem.replaceAll('\n', '\r\n')],
    ['indented', (pem: string) => pem.replaceAll('\n', '\n    ')],
    ['another block after it', (pem: string) => pem + keyFile('rsa-spki')],
  ])('%s', async (_name, write) => {
    for (const file of ['ec-p256-spki', 'ec-p256-certificate']) {
      expect(await signatureOf(await sign('ES256'), write(keyFile(file)))).toBe('pass signature-matches');
    }
  });
});

describe('JWK', () => {
  it('of each type', async () => {
    for (const [file, alg] of [['rsa-spki', 'PS256'], ['ec-p256-spki', 'ES256'], ['ed25519-spki', 'Ed25519']] as const) {
      const text = JSON.stringify(await jwkOf(file));
      expect((await check(await sign(alg), text)).signature).toMatchObject({ state: 'pass', key: { reading: 'jwk' } });
    }
    const oct = JSON.stringify({ kty: 'oct', k: Buffer.from(SECRET).toString('base64url') });
    expect((await check(await sign('HS256'), oct)).signature).toMatchObject({ state: 'pass', key: { reading: 'jwk' } });
  });

  it('of a private key leaves its secret behind, and its "sign" means "verify"', async () => {
    const { keys } = await parseKey(JSON.stringify({ ...(await jwkOf('ec-p256-spki')), d: 'AAAA', key_ops: ['sign'], use: 'sig' }));
    expect(keys).toMatchObject([{ fromPrivate: true, jwk: { key_ops: ['verify'] } }]);
    expect(JSON.stringify(keys)).not.toContain('AAAA');
  });

  it('a set keeps what can be used and names the rest', async () => {
    const { keys, problems } = await parseKey(JSON.stringify({ keys: [{ kty: 'X' }, await jwkOf('rsa-spki'), 1, null, []] }));
    expect(keys).toMatchObject([{ reading: 'jwks', jwk: { kty: 'RSA' } }]);
    expect(problems.map(({ code }) => code)).toEqual(['key-unsupported', 'key-jwk', 'key-jwk', 'key-jwk']);
    expect(problems.map(({ message }) => message.slice(0, 16))).toEqual([1, 3, 4, 5].map((count) => `key ${count} of the set`));
  });

  it('of a long set the first 100 are read, and that is said', async () => {
    const { keys, problems } = await parseKey(JSON.stringify({ keys: Array.from({ length: 101 }, () => ({ kty: 'oct', k: 'AAAA' })) }));
    expect([keys.length, problems.map(({ code }) => code)]).toEqual([100, ['key-set-cut']]);
  });
});

describe('what is refused', () => {
  const rsa = { kty: 'RSA', n: 'AQAB', e: 'AQAB' };
  const body = keyFile('rsa-spki').split('\n').slice(1, 2).join('');
  it.each<[string, string, string]>([
    ['nothing', '', 'key-empty'],
    ['white space', ' \n\t ', 'key-empty'],
    ['an empty set', '{"keys":[]}', 'key-empty'],
    ['a huge text', 'a'.repeat(65_537), 'key-too-large'],
    ['a block without an end', '-----BEGIN PUBLIC KEY-----\nAAAA', 'key-pem'],
    ['a block with another end', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END CERTIFICATE-----', 'key-pem'],
    ['a block that is no base64', '-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----', 'key-pem'],
    ['an empty block', '-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----', 'key-pem'],
    ['a cut public key', `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----`, 'key-unsupported'],
    ['a cut certificate', `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`, 'key-unsupported'],
    ['an SSH key', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----', 'key-unsupported'],
    ['PKCS#1 private', keyFile('rsa-private-pkcs1'), 'key-unsupported'],
    ['SEC1 private', keyFile('ec-p256-sec1'), 'key-unsupported'],
    ['a key that signs nothing', keyFile('x25519-spki'), 'key-unsupported'],
    ['broken JSON', '{"kty":', 'key-json'],
    ['JSON with more behind it', '{"kty":"oct","k":"AAAA"} x', 'key-json'],
    ['deep JSON', `{"a":${'['.repeat(10_000)}`, 'key-json'],
    ['no kty', '{}', 'key-jwk'],
    ['a kty from the prototype', '{"kty":"constructor"}', 'key-unsupported'],
    ['another post-quantum key', '{"kty":"AKP","alg":"SLH-DSA-SHA2-128s","pub":"AAAA"}', 'key-unsupported'],
    ['a post-quantum key without alg', '{"kty":"AKP","pub":"AAAA"}', 'key-jwk'],
    ['a curve that is not used here', '{"kty":"OKP","crv":"X448","x":"AAAA"}', 'key-unsupported'],
    ['a repeated member', '{"kty":"oct","k":"AAAA","k":"BBBB"}', 'key-jwk'],
    ['an alg that is no string', '{"kty":"oct","k":"AAAA","alg":["HS256"]}', 'key-jwk'],
    ['key_ops that are no array', '{"kty":"oct","k":"AAAA","key_ops":"verify"}', 'key-jwk'],
    ['a set that is no array', '{"keys":{}}', 'key-jwk'],
    ['a missing member', '{"kty":"EC","crv":"P-256","x":"AAAA"}', 'key-jwk'],
    ['an empty secret', '{"kty":"oct","k":""}', 'key-jwk'],
    ['a secret that is no base64url', '{"kty":"oct","k":"a secret!"}', 'key-jwk'],
    ['a padded secret', '{"kty":"oct","k":"AAA="}', 'key-jwk'],
    ['exponent 1', JSON.stringify({ ...rsa, e: 'AQ' }), 'key-jwk'],
    ['exponent 1 with zeros', JSON.stringify({ ...rsa, e: 'AAAB' }), 'key-jwk'],
    ['an even exponent', JSON.stringify({ ...rsa, e: 'AQAA' }), 'key-jwk'],
  ])('%s', async (_name, text, code) => {
    const { keys, problems } = await parseKey(text);
    expect(keys).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(await signatureOf(await sign('RS256'), text)).toBe('not-checked key-unreadable');
  });

  it.each([
    ['-----BEGIN PUBLIC KEY-----\nAA!A', 29],
    ['  {"kty" "oct"}', 9],
    ['{"kty":"oct","k":"AAAA","k":"AAAA"}', 24],
  ])('%j says where: %d', async (text, offset) => {
    const whole = text.includes('PUBLIC') ? `some text\n${text}\n-----END PUBLIC KEY-----` : text;
    const { problems } = await parseKey(whole);
    expect(problems.map((problem) => problem.offset)).toEqual([text === whole ? offset : offset + 10]);
  });

  it('no message quotes the key', async () => {
    const secret = 'Q7zvKwXyPm';
    const texts = [`{"kty":"oct","k":${secret}}`, `{"kty":"${secret}"}`, `{${secret}`, `{"keys":[{"kty":"oct","k":"${secret}!"}]}`, `-----BEGIN X-----${secret}`];
    for (const text of texts) {
      const { keys, problems } = await parseKey(text);
      expect(keys).toEqual([]);
      const quoted = problems.flatMap(({ message }) => [...message.matchAll(/"([^"]*)"/g)].map(([, inner]) => inner ?? ''));
      expect(problems.map(({ message }) => message).join()).not.toContain(secret);
      expect(quoted.filter((inner) => inner.length === 1 && secret.includes(inner))).toEqual([]);
    }
  });
});
