import { describe, expect, it } from 'vitest';
import { toBase64url } from '../tokens.ts';
import { check, SECRET, sign, signatureOf, signByHand } from './signing.ts';

const BOM = '\uFEFF';
const padded = (content: string | Uint8Array) => Buffer.from(content).toString('base64').replaceAll('+', '-').replaceAll('/', '_');

describe('the MAC is right, and yet', () => {
  it('the hand-made tokens do pass when nothing is wrong with them', async () => {
    expect(await signatureOf(await signByHand('{"alg":"HS256"}'), SECRET)).toBe('pass signature-matches');
  });

  it.each<[string, string, string, string]>([
    ['two algs', '{"alg":"none","alg":"HS256"}', '{}', 'fail token-malformed'],
    ['two algs by an escape', String.raw`{"alg":"HS256","\u0061lg":"HS256"}`, '{}', 'fail token-malformed'],
    ['a duplicate deep in the header', '{"alg":"HS256","jwk":{"x":1,"x":2}}', '{}', 'fail token-malformed'],
    ['a BOM before the header', `${BOM}{"alg":"HS256"}`, '{}', 'fail token-malformed'],
    ['a BOM before the payload', '{"alg":"HS256"}', `${BOM}{}`, 'fail token-malformed'],
    ['text after the header', '{"alg":"HS256"} x', '{}', 'fail token-malformed'],
    ['a header that ends too early', '{"alg":"HS256"', '{}', 'fail token-malformed'],
    ['a single quote in the header', `{"alg":'HS256'}`, '{}', 'fail token-malformed'],
    ['a deep header', `{"alg":"HS256","a":${'['.repeat(200)}${']'.repeat(200)}}`, '{}', 'fail token-malformed'],
    ['no alg', '{"typ":"JWT"}', '{}', 'fail token-malformed'],
    ['an alg that is no string', '{"alg":["HS256"]}', '{}', 'fail token-malformed'],
    ['crit with an unknown name', '{"alg":"HS256","crit":["exp"],"exp":1}', '{}', 'fail crit-unknown'],
    ['an empty crit', '{"alg":"HS256","crit":[]}', '{}', 'fail crit-unknown'],
    ['a crit that is no array', '{"alg":"HS256","crit":"b64"}', '{}', 'fail crit-unknown'],
    ['b64 false, critical: understood', '{"alg":"HS256","b64":false,"crit":["b64"]}', '{}', 'pass signature-matches'],
    ['crit names b64, which is not there', '{"alg":"HS256","crit":["b64"]}', '{}', 'fail crit-unknown'],
    ['b64 false, not critical', '{"alg":"HS256","b64":false}', '{}', 'fail crit-unknown'],
  ])('%s', async (_name, header, payload, expected) => {
    expect(await signatureOf(await signByHand(header, payload), SECRET)).toBe(expected);
  });

  it('bytes in the header that are no UTF-8', async () => {
    const header = Buffer.from([...Buffer.from('{"alg":"HS256","a":"'), 0xff, ...Buffer.from('"}')]);
    expect(await signatureOf(await signByHand(header), SECRET)).toBe('fail token-malformed');
  });

  it('padding, signed along or added later', async () => {
    const token = await signByHand('{"alg":"HS256"}', '{"a":1}');
    const [header = '', payload = '', signature = ''] = token.split('.');
    for (const copy of [await signByHand('{"alg":"HS256"}', '{"a":1}', padded), `${token}=`, `${header}.${payload}=.${signature}`]) {
      expect(copy).toContain('=');
      expect(await signatureOf(copy, SECRET)).toBe('fail token-malformed');
    }
  });

  it.each([' ', '\n', '\t', '+', '/', '\u{1F600}', '\0'])('%j inside', async (character) => {
    const token = await sign('HS256');
    for (const at of [3, token.indexOf('.') + 3, token.length - 3]) {
      expect(await signatureOf(token.slice(0, at) + character + token.slice(at), SECRET)).toBe('fail token-malformed');
    }
  });

  it('another spelling of the same signature bytes', async () => {
    const token = await signByHand('{"alg":"HS256"}');
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = token.slice(0, -1) + (alphabet[alphabet.indexOf(token.at(-1) ?? '') + 1] ?? '');
    expect(Buffer.from(twin.split('.')[2] ?? '', 'base64url')).toEqual(Buffer.from(token.split('.')[2] ?? '', 'base64url'));
    expect(await signatureOf(twin, SECRET)).toBe('fail token-malformed');
  });
});

describe('what stands in the way of no signature', () => {
  it.each([
    ['text', 'plain text'],
    ['nothing', ''],
    ['broken JSON', '{"a":'],
    ['a repeated claim', '{"a":1,"a":2}'],
    ['bytes', String.fromCharCode(0xfffd)],
    ['an array', '[1]'],
  ])('a payload that is %s', async (_name, payload) => {
    expect(await signatureOf(await signByHand('{"alg":"HS256"}', payload), SECRET)).toBe('pass signature-matches');
  });

  it('b64 true, and unknown names that are not critical', async () => {
    expect(await signatureOf(await signByHand('{"alg":"HS256","b64":true,"zip":"x"}'), SECRET)).toBe('pass signature-matches');
  });
});

describe('tokens without a signature to check', () => {
  const header = (alg: string) => toBase64url(JSON.stringify({ alg }));
  it.each([
    ['alg none', `${header('none')}.e30.`, 'fail alg-none'],
    ['alg nOnE', `${header('nOnE')}.e30.`, 'fail alg-none'],
    ['alg none with a signature', `${header('none')}.e30.c2ln`, 'fail alg-none'],
    ['an empty signature', `${header('HS256')}.e30.`, 'fail signature-missing'],
    ['nothing', '', 'fail token-malformed'],
    ['a lost signature', `${header('HS256')}.e30`, 'fail token-malformed'],
    ['a part too many', `${header('HS256')}.e30.c2ln.c2ln`, 'fail token-malformed'],
    ['a session ID', '8c7b1f0e-3f5e-4b0e-9a51-0d4a5c2d7f11', 'not-checked token-opaque'],
    ['a signed session ID', 's%3Aq8yRb2.Zk3Vw', 'not-checked token-opaque'],
    ['three parts that are no JWS', 'abc.def.ghi', 'not-checked token-opaque'],
    ['JSON in base64', toBase64url('{"user":1}'), 'not-checked token-opaque'],
    ['a JWE', `${toBase64url('{"alg":"dir","enc":"A256GCM"}')}..AAAA.AAAA.AAAA`, 'not-checked token-encrypted'],
    ['over 1 MiB', `${header('HS256')}.${'A'.repeat(1_048_576)}.c2ln`, 'not-checked token-malformed'],
  ])('%s: with and without a key', async (_name, token, expected) => {
    expect(await signatureOf(token, SECRET)).toBe(expected);
    expect(await signatureOf(token)).toBe(expected);
  });

  it('says which alg had no signature and which names are critical', async () => {
    expect((await check(`${header('HS256')}.e30.`)).signature.values).toEqual({ alg: 'HS256' });
    const critical = toBase64url('{"alg":"HS256","crit":["a","b"]}');
    expect((await check(`${critical}.e30.c2ln`)).signature.values).toEqual({ name: 'a, b' });
  });

  it('long values are cut', async () => {
    const long = 'x'.repeat(100_000);
    for (const text of [`{"alg":"${long}"}`, `{"alg":"HS256","crit":["${long}"]}`]) {
      const { values } = (await check(`${toBase64url(text)}.e30.c2ln`, SECRET)).signature;
      expect(Object.values(values)).toEqual([`${'x'.repeat(200)}…`]);
    }
  });
});
