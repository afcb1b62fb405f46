import { array, assert, asyncProperty, constantFrom, json, oneof, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkKeyBinding, decodeSdJwt, decodeToken } from '../../../src/index.ts';
import { printJson } from '../../../src/export/print-json.ts';
import { compactOf, HEADER, toBase64url } from '../tokens.ts';
import { digestOf } from './issue-sd-jwt.ts';

const disclose = (...parts: unknown[]) => toBase64url(JSON.stringify(parts));
const A = disclose('s', 'a', 1);
const B = disclose('t', 'b', 2);
const ELEMENT = disclose('s', 'DE');
const NESTED = disclose('s', 'outer', { _sd: [digestOf(A)] });

function sdJwt(payload: object | string, ...disclosures: string[]): string {
  return [compactOf(HEADER, typeof payload === 'string' ? payload : JSON.stringify(payload)), ...disclosures, ''].join('~');
}

async function read(text: string) {
  const { payload, problems, undisclosed, disclosures } = await decodeSdJwt(text);
  return {
    claims: payload === undefined ? undefined : printJson(payload).replace(/\s+/g, ''),
    codes: problems.map(({ code }) => code),
    undisclosed,
    paths: disclosures.map(({ path }) => path),
  };
}

describe('decodeSdJwt', () => {
  it.each([
    ['a claim', sdJwt({ _sd: [digestOf(A)] }, A), '{"a":1}', ['$.a']],
    ['an element', sdJwt({ x: [1, { '...': digestOf(ELEMENT) }] }, ELEMENT), '{"x":[1,"DE"]}', ['$.x[1]']],
    ['a claim in a disclosure', sdJwt({ _sd: [digestOf(NESTED)] }, A, NESTED), '{"outer":{"a":1}}', ['$.outer.a', '$.outer']],
    ['digits as they stand', sdJwt({ _sd: [digestOf(toBase64url('["s", "n", 1.0e0]'))] }, toBase64url('["s", "n", 1.0e0]')), '{"n":1.0e0}', ['$.n']],
    ['a name that is no identifier', sdJwt({ _sd: [digestOf(disclose('s', "it's", 1))] }, disclose('s', "it's", 1)), '{"it\'s":1}', [String.raw`$['it\'s']`]],
    ['__proto__ as a name', sdJwt({ _sd: [digestOf(toBase64url('["s","__proto__",1]'))] }, toBase64url('["s","__proto__",1]')), '{"__proto__":1}', ['$.__proto__']],
    ['sha-384', sdJwt({ _sd: [digestOf(A, 'sha384')], _sd_alg: 'sha-384' }, A), '{"a":1}', ['$.a']],
    ['sha-512', sdJwt({ _sd: [digestOf(A, 'sha512')], _sd_alg: 'sha-512' }, A), '{"a":1}', ['$.a']],
    ['an empty _sd', sdJwt({ _sd: [] }), '{}', []],
  ])('%s', async (_, text, claims, paths) => {
    expect(await read(text)).toEqual({ claims, codes: [], undisclosed: 0, paths });
  });

  it('counts digests without disclosure, also in what is disclosed', async () => {
    expect(await read(sdJwt({ _sd: ['x', digestOf(NESTED)], y: [{ '...': 'z' }] }, NESTED))).toMatchObject({ claims: '{"y":[],"outer":{}}', undisclosed: 3, codes: [] });
  });

  it.each([
    ['no tilde', compactOf(HEADER, '{}'), ['sd-grammar'], '{}'],
    ['two tildes', `${compactOf(HEADER, '{}')}~~`, ['sd-grammar'], '{}'],
    ['no tilde behind the last disclosure', sdJwt({ _sd: [digestOf(A)] }, A).slice(0, -1), ['sd-grammar'], '{"a":1}'],
    ['a disclosure nobody asked for', sdJwt({}, A), ['sd-disclosure-unused'], '{}'],
    ['a disclosure twice', sdJwt({ _sd: [digestOf(A)] }, A, A), ['sd-digest-repeated'], '{"a":1}'],
    ['a digest twice', sdJwt({ _sd: [digestOf(A)], o: { _sd: [digestOf(A)] } }, A), ['sd-digest-repeated'], '{"o":{"a":1}}'],
    ['a decoy twice', sdJwt({ _sd: ['x', 'x'] }), ['sd-digest-repeated'], '{}'],
    ['a claim where an element belongs', sdJwt({ x: [{ '...': digestOf(A) }] }, A), ['sd-disclosure'], '{"x":[]}'],
    ['an element where a claim belongs', sdJwt({ _sd: [digestOf(ELEMENT)] }, ELEMENT), ['sd-disclosure'], '{}'],
    ['the name _sd', sdJwt({ _sd: [digestOf(disclose('s', '_sd', []))] }, disclose('s', '_sd', [])), ['sd-reserved-name'], '{}'],
    ['the name ...', sdJwt({ _sd: [digestOf(disclose('s', '...', 1))] }, disclose('s', '...', 1)), ['sd-reserved-name'], '{}'],
    ['_sd that is no array', sdJwt({ _sd: 'x' }), ['sd-reserved-name'], '{}'],
    ['_sd with a number in it', sdJwt({ _sd: [1] }), ['sd-reserved-name'], '{}'],
    ['... outside an array', sdJwt({ a: { '...': 'x' } }), ['sd-reserved-name'], '{"a":{}}'],
    ['... beside another name', sdJwt({ a: [{ '...': 'x', b: 1 }] }), ['sd-reserved-name'], '{"a":[{"b":1}]}'],
    ['_sd_alg further down', sdJwt({ a: { _sd_alg: 'sha-256' } }), ['sd-reserved-name'], '{"a":{}}'],
    ['a name that is there', sdJwt({ a: 0, _sd: [digestOf(A)] }, A), ['sd-name-collision'], '{"a":0}'],
    ['a name disclosed twice', sdJwt({ _sd: [digestOf(A), digestOf(disclose('t', 'a', 2))] }, A, disclose('t', 'a', 2)), ['sd-name-collision'], '{"a":1}'],
    ['no array', sdJwt({ _sd: [digestOf(toBase64url('{}'))] }, toBase64url('{}')), ['sd-disclosure'], '{}'],
    ['one item', sdJwt({ _sd: [digestOf(disclose('s'))] }, disclose('s')), ['sd-disclosure'], '{}'],
    ['four items', sdJwt({ _sd: [digestOf(disclose('s', 'a', 1, 2))] }, disclose('s', 'a', 1, 2)), ['sd-disclosure'], '{}'],
    ['a salt that is no string', sdJwt({ _sd: [digestOf(disclose(1, 'a', 1))] }, disclose(1, 'a', 1)), ['sd-disclosure'], '{}'],
    ['a name that is no string', sdJwt({ _sd: [digestOf(disclose('s', 1, 1))] }, disclose('s', 1, 1)), ['sd-disclosure'], '{}'],
    ['no JSON', sdJwt({ _sd: [digestOf('e30x')] }, 'e30x'), ['json-trailing'], '{}'],
    ['no base64url', sdJwt({ _sd: [digestOf('e+0')] }, 'e+0'), ['base64url-character'], '{}'],
    ['a value with a name twice', sdJwt({ _sd: [digestOf(toBase64url('["s","a",{"b":1,"b":2}]'))] }, toBase64url('["s","a",{"b":1,"b":2}]')), ['json-duplicate-name'], '{"a":{"b":1,"b":2}}'],
    ['a broken hash', sdJwt({ _sd: [digestOf(A)], _sd_alg: 'sha-1' }, A), ['sd-alg-weak'], undefined],
    ['a hash cut short', sdJwt({ _sd_alg: 'sha-256-32' }, A), ['sd-alg-weak'], undefined],
    ['a hash by another spelling', sdJwt({ _sd_alg: 'SHA-256' }), ['sd-alg-unknown'], undefined],
    ['a hash that is no string', sdJwt({ _sd_alg: 256 }), ['sd-alg-unknown'], undefined],
    ['a payload that is no object', sdJwt('[]', A), [], undefined],
  ])('%s', async (_, text, codes, claims) => expect(await read(text)).toMatchObject({ codes, claims }));

  it('a problem names its disclosure', async () => {
    const { problems } = await decodeSdJwt(sdJwt({ _sd: [digestOf(A)] }, A, B));
    expect(problems).toEqual([{ code: 'sd-disclosure-unused', segment: 'disclosure', disclosure: 1, message: 'disclosure 2: no digest stands for it, so the issuer did not sign it' }]);
  });

  // The array of digests inside counts as a level too.
  it('disclosures nested in disclosures stop at 100 levels', async () => {
    let last = disclose('s', 'n', 0);
    const chain = [last];
    for (let level = 0; level < 500; level += 1) chain.push((last = disclose('s', 'n', { _sd: [digestOf(last)] })));
    const { codes, paths } = await read(sdJwt({ _sd: [digestOf(last)] }, ...chain));
    expect(codes).toContain('json-depth');
    expect(paths.filter((path) => path !== undefined)).toHaveLength(98);
  });

  it('over 1 MiB nothing is read', async () => {
    const decoded = await decodeSdJwt('A~'.repeat(600_000));
    expect(decoded.issuer.problems.map(({ code }) => code)).toEqual(['token-too-large']);
    expect(decoded.disclosures).toEqual([]);
  });
});

describe('hostile texts', () => {
  const piece = oneof(string(), constantFrom('~', '.', A, NESTED, HEADER, 'e30', toBase64url(HEADER), toBase64url(`{"_sd":["${digestOf(A)}",null],"cnf":{"jwk":[]}}`)), json().map(toBase64url));

  it('never reject', async () => {
    await assert(
      asyncProperty(array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')), async (text) => {
        const decoded = await decodeSdJwt(text);
        expect(decoded.text).toBe(text);
        expect((await checkKeyBinding(text, { nonce: 'n', now: 0 })).sdHash.state).not.toBe('pass');
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(['~', 'a~b', '~~', 'a.b.c~', '.~'])('%s is no SD-JWT', (text) => expect(decodeToken(text).kind).toBe('opaque'));
});
