import { expect, it } from 'vitest';
import { findTokens } from '../../../src/index.ts';
import { compactOf, HEADER, toBase64url } from '../tokens.ts';

const A = compactOf(HEADER, '{"sub":"1"}');
const B = compactOf('{"alg":"ES256"}', '{}');
const toBase64 = (text: string) => Buffer.from(text).toString('base64');
const seen = (text: string, name?: string) => findTokens(text, name === undefined ? {} : { name }).map(({ token, path, wrappers }) => [token, path, wrappers.join(' ')]);

it.each<[string, string, [string, string, string][]]>([
  ['the end of a sentence', `The token is ${A}.`, [[A, '', '']]],
  ['an ellipsis', `${A}...`, [[A, '', '']]],
  ['one token glued to another', `${A}.${B}`, [[A, '', ''], [B, '', '']]],
  ['a form', `grant=x&id_token=${A}&access_token=${B}`, [[A, '', ''], [B, '', '']]],
  ['a command line', `curl -H "Authorization: Bearer ${A}" -H 'Cookie: sid=abc'`, [[A, '', '']]],
  ['a script', `const token = "${A}";`, [[A, '', '']]],
  ['an escaped JSON cookie among others', `a=1; b=${encodeURIComponent(JSON.stringify({ t: A }))}; c=2`, [[A, '$.t', 'url-encoding json']]],
  ['escapes beside a lone percent sign', `x=100%&y=%22${A}%22`, [[A, '$', 'url-encoding json']]],
  ['JSON in a string in JSON', JSON.stringify({ 'a b': [{ t: JSON.stringify({ u: A }) }] }), [[A, "$['a b'][0].t.u", 'json json']]],
  ['base64 that begins in Korean', toBase64(JSON.stringify({ 이름: '상균', t: A })), [[A, '$.t', 'base64 json']]],
  ['base64url that begins in Korean', toBase64url(JSON.stringify(['상', A])), [[A, '$[1]', 'base64url json']]],
])('%s', (_where, text, expected) => expect(seen(text)).toEqual(expected));

it.each([
  ['Basic dXNlcjpwYXNzd29yZA==', 'Authorization'],
  ['basic dXNlcjpwYXNzd29yZDEyMzQ1Ng==', 'access_token'],
  ['Basic%20dXNlcjpwYXNzd29yZDEyMzQ1Ng%3D%3D', 'auth_token'],
  ['{"authorization":"Basic dXNlcjpwYXNzd29yZDEyMzQ1Ng=="}', 'session'],
  ['Authorization: Basic dXNlcjpwYXNzd29yZDEyMzQ1Ng==', undefined],
])('a password is never reported: %s', (text, name) => expect(seen(text, name)).toEqual([]));

it('a long chain of certificates in the header', () => {
  const token = compactOf(JSON.stringify({ alg: 'RS256', x5c: ['A'.repeat(40_000)] }), '{}');
  expect(seen(`x ${token} y`)).toEqual([[token, '', '']]);
});
