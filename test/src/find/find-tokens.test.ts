import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { findTokens } from '../../../src/index.ts';
import { compactOf, HEADER, toBase64url } from '../tokens.ts';

// Generated cases take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const JWS = compactOf(HEADER, '{"sub":"상균"}');
const OTHER = compactOf('{"alg":"ES256"}', '{"sub":"2"}');
const JWE = `${toBase64url('{"alg":"dir","enc":"A256GCM"}')}..aXZpdml2aXZpdml2.Y2lwaGVy.dGFn`;
const OPAQUE = 'v1.MjQ2-kT9x_4bQ0zPw~7';

const jws = (token: string, rest: object = {}) => ({ token, kind: 'jws', path: '', offset: 0, wrappers: [], ...rest });

describe('compact tokens in text', () => {
  it.each([
    ['alone', JWS, 0],
    ['in a sentence', `the token is ${JWS}, it says`, 13],
    ['in a cookie header', `theme=dark; token=${JWS}; lang=en`, 18],
    ['in a query', `https://a.example/cb?id_token=${JWS}&state=x`, 30],
    ['in a fragment', `https://a.example/cb#id_token=${JWS}`, 30],
    ['behind other dotted words', `auth.v1.${JWS}`, 8],
    ['before other dotted words', `${JWS}.json`, 0],
    ['in quotes that are no JSON', `'${JWS}'`, 1],
    ['behind brackets that are no JSON', `[info] ${JWS}`, 7],
  ])('%s', (_where, text, offset) => expect(findTokens(text)).toEqual([jws(JWS, { offset })]));

  it.each([
    ['white space before the header', compactOf(' {"alg":"HS256"}', '{}')],
    ['white space in the header', compactOf('{ "alg" : "HS256" }', '{}')],
    ['a line end before the header', compactOf('\r\n{"alg":"HS256"}', '{}')],
    ['a payload that is no JSON', compactOf(HEADER, 'Payload')],
    ['an empty payload', `${toBase64url(HEADER)}..c2ln`],
    ['an empty signature', compactOf('{"alg":"none"}', '{}', '')],
    ['padding, as AWS load balancers write it', `${toBase64url('{"alg":"ES256","a":1}')}=.${toBase64url('{"a":1}')}==.c2ln`],
    ['a duplicate alg', compactOf('{"alg":"none","alg":"HS256"}', '{}')],
  ])('a JWS with %s', (_what, token) => expect(findTokens(`x ${token} y`)).toEqual([jws(token, { offset: 2 })]));

  it('takes all five segments of a JWE, the second may be empty', () => {
    expect(findTokens(`x=${JWE};`)).toEqual([{ token: JWE, kind: 'jwe', path: '', offset: 2, wrappers: [] }]);
    const withKey = JWE.replace('..', '.a2V5.');
    expect(findTokens(withKey).map(({ token }) => token)).toEqual([withKey]);
  });

  it('tells of a token once for each place', () => {
    expect(findTokens(`${JWS} ${OTHER} ${JWS}`).map(({ token, offset }) => [token, offset])).toEqual([
      [JWS, 0],
      [OTHER, JWS.length + 1],
      [JWS, JWS.length + OTHER.length + 2],
    ]);
  });

  it.each([
    '',
    'www.example.com',
    'eyJ',
    'eyJ.eyJ.eyJ',
    `${toBase64url(HEADER)}.${toBase64url('{}')}`,
    compactOf('{"typ":"JWT"}', '{}'),
    compactOf('{"alg":256}', '{}'),
    compactOf('["alg"]', '{}'),
    compactOf('{"a":{"alg":"HS256"}}', '{}'),
    `${toBase64url('{"enc":"A256GCM"}')}.a.b.c`,
    '1.2.3.4.5',
  ])('%j holds none', (text) => expect(findTokens(text)).toEqual([]));

  it('does not search inside a token', () => {
    const nested = compactOf(HEADER, JSON.stringify({ access_token: JWS, padding: 'x'.repeat(40) }));
    expect(findTokens(nested)).toEqual([jws(nested)]);
  });
});

describe('wrapped tokens', () => {
  const session = JSON.stringify({ user: { 'access token': [null, JWS] }, expires_at: 1700000000 });
  const path = "$.user['access token'][1]";

  it.each<[string, string, object]>([
    ['JSON', session, { path, wrappers: ['json'] }],
    ['JSON with white space', ` \n${session} `, { path, wrappers: ['json'] }],
    ['a JSON string', JSON.stringify(JWS), { path: '$', wrappers: ['json'] }],
    ['JSON in a JSON string', JSON.stringify({ persist: session }), { path: `$.persist${path.slice(1)}`, wrappers: ['json', 'json'] }],
    ['URL-encoded JSON', encodeURIComponent(session), { path, wrappers: ['url-encoding', 'json'] }],
    ['JSON of which only some is URL-encoded', session.replaceAll('"', '%22').replaceAll(' ', '%20'), { path, wrappers: ['url-encoding', 'json'] }],
    ['a URL-encoded URL', `https://a.example/?next=${encodeURIComponent(`/cb#id_token=${JWS}`)}&x=1`, { offset: 13, wrappers: ['url-encoding'] }],
    ['broken URL encoding', `%E0%A4%22${JWS}%22`, { offset: 7, wrappers: ['url-encoding'] }],
    ['base64url of JSON', toBase64url(session), { path, wrappers: ['base64url', 'json'] }],
    ['padded base64 of JSON', Buffer.from(session.padEnd(Math.ceil(session.length / 3) * 3 + 1)).toString('base64'), { path, wrappers: ['base64', 'json'] }],
    ['a Supabase cookie', `base64-${toBase64url(session)}`, { path, wrappers: ['base64url', 'json'] }],
    ['base64 in a cookie header', `a=b; s=${toBase64url(session)}; c=d`, { path, wrappers: ['base64url', 'json'] }],
    ['base64 of the token', toBase64url(JWS), { wrappers: ['base64url'] }],
    ['Bearer', `Bearer ${JWS}`, { wrappers: ['auth-scheme'] }],
    ['DPoP', `DPoP ${JWS}`, { wrappers: ['auth-scheme'] }],
    ['a scheme of its own', `My-Scheme   ${JWS}`, { wrappers: ['auth-scheme'] }],
    ['Bearer in JSON', JSON.stringify({ headers: { Authorization: `Bearer ${JWS}` } }), { path: '$.headers.Authorization', wrappers: ['json', 'auth-scheme'] }],
    ['a name of a member', `{"${JWS}":1}`, { path: `$['${JWS}']`, wrappers: ['json'] }],
    ['a duplicate member', `{"a":"${JWS}","a":"second value"}`, { path: '$.a', wrappers: ['json'] }],
    ['__proto__', `{"__proto__":{"a":"${JWS}"}}`, { path: '$.__proto__.a', wrappers: ['json'] }],
    ['a name with quotes and controls', JSON.stringify({ "a'\\\n\ud800": JWS }), { path: "$['a\\'\\\\\\u000a\\ud800']", wrappers: ['json'] }],
    ['JSON cut short', `{"a":{"b":"${JWS}"},"c":"unfinis`, { path: '$.a.b', wrappers: ['json'] }],
  ])('%s', (_what, text, rest) => expect(findTokens(text)).toEqual([jws(JWS, rest)]));

  it('searches what follows a cut or broken JSON as text', () => {
    expect(findTokens(`{"a":"${JWS}"} trailing ${OTHER}`).map(({ token, path: where }) => [token, where])).toEqual([
      [JWS, '$.a'],
      [OTHER, ''],
    ]);
    expect(findTokens(`{"a":"${JWS}`).map(({ token, offset }) => [token, offset])).toEqual([[JWS, 6]]);
    expect(findTokens(`${'['.repeat(200)}"${JWS}"`).map(({ token }) => token)).toEqual([JWS]);
  });

  it('takes off eight layers and searches what is left as it stands', () => {
    const wrap = (text: string, times: number): string => (times === 0 ? text : wrap(JSON.stringify(text), times - 1));
    expect(findTokens(wrap(JWS, 8))).toEqual([jws(JWS, { path: '$', wrappers: Array.from({ length: 8 }, () => 'json') })]);
    expect(findTokens(wrap(JWS, 9)).map(({ token }) => token)).toEqual([JWS]);
  });

  it('finds every token of an OpenID Connect answer, in order', () => {
    const answer = JSON.stringify({ access_token: JWE, id_token: JWS, refresh_token: OPAQUE, token_type: 'Bearer', expires_in: 3600, scope: 'openid profile email' });
    expect(findTokens(answer).map(({ token, kind, guess, path: where }) => [token, kind, guess, where])).toEqual([
      [JWE, 'jwe', undefined, '$.access_token'],
      [JWS, 'jws', undefined, '$.id_token'],
      [OPAQUE, 'opaque', 'refresh-token', '$.refresh_token'],
    ]);
  });
});

describe('opaque credentials', () => {
  it.each([
    ['access_token', 'access-token'],
    ['accessToken', 'access-token'],
    ['provider_token', 'access-token'],
    ['x-auth-token', 'access-token'],
    ['refresh_token', 'refresh-token'],
    ['provider_refresh_token', 'refresh-token'],
    ['refreshToken', 'refresh-token'],
    ['sid', 'session-id'],
    ['session', 'session-id'],
    ['connect.sid', 'session-id'],
    ['JSESSIONID', 'session-id'],
    ['PHPSESSID', 'session-id'],
    ['ASP.NET_SessionId', 'session-id'],
    ['ASPSESSIONIDQQABCDEF', 'session-id'],
    ['SSESS0123456789abcdef0123456789abcdef', 'session-id'],
    ['sessionid', 'session-id'],
    ['__Host-session', 'session-id'],
    ['laravel_session', 'session-id'],
    ['user_session_key_id', 'session-id'],
    ['appSession', 'session-id'],
    ['ory_kratos_session', 'session-id'],
    ['csrftoken', 'csrf-token'],
    ['XSRF-TOKEN', 'csrf-token'],
    ['_csrf', 'csrf-token'],
    ['__RequestVerificationToken', 'csrf-token'],
    ['authenticity_token', 'csrf-token'],
  ])('a value named %s is a guess: %s', (name, guess) => {
    const expected = { token: OPAQUE, kind: 'opaque', guess, offset: 0 };
    expect(findTokens(OPAQUE, { name })).toEqual([{ ...expected, path: '', wrappers: [] }]);
    expect(findTokens(JSON.stringify({ data: { [name]: OPAQUE } }))).toEqual([expect.objectContaining({ ...expected, wrappers: ['json'] })]);
  });

  it.each([
    ['lang', 'en'],
    ['theme', 'dark'],
    ['theme', 'a-very-long-theme-name-0123456789'],
    ['session', 'short'],
    ['session', 'two words in a session'],
    ['session', 'loading-dashboard-view'],
    ['session', '2026-11-23T11:44:00.000Z'],
    ['session', 'https://a.example/session/1234567890'],
    ['session', '{"a":"b","c":"0123456789"}'],
    ['session_state', 'Zk3P0qV7r1xT9bD5'],
    ['session_expires_at', '1700000000.000000'],
    ['expires_at', '1700000000000000000'],
    ['token_type', 'urn:ietf:params:oauth:token-type:jwt1'],
    ['token_endpoint', 'aHR0cHM6Ly9hLmV4YW1wbGU'],
    ['nonce_token', 'NONCE_SECURED_BY_OIDC_SERVICE_WORKER_default#tabId=1'],
    ['ai_session', 'cnVudGltZQ0123456789'],
    ['_hjSession_123', 'eyJpZCI6IjEyMzQ1Njc4OSJ9'],
    ['beside', 'cnVudGltZQ0123456789'],
    ['s'.repeat(1_000_000), 'cnVudGltZQ0123456789'],
    ['', 'cnVudGltZQ0123456789'],
  ])('%s=%s is none', (name, value) => {
    expect(findTokens(value, { name })).toEqual([]);
    expect(findTokens(JSON.stringify({ [name]: value }))).toEqual([]);
  });

  it('never takes JSON numbers for tokens', () => {
    expect(findTokens('{"expires_at":1700000000000000000,"session":1234567890123456789,"sid":true,"token":null}')).toEqual([]);
  });

  it('reads the value a cookie or a JSON string stands for', () => {
    expect(findTokens('s%3AZk3P0qV7r1xT9bD5.c2ln', { name: 'connect.sid' })).toMatchObject([{ token: 's:Zk3P0qV7r1xT9bD5.c2ln', wrappers: ['url-encoding'] }]);
    expect(findTokens(`"${OPAQUE}"`, { name: 'sid' })).toMatchObject([{ token: OPAQUE, path: '$', wrappers: ['json'] }]);
    expect(findTokens(` ${OPAQUE}\n`, { name: 'sid' })).toMatchObject([{ token: OPAQUE, offset: 1 }]);
  });

  it('tells of an encrypted session whole when nothing in it is a token', () => {
    const laravel = Buffer.from(JSON.stringify({ iv: 'AAAAAAAAAAAAAAAAAAAAAA==', value: 'Y2lwaGVydGV4dA==', mac: '0'.repeat(64), tag: '' })).toString('base64');
    expect(findTokens(encodeURIComponent(laravel), { name: 'laravel_session' })).toMatchObject([{ token: laravel, kind: 'opaque', guess: 'laravel-encrypted', path: '' }]);
  });

  it('prefers the tokens inside to the value by name', () => {
    expect(findTokens(toBase64url(JSON.stringify({ access_token: JWS })), { name: 'session' }).map(({ kind, path }) => [kind, path])).toEqual([['jws', '$.access_token']]);
    expect(findTokens(JWS, { name: 'access_token' })).toEqual([jws(JWS)]);
  });

  it.each([
    ['Bearer 0123', undefined],
    ['bearer mF_9.B5f-4.1JqM', undefined],
    ['DPoP Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU', undefined],
    ['Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b', undefined],
    ['Bearer abc', 'Authorization'],
  ])('%s is a bearer credential', (text, name) => {
    expect(findTokens(text, name === undefined ? {} : { name })).toEqual([
      { token: text.slice(text.indexOf(' ') + 1), kind: 'opaque', guess: 'bearer-credential', path: '', offset: 0, wrappers: ['auth-scheme'] },
    ]);
  });

  it.each(['Bearer token', 'Bearer', 'Bearer ', 'Basic dXNlcjpwYXNzd29yZA==', 'Bearer realm="example", error="invalid_token"', 'Negotiate YIIabcdefghijklmnop'])('%s is none', (text) => {
    expect(findTokens(text, { name: text === 'Bearer token' ? 'x' : 'Authorization' })).toEqual([]);
  });
});

describe('hostile text', () => {
  it.each(['eyJ', '.', 'eyJ.', '%', '%41', '[', '{"a":', '"', '\\', 'WzEs', 'base64-', 'Bearer ', ' ', '='])('%j a million times holds nothing', (unit) => {
    expect(findTokens(unit.repeat(1_000_000), { name: 'theme' })).toEqual([]);
  });

  it('finds every one of many', () => {
    expect(findTokens(`${JWS} `.repeat(10_000))).toHaveLength(10_000);
    expect(findTokens(JSON.stringify(Array.from({ length: 10_000 }, () => JWS)))).toHaveLength(10_000);
  });

  const piece = oneof(
    constantFrom(JWS, JWE, OPAQUE, '{"', '":"', '"}', '[', ']', '%22', '%', '.', '=', ' ', 'Bearer ', 'base64-', 'eyJ', '\ud800', '\\u0022'),
    string({ unit: 'binary' }),
  );
  it('never throws, and every token stands where it is said to', () => {
    assert(
      property(array(piece).map((pieces) => pieces.join('')), string(), (text, name) => {
        for (const { token, offset, wrappers } of findTokens(text, { name })) {
          if (wrappers.length === 0) expect(text.slice(offset, offset + token.length)).toBe(token);
        }
      }),
    );
  });

  it('finds a token between any two texts that cannot be part of it', () => {
    assert(
      property(string(), string(), (before, after) => {
        const text = `${before.replace(/[%"]/g, '')}\n${JWS}\n${after.replace(/[%"]/g, '')}`;
        expect(findTokens(text).map(({ token }) => token)).toContain(JWS);
      }),
    );
  });

  it('finds a token under any layers', () => {
    const layers = array(constantFrom<(text: string) => string>(
      JSON.stringify,
      encodeURIComponent,
      (text) => JSON.stringify({ a: [text] }),
      (text) => toBase64url(JSON.stringify({ a: text })),
    ), { maxLength: 4 });
    assert(
      property(layers, (wraps) => {
        const text = wraps.reduce((inner, wrap) => wrap(inner), `"${JWS}"`);
        expect(findTokens(text).map(({ token }) => token)).toEqual([JWS]);
      }),
    );
  });
});
