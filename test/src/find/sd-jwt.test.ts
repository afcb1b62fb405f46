import { expect, it } from 'vitest';
import { findTokens } from '../../../src/index.ts';
import { compactOf, HEADER, toBase64url } from '../tokens.ts';

const JWS = compactOf('{"alg":"ES256","typ":"dc+sd-jwt"}', '{"_sd":[]}');
const A = `${toBase64url('["salt","given_name","상균"]')}~`;
const B = `${toBase64url(' [ "salt", "x" ]')}~`;
const BINDING = compactOf('{"alg":"ES256","typ":"kb+jwt"}', '{"nonce":"1"}');
const seen = (text: string) => findTokens(text).map(({ token, kind, path, wrappers }) => [token, kind, path, wrappers.join(' ')]);

it.each([
  ['no disclosure', `${JWS}~`],
  ['one disclosure', `${JWS}~${A}`],
  ['many disclosures', `${JWS}~${A}${B}${A}`],
  ['a key binding JWT', `${JWS}~${A}${B}${BINDING}`],
  ['a key binding JWT and no disclosure', `${JWS}~${BINDING}`],
  ['a header of unusual first bytes', `${compactOf(' \n{"alg":"ES256"}', '{}')}~${A}`],
  ['a hundred disclosures', `${JWS}~${A.repeat(100)}${BINDING}`],
])('an SD-JWT with %s is one token', (_what, token) => {
  expect(seen(`x ${token} y`)).toEqual([[token, 'sd-jwt', '', '']]);
  expect(seen(`vp_token=${token}&state=1`)).toEqual([[token, 'sd-jwt', '', '']]);
  expect(seen(JSON.stringify({ vc: [token] }))).toEqual([[token, 'sd-jwt', '$.vc[0]', 'json']]);
  expect(seen(`SD-JWT ${token}`)).toEqual([[token, 'sd-jwt', '', 'auth-scheme']]);
  expect(seen(encodeURIComponent(`"${token}"`))).toEqual([[token, 'sd-jwt', '$', 'url-encoding json']]);
});

it.each([
  ['an empty disclosure ends it', `${JWS}~~${A}`, [[`${JWS}~`, 'sd-jwt']]],
  ['what misses its tilde is no part of it', `${JWS}~${A}${A.slice(0, -1)}`, [[`${JWS}~${A}`, 'sd-jwt']]],
  ['a binding that is no JWS is no part of it', `${JWS}~${A}www.example.com`, [[`${JWS}~${A}`, 'sd-jwt']]],
  ['a binding cut short is no part of it', `${JWS}~${A}${toBase64url(HEADER)}.e30`, [[`${JWS}~${A}`, 'sd-jwt']]],
  ['one after another', `${JWS}~${A},${JWS}~${BINDING}`, [[`${JWS}~${A}`, 'sd-jwt'], [`${JWS}~${BINDING}`, 'sd-jwt']]],
  ['a JWS behind one', `${JWS}~${BINDING} ${BINDING}`, [[`${JWS}~${BINDING}`, 'sd-jwt'], [BINDING, 'jws']]],
  ['a tilde after a space', `${JWS} ~${A}`, [[JWS, 'jws']]],
])('%s', (_what, text, expected) => expect(findTokens(text).map(({ token, kind }) => [token, kind])).toEqual(expected));
