import { describe, expect, it } from 'vitest';
import { findTokens } from '../../../src/index.ts';
import { compactOf, HEADER, toBase64url } from '../tokens.ts';

const PROTECTED = toBase64url(HEADER);
const COMPACT = compactOf(HEADER, '{"sub":"1"}');
const FLATTENED = `{"payload":"e30","protected":"${PROTECTED}","signature":"c2ln"}`;
const UNPROTECTED = '{ "payload" : "e30",\n "header":{"kid":"1","alg":"HS256"}, "signature":"c2ln" }';
const GENERAL = `{"payload":"e30","signatures":[{"protected":"${PROTECTED}","signature":"c2ln"},{"header":{"alg":"ES256"},"signature":"c2ln"}]}`;
const UNENCODED = `{"protected":"${PROTECTED}","payload":"$.02","signature":"c2ln"}`;
const MIXED = `{"payload":"e30","protected":"${toBase64url('{"crit":[]}')}","header":{"alg":"HS256"},"signature":"c2ln","extra":[{}]}`;
const seen = (text: string) => findTokens(text).map(({ token, kind, path, wrappers }) => [token, kind, path, wrappers.join(' ')]);

describe.each([
  ['flattened', FLATTENED],
  ['unprotected', UNPROTECTED],
  ['general', GENERAL],
  ['unencoded payload', UNENCODED],
  ['alg beside the protected header', MIXED],
])('a %s JWS', (_what, token) => {
  it.each([
    ['alone', token, '$', ''],
    ['in white space', ` \n${token}\t`, '$', ''],
    ['in an array', `[0,[],${token}]`, '$[2]', ''],
    ['in an object', `{"a b":{"c":[{}]},"d" : ${token} , "e":1}`, '$.d', ''],
    ['in a string', JSON.stringify({ a: token }), '$.a', 'json'],
    ['in base64url', toBase64url(token), '$', 'base64url'],
    ['URL-encoded', encodeURIComponent(token), '$', 'url-encoding'],
  ])('%s, exactly as it is written', (_where, text, path, wrappers) => {
    expect(seen(text)).toEqual([[token, 'jws-json', path, wrappers]]);
  });

  it('stands where it is said to, before and behind other tokens', () => {
    const text = `["${COMPACT}",${token},"${COMPACT}",${token},{"x":"un`;
    const found = findTokens(text);
    expect(found.map(({ kind, path }) => [kind, path])).toEqual([['jws', '$[0]'], ['jws-json', '$[1]'], ['jws', '$[2]'], ['jws-json', '$[3]']]);
    for (const { kind, token: one, offset } of found) if (kind === 'jws-json') expect(text.slice(offset, offset + one.length)).toBe(token);
  });
});

it('does not search inside one', () => {
  const payload = toBase64url(JSON.stringify({ access_token: COMPACT }));
  const token = FLATTENED.replace('e30', payload);
  expect(seen(token)).toEqual([[token, 'jws-json', '$', '']]);
});

it('of two inside each other, the outer one', () => {
  const token = FLATTENED.replace('}', `,"x":${GENERAL}}`);
  expect(seen(`[${token},"${COMPACT}"]`)).toEqual([[token, 'jws-json', '$[0]', ''], [COMPACT, 'jws', '$[1]', 'json']]);
});

it.each([
  '{"payload":"e30","signature":"c2ln"}',
  '{"payload":{"a":1},"signature":"c2ln"}',
  `{"payload":"e30","protected":"${PROTECTED}"}`,
  `{"payload":"e30","protected":"${PROTECTED}","signature":"a b"}`,
  `{"payload":"e30","protected":"${toBase64url('{}')}","signature":"c2ln"}`,
  `{"payload":"e30","protected":"${PROTECTED}","protected":1,"signature":"c2ln"}`,
  '{"payload":"not base64","header":{"alg":"HS256"},"signature":"c2ln"}',
  '{"payload":"e30","signatures":[]}',
  `{"payload":"e30","signatures":["a",{"protected":"${PROTECTED}","signature":"c2ln"}]}`,
  `{"payload":"e30","signatures":[{"protected":"${PROTECTED}"}]}`,
  `{"payload":"e30","signatures":{"protected":"${PROTECTED}","signature":"c2ln"}}`,
  `{"event":"push","payload":"{\\"a\\":1}","signature":"c2ln","header":{"id":1}}`,
  FLATTENED.slice(0, -1),
])('%s is none', (text) => expect(seen(text)).toEqual([]));
