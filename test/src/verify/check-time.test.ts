import { expect, it } from 'vitest';
import { compactOf, HEADER } from '../tokens.ts';
import { check, NOW } from './signing.ts';

it.each<[string, string, string, Record<string, string>]>([
  ['in the future', `{"exp":${NOW + 1}}`, 'pass time-valid', { exp: String(NOW + 1) }],
  ['now', `{"exp":${NOW}}`, 'fail time-expired', { exp: String(NOW) }],
  ['in the past', `{"exp":${NOW - 1}}`, 'fail time-expired', { exp: String(NOW - 1) }],
  ['a fraction ahead', `{"exp":${NOW}.5}`, 'pass time-valid', { exp: `${NOW}.5` }],
  ['before 1970', '{"exp":-1}', 'fail time-expired', { exp: '-1' }],
  ['nbf now', `{"nbf":${NOW},"exp":${NOW + 1}}`, 'pass time-valid', { exp: String(NOW + 1) }],
  ['nbf in a second', `{"nbf":${NOW + 1},"exp":${NOW + 9}}`, 'fail time-not-yet', { nbf: String(NOW + 1) }],
  ['nbf passed, no exp', `{"nbf":${NOW}}`, 'not-checked time-no-expiry', {}],
  ['nbf ahead, no exp', `{"nbf":${NOW + 1}}`, 'fail time-not-yet', { nbf: String(NOW + 1) }],
  ['expired before it began', `{"nbf":${NOW + 1},"exp":${NOW - 1}}`, 'fail time-expired', { exp: String(NOW - 1) }],
  ['no dates', '{}', 'not-checked time-no-expiry', {}],
  ['a string', `{"exp":"${NOW + 1}"}`, 'fail time-malformed', { claim: 'exp' }],
  ['null', '{"exp":null}', 'fail time-malformed', { claim: 'exp' }],
  ['an array', `{"exp":[${NOW + 1}]}`, 'fail time-malformed', { claim: 'exp' }],
  ['infinite', '{"exp":1e999}', 'fail time-malformed', { claim: 'exp' }],
  ['beyond the calendar', '{"exp":8640000000001}', 'fail time-malformed', { claim: 'exp' }],
  ['twice', `{"exp":${NOW + 1},"exp":${NOW + 2}}`, 'fail time-malformed', { claim: 'exp' }],
  ['twice the same', `{"exp":${NOW + 1},"exp":${NOW + 1}}`, 'fail time-malformed', { claim: 'exp' }],
  ['nbf a string', `{"nbf":"0","exp":${NOW + 1}}`, 'fail time-malformed', { claim: 'nbf' }],
  ['deeper than the top level', '{"a":{"exp":1}}', 'not-checked time-no-expiry', {}],
  ['a payload that is text', 'hello', 'not-checked time-no-claims', {}],
  ['a payload that is an array', '[{"exp":1}]', 'not-checked time-no-claims', {}],
  ['a payload cut short', '{"exp":1', 'not-checked time-no-claims', {}],
])('%s: %s', async (_name, payload, expected, values) => {
  const { time } = await check(compactOf(HEADER, payload));
  expect(`${time.state} ${time.reason}`).toBe(expected);
  expect(time.values).toEqual(values);
});

it.each(['', 'opaque', 'a.b.c', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA'])('%j has no claims to read', async (token) => {
  expect((await check(token)).time.reason).toBe('time-no-claims');
});
