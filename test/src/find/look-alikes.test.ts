import { createHmac } from 'node:crypto';
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTokens } from '../../../src/index.ts';
import type { OpaqueGuess } from '../../../src/index.ts';
import { compactOf, HEADER, toBase64url } from '../tokens.ts';

const JWS = compactOf(HEADER, '{"sub":"1"}');
const toBase64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const mac = (hash: string, text: string, encoding: 'hex' | 'base64' | 'base64url') => createHmac(hash, 'key').update(text).digest(encoding).replace(/=+$/, '');
const signed = (text: string, separator: string, hash: string) => `${text}${separator}${mac(hash, text, 'base64url')}`;
const rails = (content: string | Uint8Array) => `${toBase64(content)}--${mac('sha256', toBase64(content), 'hex')}`;
const BYTES = (length: number) => toBase64(new Uint8Array(length).fill(0xa5));

const laravel = (value: object) => toBase64(JSON.stringify(value));
const LARAVEL = laravel({ iv: BYTES(16), value: BYTES(64), mac: '0'.repeat(64), tag: '' });
const FLASK = signed(`${toBase64url('{"user_id":1}')}.XE7KPg`, '.', 'sha1');
const IRON = `Fe26.2*1*${'0'.repeat(64)}*aXZpdml2aXZpdml2aXZpdg*Y2lwaGVydGV4dA**${'1'.repeat(64)}*bWFj`;
const TWIN = { name: 'app', siblings: new Set(['app', 'app.sig']) };

interface Example {
  readonly texts: readonly string[];
  readonly name?: string;
  readonly siblings?: ReadonlySet<string>;
}

/** Each guess with texts that show it: a guess without an example does not compile. */
const EXAMPLES: Record<OpaqueGuess, Example> = {
  'session-id': { texts: ['v1.MjQ2-kT9x_4bQ0zPw~7'], name: 'sid' },
  'access-token': { texts: ['v1.MjQ2-kT9x_4bQ0zPw~7'], name: 'access_token' },
  'refresh-token': { texts: ['v1.MjQ2-kT9x_4bQ0zPw~7'], name: 'refresh_token' },
  // Known by its purpose, however it is made.
  'csrf-token': { texts: ['v1.MjQ2-kT9x_4bQ0zPw~7', LARAVEL, `CfDJ8${'A'.repeat(90)}`], name: 'XSRF-TOKEN' },
  'bearer-credential': { texts: ['Bearer mF_9.B5f-4.1JqM'] },
  'laravel-encrypted': { texts: [LARAVEL, laravel({ iv: '', value: '', mac: '' })] },
  'django-signed': {
    texts: [
      signed(`${toBase64url('{"a":1}')}:1sGPCa`, ':', 'sha256'),
      signed(`${toBase64url('["a"]')}:1sGPCa`, ':', 'sha1'),
      signed('.eJxVjEEOwiAQRe_C2hAQgk7:1sGPCa', ':', 'sha256'),
    ],
  },
  'itsdangerous-signed': { texts: [FLASK, signed(`.eJwlzjEOwjAMAMC_eGZI7MSu.XE7KPg`, '.', 'sha1'), signed(`${toBase64url('["a"]')}.XE7KPg`, '.', 'sha512')] },
  'express-signed': { texts: [`s:Zk3P0qV7r1xT9bD5.${mac('sha256', 'x', 'base64')}`, `s:j:{"a":"b c"}.${mac('sha256', 'y', 'base64')}`] },
  'cookie-session': { texts: [toBase64('{"views":1,"user":"상균"}'), toBase64url('{"a": 1}')], ...TWIN },
  'cookie-signature': { texts: [mac('sha1', 'x', 'base64url')], name: 'app.sig' },
  'iron-sealed': { texts: [IRON, `${IRON}~2`] },
  'rails-signed': { texts: [rails('{"_rails":{"message":"eA=="}}'), rails('"text"'), rails(Uint8Array.of(4, 8, 0x5b, 6, 0xff)), `${toBase64('[1]')}--${mac('sha1', 'x', 'hex')}`] },
  'rails-encrypted': { texts: [`${BYTES(50)}--${BYTES(12)}--${BYTES(16)}`, rails(`${BYTES(48)}--${BYTES(16)}`)] },
  'aspnet-protected': { texts: [`CfDJ8${'A-_'.repeat(40)}`] },
  paseto: { texts: [`v4.public.${toBase64url('{"sub":"1"}'.repeat(4))}`, `v2.local.${'A'.repeat(60)}.${toBase64url('{"kid":"1"}')}`] },
  'service-worker-placeholder': {
    texts: ['ACCESS_TOKEN_SECURED_BY_OIDC_SERVICE_WORKER_default#tabId=1', 'REFRESH_TOKEN_SECURED_BY_OIDC_SERVICE_WORKER_default'],
  },
  macaroon: { texts: ['MDAyMWxvY2F0aW9uIGh0dHBzOi8vYS5leGFtcGxlLwowMDE1aWRlbnRpZmllciBhCg'] },
};
const ROWS = Object.entries(EXAMPLES).flatMap(([guess, { texts, ...options }]) => texts.map((text) => [guess, text, options] as const));

describe('what is no JWT is named', () => {
  it.each(ROWS)('%s: %s', (guess, text, options) => {
    const token = text.replace(/^Bearer /, '');
    expect(findTokens(text, options)).toMatchObject([{ token, kind: 'opaque', guess, offset: 0 }]);
    expect(findTokens(encodeURIComponent(text), options)).toMatchObject([{ token, guess }]);
    // Nothing lies beside a member: a twin says nothing there.
    const inside = options.siblings === undefined ? [{ token, guess }] : [];
    expect(findTokens(JSON.stringify({ [options.name ?? 'x']: text }), options)).toMatchObject(inside);
  });

  it.each(ROWS.filter(([, , options]) => options.name === undefined))('%s whatever its name: %s', (guess, text) => {
    for (const name of ['session', 'theme', 'connect.sid']) expect(findTokens(text, { name })).toMatchObject([{ guess }]);
  });

  it('behind an authentication scheme too', () => {
    const [paseto = ''] = EXAMPLES.paseto.texts;
    expect(findTokens(`Bearer ${paseto}`)).toMatchObject([{ token: paseto, guess: 'paseto', wrappers: ['auth-scheme'] }]);
  });

  it('by a name that makes it likely', () => {
    expect(findTokens('s%3AZk3P0qV7r1xT9bD5.c2ln', { name: 'connect.sid' })).toMatchObject([{ guess: 'express-signed' }]);
  });
});

it('tells of the whole and of the tokens inside', () => {
  const flask = signed(`${toBase64url(JSON.stringify({ access_token: JWS }))}.XE7KPg`, '.', 'sha1');
  expect(findTokens(flask).map(({ kind, guess, path }) => [kind, guess, path])).toEqual([['opaque', 'itsdangerous-signed', ''], ['jws', undefined, '$.access_token']]);
});

it('a Flask session is never a JWS', () => {
  expect(findTokens(`a=1; session=${FLASK}; c=2`)).toEqual([]);
});

it.each([
  ['a JWS with a short payload', compactOf(HEADER, 'abcd', 'A'.repeat(27)), ['jws']],
  ['a JWS beside a .sig', JWS, ['jws']],
  ['three words', 'one.two.three-and-some-more', []],
  ['times', '12:345678:abcdefghijklmnopqrstuvwxyz1', []],
  ['a signature without JSON', `${toBase64url('plain')}.XE7KPg.${'A'.repeat(27)}`, []],
  ['a file name with a hash', `main--${'0'.repeat(40)}`, []],
  ['a file name of base64 letters with a hash', `assetsassets--${'0'.repeat(40)}`, []],
  ['an iron with parts missing', 'Fe26.2*1*salt*iv*ct', []],
  ['a version', 'v1.local.example.com/some/path/that/is/long', []],
  ['a short CfDJ8', 'CfDJ8AAAAAAAAAAA', []],
  ['a Laravel-like object', laravel({ iv: 1, value: '', mac: '' }), []],
  ['a cut Laravel cookie', LARAVEL.slice(0, 40), []],
  ['s: in a text', 's:some text that ends. Here', []],
  ['a name of a place', 'MDAyMWxhbmd1YWdlIGVuZ2xpc2g', []],
  ['what is too long', `s:${'a'.repeat(20_000)}.${'A'.repeat(43)}`, []],
])('%s is none', (_what, text, kinds) => {
  expect(findTokens(text, { name: 'app', siblings: new Set(['other.sig']) }).map(({ kind }) => kind)).toEqual(kinds);
});

it('never throws', () => {
  assert(property(string(), string({ unit: 'binary' }), (start, end) => ROWS.every(([, text]) => Array.isArray(findTokens(start + text + end, { name: start, siblings: new Set([`${start}.sig`]) })))));
});
