import { array, assert, asyncProperty, constantFrom, integer, jsonValue, oneof, property, string, tuple } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decodeToken, exportTokens, findTokens, parseKey, summarizeToken, verifyToken } from '../../src/index.ts';
import { scanJson } from '../../src/decode/scan-json.ts';
import { printJson } from '../../src/export/print-json.ts';
import { compactOf, HEADER, toBase64url } from './tokens.ts';
import { keyFile, keyTextOf, NOW, SECRET, sign } from './verify/signing.ts';

// Generated cases take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const TOKENS = await Promise.all([
  sign('HS256', { sub: 'a', exp: NOW + 1, aud: ['b'] }),
  sign('ES256', { iss: 'c', nested: { deep: [1, { x: null }] } }, { kid: 'd' }),
  sign('EdDSA', 'plain text'),
]);
const JWE = `${toBase64url('{"alg":"dir","enc":"A256GCM"}')}..aXZpdml2aXZpdml2.Y2lwaGVy.dGFn`;
const ALL = [...TOKENS, JWE, `Bearer ${TOKENS[0]}`, JSON.stringify({ token: TOKENS[1] }), encodeURIComponent(JSON.stringify([TOKENS[2]]))];
const KEYS = ['rsa-spki', 'rsa-pkcs1', 'rsa-certificate', 'ec-p256-pkcs8', 'ec-p256-certificate', 'ed25519-spki'].map(keyFile);
const JWKS = [JSON.stringify({ kty: 'EC', crv: 'P-256', x: 'AAAA', y: 'AAAA' }), JSON.stringify({ keys: [{ kty: 'oct', k: 'AAAA', key_ops: ['verify'] }] })];

/** Some characters of a text replaced, taken out or put in. */
const mutated = (texts: readonly string[]) => {
  const edit = tuple(integer({ min: 0, max: 5_000 }), constantFrom(0, 1), oneof(string({ maxLength: 2 }), constantFrom('.', '=', '"', '{', '-', '\uFEFF', '\ud800', '\0', 'A', '_')));
  return tuple(constantFrom(...texts), array(edit, { minLength: 1, maxLength: 4 })).map(([text, edits]) =>
    edits.reduce((copy, [place, removed, inserted]) => {
      const at = place % (copy.length + 1);
      return copy.slice(0, at) + inserted + copy.slice(at + removed);
    }, text),
  );
};
const anyText = oneof(string({ unit: 'binary', maxLength: 200 }), mutated(ALL), mutated(ALL), mutated([...KEYS, ...JWKS]));
const RUNS = { numRuns: 500 };

describe('nothing that is typed or found makes the library throw', () => {
  it('findTokens, decodeToken, summarizeToken, exportTokens', () => {
    assert(
      property(anyText, anyText, (text, name) => {
        for (const { token } of findTokens(text, { name })) expect(token).not.toBe('');
        const decoded = decodeToken(text);
        expect(decoded.text).toBe(text);
        expect(summarizeToken(decoded)).toBeTypeOf('object');
        for (const include of ['claims', 'everything'] as const) {
          expect(() => JSON.parse(exportTokens([text, name], { format: 'json', include })) as unknown).not.toThrow();
        }
      }),
      RUNS,
    );
  });

  it('parseKey: keys or the reason why there are none', async () => {
    await assert(
      asyncProperty(anyText, async (text) => {
        const { keys, problems } = await parseKey(text);
        expect(keys.length + problems.length).toBeGreaterThan(0);
        expect(problems.every(({ message }) => message.length < 200)).toBe(true);
      }),
      RUNS,
    );
  });

  it('verifyToken, and no changed token passes', async () => {
    const keys = (await Promise.all([SECRET, keyTextOf('ec-p256'), keyTextOf('ed25519')].map(async (text) => parseKey(text)))).flatMap((parsed) => parsed.keys);
    for (const token of TOKENS) expect((await verifyToken(token, { keys, now: NOW })).signature.state).toBe('pass');
    await assert(
      asyncProperty(mutated(TOKENS), async (text) => {
        const { signature } = await verifyToken(text, { keys, now: NOW, expectations: { issuer: 'c', audience: 'b' } });
        expect(signature.state === 'pass').toBe(TOKENS.includes(text));
      }),
      RUNS,
    );
  });
});

describe('hostile sizes', () => {
  const deep = (inner: string) => '['.repeat(99) + inner + ']'.repeat(99);
  it.each([
    ['wide and deep', deep(`${'1,'.repeat(300_000)}1`)],
    ['many duplicates', `{${'"":1,'.repeat(100_000)}"":1}`],
    ['many objects with duplicates', `[${'{"":1,"":1},'.repeat(50_000)}1]`],
    ['one long number', '9'.repeat(700_000)],
    ['one long string', `"${'\\u0000'.repeat(100_000)}"`],
  ])('%s', (_name, payload) => {
    const token = compactOf(HEADER, payload);
    expect(decodeToken(token).problems.length).toBeLessThanOrEqual(101);
    const text = exportTokens(Array.from({ length: 3 }, () => token), { format: 'json', include: 'claims' });
    expect(text.length).toBeLessThan(payload.length * 3 * 30);
    expect(JSON.parse(text)).toHaveLength(3);
  });
});

describe('printJson', () => {
  it('round-trips every JSON value', () => {
    assert(
      property(jsonValue({ stringUnit: 'binary' }), (value) => {
        const source = JSON.stringify(value);
        const { node, problems } = scanJson(source);
        expect(problems).toEqual([]);
        expect(node && JSON.stringify(JSON.parse(printJson(node)))).toBe(source);
      }),
    );
  });
});

describe('the claims of 200 tokens', () => {
  it('hold no signature and no token, and are the claims', async () => {
    const claims = Array.from({ length: 200 }, (_, count) => ({ sub: `user-${count}`, name: '상균', id: count, roles: ['a', count % 2 === 0] }));
    const tokens = await Promise.all(claims.map((claim, count) => sign(['HS256', 'ES256', 'EdDSA'][count % 3] ?? '', claim)));
    const text = exportTokens(tokens, { format: 'json', include: 'claims' });
    expect(JSON.parse(text)).toEqual(claims);
    expect(text).toContain('상균');
    expect(findTokens(text)).toEqual([]);
    expect(tokens.flatMap((token) => token.split('.')).filter((segment) => text.includes(segment))).toEqual([]);
    const everything = exportTokens(tokens, { format: 'json', include: 'everything' });
    expect(tokens.filter((token) => !everything.includes(token))).toEqual([]);
  });
});
