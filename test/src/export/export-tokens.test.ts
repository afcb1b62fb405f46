import { assert, dictionary, jsonValue, property, string } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { exportTokens } from '../../../src/index.ts';
import { compactOf, HEADER, toBase64url } from '../tokens.ts';

// Generated cases take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const claimsOf = (...tokens: string[]) => exportTokens(tokens, { format: 'json', include: 'claims' });
const everythingOf = (...tokens: string[]) => exportTokens(tokens, { format: 'json', include: 'everything' });
const SIGNATURE = 'dGhlLXNpZ25hdHVyZQ';
const JWE = `${toBase64url('{"alg":"dir","enc":"A256GCM"}')}..aXZpdml2aXZpdml2.Y2lwaGVy.dGFn`;

describe('exportTokens, claims', () => {
  it('writes exactly the claims: digits, order, duplicates and empty containers', () => {
    const token = compactOf(HEADER, '{"z":9007199254740993,"a":1.50e+3,"n":[],"o":{},"a":[true,null,{"b":-0}]}', SIGNATURE);
    expect(claimsOf(token)).toBe(
      ['{', '  "z": 9007199254740993,', '  "a": 1.50e+3,', '  "n": [],', '  "o": {},', '  "a": [', '    true,', '    null,', '    {', '      "b": -0', '    }', '  ]', '}', ''].join('\n'),
    );
  });

  it('keeps what is readable readable and gives JSON.parse the same strings', () => {
    const claims = '{"name":"\\uc0c1\\uade0","lone":"\\ud800","quote":"\\"\\\\\\u0000","\\u0061":"😀","__proto__":"p"}';
    const text = claimsOf(compactOf(HEADER, claims));
    expect(text).toContain('"name": "상균"');
    expect(text).toContain('"a": "😀"');
    expect(JSON.parse(text)).toEqual(JSON.parse(claims));
    expect(Object.hasOwn(JSON.parse(text) as object, '__proto__')).toBe(true);
  });

  it('writes several as an array, none as an empty one', () => {
    expect(JSON.parse(claimsOf(compactOf(HEADER, '{"a":1}'), 'opaque', JWE))).toEqual([{ a: 1 }, null, null]);
    expect(claimsOf()).toBe('[]\n');
  });

  it('writes a payload that is no JSON as text or hex', () => {
    expect(JSON.parse(claimsOf(compactOf(HEADER, 'Payload')))).toEqual({ payload: 'Payload', encoding: 'utf-8' });
    expect(JSON.parse(claimsOf(`${toBase64url(HEADER)}.${toBase64url(Uint8Array.of(255, 0, 16))}.c2ln`))).toEqual({ payload: 'ff0010', encoding: 'hex' });
    expect(claimsOf(`${toBase64url(HEADER)}.!!!.c2ln`)).toBe('null\n');
  });

  it('holds nothing that could be replayed', () => {
    const inner = compactOf(HEADER, '{"sub":"inner"}', SIGNATURE);
    const tokens = [
      compactOf(HEADER, '{"sub":"1"}', SIGNATURE),
      compactOf(HEADER, JSON.stringify({ act: inner, note: `see ${inner}`, packed: toBase64url(JSON.stringify({ access_token: inner })), list: [inner], [inner]: 1 }), SIGNATURE),
      compactOf(HEADER, inner, SIGNATURE),
      JWE,
      'an-opaque-session-id-0123456789',
    ];
    const text = claimsOf(...tokens);
    for (const secret of [SIGNATURE, inner, ...tokens, toBase64url(HEADER), 'Y2lwaGVy']) expect(text).not.toContain(secret);
    expect(text).not.toContain(toBase64url(SIGNATURE).slice(4, -4));
    expect((JSON.parse(text) as object[])[1]).toEqual({ act: '[token withheld]', note: '[token withheld]', packed: '[token withheld]', list: ['[token withheld]'], '[token withheld]': 1 });
  });

  it('leaves other strings as they are, whatever they look like', () => {
    const claims = { iss: 'https://issuer.example.com/a.b.c', email: 'a.b@c.example', sid: 'v1.MjQ2-kT9x_4bQ0zPw~7', scope: 'Bearer abcdefghijklmnopqrst' };
    expect(JSON.parse(claimsOf(compactOf(HEADER, JSON.stringify(claims))))).toEqual(claims);
  });

  it('gives JSON with the same values for any claims', () => {
    assert(
      property(dictionary(string({ unit: 'binary' }), jsonValue()), (claims) => {
        const json = JSON.stringify(claims);
        return JSON.stringify(JSON.parse(claimsOf(compactOf(HEADER, json)))) === JSON.stringify(JSON.parse(json));
      }),
    );
  });
});

describe('exportTokens, everything', () => {
  it('adds header, signature and the token itself', () => {
    const token = compactOf('{"typ":"JWT","alg":"HS256"}', '{"id":9007199254740993}', SIGNATURE);
    expect(everythingOf(token)).toContain('"id": 9007199254740993');
    expect(JSON.parse(everythingOf(token))).toMatchObject({ header: { typ: 'JWT', alg: 'HS256' }, signature: SIGNATURE, token });
    expect(Object.keys(JSON.parse(everythingOf(token)) as object)).toEqual(['header', 'claims', 'signature', 'token']);
  });

  it('is whole for tokens that cannot be read', () => {
    expect(JSON.parse(everythingOf(JWE))).toEqual({ header: { alg: 'dir', enc: 'A256GCM' }, claims: null, token: JWE });
    expect(JSON.parse(everythingOf('opaque'))).toEqual({ header: null, claims: null, token: 'opaque' });
  });
});
