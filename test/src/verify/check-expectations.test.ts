import { describe, expect, it } from 'vitest';
import type { Expectations } from '../../../src/index.ts';
import { compactOf, HEADER } from '../tokens.ts';
import { check, NOW, SECRET, sign } from './signing.ts';

const issuer = 'https://issuer.example';
const audience = 'api';

it.each<[string, string, Expectations, string, Record<string, string>]>([
  ['nothing expected', '{"iss":"x"}', {}, 'not-checked expectations-none', {}],
  ['the issuer', `{"iss":"${issuer}"}`, { issuer }, 'pass expectations-met', {}],
  ['an issuer with a slash more', `{"iss":"${issuer}/"}`, { issuer }, 'fail issuer-differs', { expected: issuer, found: `${issuer}/` }],
  ['no issuer', '{}', { issuer }, 'fail issuer-missing', { expected: issuer }],
  ['an issuer that is no string', '{"iss":7}', { issuer: '7' }, 'fail issuer-differs', { expected: '7', found: '7' }],
  ['an issuer that is an object', `{"iss":{"a":[1]}}`, { issuer }, 'fail issuer-differs', { expected: issuer, found: '{ "a": [ 1 ] }' }],
  ['two issuers', `{"iss":"x","iss":"${issuer}"}`, { issuer }, 'fail issuer-differs', { expected: issuer, found: `x, ${issuer}` }],
  ['the audience', '{"aud":"api"}', { audience }, 'pass expectations-met', {}],
  ['one of the audiences', '{"aud":["web","api"]}', { audience }, 'pass expectations-met', {}],
  ['another audience', '{"aud":"API"}', { audience }, 'fail audience-differs', { expected: audience, found: 'API' }],
  ['other audiences', '{"aud":["web","app"]}', { audience }, 'fail audience-differs', { expected: audience, found: 'web, app' }],
  ['no audiences', '{"aud":[]}', { audience }, 'fail audience-differs', { expected: audience, found: '[]' }],
  ['audiences that are not all strings', '{"aud":["api",7]}', { audience }, 'fail audience-differs', { expected: audience, found: 'api, 7' }],
  ['a longer audience', '{"aud":"api2"}', { audience }, 'fail audience-differs', { expected: audience, found: 'api2' }],
  ['two audiences members', '{"aud":"api","aud":"api"}', { audience }, 'fail audience-differs', { expected: audience, found: 'api, api' }],
  ['no audience', '{"iss":"x"}', { audience }, 'fail audience-missing', { expected: audience }],
  ['both', `{"iss":"${issuer}","aud":"api"}`, { issuer, audience }, 'pass expectations-met', {}],
  ['the issuer but not the audience', `{"iss":"${issuer}","aud":"x"}`, { issuer, audience }, 'fail audience-differs', { expected: audience, found: 'x' }],
  ['neither', '{"iss":"x","aud":"x"}', { issuer, audience }, 'fail issuer-differs', { expected: issuer, found: 'x' }],
  ['no claims', 'text', { issuer }, 'not-checked expectations-no-claims', {}],
  ['an escaped issuer', String.raw`{"iss":"\u0061"}`, { issuer: 'a' }, 'pass expectations-met', {}],
])('%s', async (_name, payload, expectations, expected, values) => {
  const { expectations: light } = await check(compactOf(HEADER, payload), undefined, expectations);
  expect(`${light.state} ${light.reason}`).toBe(expected);
  expect(light.values).toEqual(values);
});

it('long values are cut', async () => {
  const long = 'x'.repeat(1_000);
  const { expectations } = await check(compactOf(HEADER, JSON.stringify({ iss: long })), undefined, { issuer: `${long}y` });
  expect(Object.values(expectations.values).map((value) => value.length)).toEqual([201, 201]);
});

describe('three answers, none of which implies another', () => {
  it.each([
    [SECRET, NOW + 1, 'a', 'pass pass pass'],
    [SECRET, NOW, 'a', 'pass fail pass'],
    [SECRET, NOW + 1, 'b', 'pass pass fail'],
    [`${SECRET}x`, NOW + 1, 'a', 'fail pass pass'],
    [undefined, NOW, 'b', 'not-checked fail fail'],
  ])('key %s, exp %d, issuer %s: %s', async (key, exp, expected, states) => {
    const verdict = await check(await sign('HS256', { iss: 'a', exp }), key, { issuer: expected });
    expect([verdict.signature.state, verdict.time.state, verdict.expectations.state].join(' ')).toBe(states);
  });
});
