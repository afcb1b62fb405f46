import { array, assert, constantFrom, nat, property, record, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTokens, joinChunks } from '../../../src/index.ts';
import { compactOf, HEADER, toBase64url } from '../tokens.ts';

const JWS = compactOf(HEADER, '{"sub":"상균"}');
const entries = (text: string) => text.split(' ').map((entry) => ({ name: entry.slice(0, entry.indexOf('=')), value: entry.slice(entry.indexOf('=') + 1) }));
/** `name=value` and, of what was joined, `/chunks` and `!missing`. */
const shown = (text: string) =>
  joinChunks(entries(text)).map(({ name, value, chunks, missing }) => `${name}=${value}${chunks > 0 ? `/${chunks}` : ''}${missing === undefined ? '' : `!${missing}`}`).join(' ');

describe('joinChunks', () => {
  it.each([
    ['Supabase', 'sb-a-auth-token.0=ab sb-a-auth-token.1=cd', 'sb-a-auth-token=abcd/2'],
    ['Auth.js', '__Secure-authjs.session-token.0=ab __Secure-authjs.session-token.1=cd', '__Secure-authjs.session-token=abcd/2'],
    ['NextAuth', 'next-auth.session-token.0=ab next-auth.session-token.1=cd', 'next-auth.session-token=abcd/2'],
    ['better-auth', 'better-auth.session_data.0=ab better-auth.session_data.1=cd', 'better-auth.session_data=abcd/2'],
    ['nextjs-auth0', '__session__0=ab __session__1=cd', '__session=abcd/2'],
    ['Kinde', 'kinde-accessToken0=ab kinde-accessToken1=cd', 'kinde-accessToken=abcd/2'],
    ['ASP.NET Core', '.AspNetCore.Cookies=chunks-2 .AspNetCore.CookiesC1=ab .AspNetCore.CookiesC2=cd', '.AspNetCore.Cookies=abcd/2'],
    ['Katana', 'x=chunks:1 xC1=ab', 'x=ab/1'],
    ['a name of the site', 'app.0=ab app.1=cd', 'app=abcd/2'],
    ['other order', 'a=1 app.2=ef app.0=ab b=2 app.1=cd c=3', 'a=1 app=abcdef/3 b=2 c=3'],
    ['number order', [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((n) => `app.${n}=<${n}>`).join(' '), `app=${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `<${n}>`).join('')}/11`],
    ['two groups', 'a.0=1 b.0=3 a.1=2 b.1=4', 'a=12/2 b=34/2'],
    ['two separators', 'a.0=1 a__0=3 a.1=2 a__1=4', 'a=12/2 a=34/2'],
    ['one chunk of a known name', 'sb-a-auth-token.0=ab', 'sb-a-auth-token=ab/1'],
    ['an empty bare name', 'sb-a-auth-token= sb-a-auth-token.0=ab', 'sb-a-auth-token= sb-a-auth-token=ab/1'],
  ])('%s: %s', (_what, text, expected) => expect(shown(text)).toBe(expected));

  it.each([
    ['in the middle', 'app.0=ab app.2=ef app.3=gh', 'app=ab/4!app.1 app.2=ef app.3=gh'],
    ['at the start', 'sb-a-auth-token.1=cd sb-a-auth-token.2=ef', 'sb-a-auth-token=/3!sb-a-auth-token.0 sb-a-auth-token.1=cd sb-a-auth-token.2=ef'],
    ['of nextjs-auth0', '__session__0=ab __session__2=ef', '__session=ab/3!__session__1 __session__2=ef'],
    ['of Kinde', 'kinde-x0=ab kinde-x2=ef', 'kinde-x=ab/3!kinde-x1 kinde-x2=ef'],
    ['of ASP.NET, at the end', 'x=chunks-3 xC1=ab xC2=cd', 'x=abcd/3!xC3'],
    ['of ASP.NET, all', 'x=chunks-2', 'x=/2!xC1'],
    ['of ASP.NET, the first', 'x=chunks-2 xC2=cd', 'x=/2!xC1 xC2=cd'],
  ])('a gap %s is named, and nothing is lost', (_where, text, expected) => expect(shown(text)).toBe(expected));

  it.each([
    ['no chunk', 'a=1 b=2'],
    ['the bare name wins', 'sb-a-auth-token=whole sb-a-auth-token.0=ab sb-a-auth-token.1=cd'],
    ['one number alone', 'version.1=ab'],
    ['a zero alone', 'list.0=ab'],
    ['no zero', 'version.1=ab version.2=cd'],
    ['a list of whole tokens', `list.0=${JWS} list.1=${JWS}`],
    ['a list of JSON', 'list.0={} list.1={}'],
    ['padded numbers', 'list.00=ab list.01=cd'],
    ['numbers beyond reason', 'list.1000=ab list.1001=cd'],
    ['nothing before the number', '.0=ab .1=cd'],
    ['a name of digits', '0=ab 1=cd'],
    ['C1 without its head', 'xC1=ab'],
    ['too many chunks', 'x=chunks-1000 xC1=ab'],
    ['the same name twice', 'a=1 a=2'],
  ])('%s passes through', (_what, text) => expect(shown(text)).toBe(text));

  it('tells which entries it joined', () => {
    expect(joinChunks(entries('app.1=cd app.0=ab'))).toEqual([{ name: 'app', value: 'abcd', chunks: 2, parts: ['app.0', 'app.1'] }]);
  });

  it('gives what findTokens finds the session in', () => {
    const value = `base64-${toBase64url(JSON.stringify({ access_token: JWS, user: '상균'.repeat(100) }))}`;
    const cookies = [0, 1, 2, 3].map((number) => ({ name: `sb-a-auth-token.${number}`, value: value.slice(number * 400, number === 3 ? undefined : (number + 1) * 400) }));
    const [joined] = joinChunks(cookies.toReversed());
    expect(findTokens(joined?.value ?? '', { name: joined?.name ?? '' })).toMatchObject([{ token: JWS, path: '$.access_token' }]);
  });

  it('never throws and loses no character', () => {
    const name = tuple(constantFrom('a', 'b', 'kinde-a', 'sb-a-auth-token', ''), constantFrom('.', '__', '', 'C', '.0'), nat(3)).map((parts) => parts.join(''));
    assert(
      property(array(record({ name, value: string() })), (list) => {
        const length = (values: readonly { readonly value: string }[]) => values.reduce((sum, { value }) => sum + value.length, 0);
        expect(length(joinChunks(list))).toBe(length(list));
      }),
    );
    assert(property(array(record({ name: string({ unit: 'binary' }), value: constantFrom('chunks-2', 'chunks-999', 'x') })), (list) => Array.isArray(joinChunks(list))));
  });
});
