import { describe, expect, it } from 'vitest';
import { openSessionCookie } from '../../../src/index.ts';
import { bombOf, encrypt, octKey, sealIron, sealSession } from './sealing.ts';

const SECRET = 'the application’s own secret, of more than 32 characters';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NAME = '__Secure-authjs.session-token';
const AUTHJS = `Auth.js Generated Encryption Key (${NAME})`;

const COOKIES = [
  ['authjs-v5', NAME, AUTHJS, 64],
  ['authjs-v5', NAME, AUTHJS, 32],
  ['nextauth-v4', '', 'NextAuth.js Generated Encryption Key', 32],
  ['nextjs-auth0', '', 'JWE CEK', 32],
  ['better-auth', 'better-auth-session', 'BetterAuth.js Generated Encryption Key', 64],
] as const;

describe('session cookies', () => {
  it.each(COOKIES)('%s, salt "%s", info "%s", %i bytes', async (derivation, salt, info, length) => {
    const value = await sealSession(SECRET, salt, info, length);
    const opened = await openSessionCookie(value, { secret: SECRET, cookieName: NAME });
    expect([opened.state, opened.derivation]).toEqual(['decrypted', derivation]);
    expect(opened.source).toContain('alice');
    expect(opened.json?.type).toBe('object');
    const other = await openSessionCookie(value, { secret: `${SECRET}.`, cookieName: NAME });
    expect([other.state, other.reason, other.derivation]).toEqual(['failed', 'cookie-differs', undefined]);
  });

  it('opens what was joined from chunks, under the name of a chunk', async () => {
    const value = await sealSession(SECRET, NAME, AUTHJS, 64);
    const chunks = [value.slice(0, 50), value.slice(50, 120), value.slice(120)];
    expect((await openSessionCookie(chunks.join(''), { secret: SECRET, cookieName: `${NAME}.0` })).derivation).toBe('authjs-v5');
    expect((await openSessionCookie(chunks.slice(0, 2).join(''), { secret: SECRET, cookieName: NAME })).state).not.toBe('decrypted');
  });

  it('opens an Auth.js cookie under its own name only', async () => {
    const value = await sealSession(SECRET, NAME, AUTHJS, 64);
    expect((await openSessionCookie(value, { secret: SECRET, cookieName: 'authjs.session-token' })).reason).toBe('cookie-differs');
  });
});

describe('iron seals', () => {
  it.each([
    ['', '', {}],
    ['1767225600000', '', { exp: '1767225600' }],
    ['', '~2', {}],
  ])('expiry "%s", ending "%s"', async (expiry, ending, values) => {
    const value = sealIron(SECRET, '{"user":"alice"}', expiry) + ending;
    const opened = await openSessionCookie(value, { secret: SECRET, cookieName: 'session' });
    expect(opened).toMatchObject({ state: 'decrypted', reason: 'cookie-opened', derivation: 'iron', source: '{"user":"alice"}', values });
    expect((await openSessionCookie(value, { secret: 'another', cookieName: 'session' })).reason).toBe('cookie-differs');
  });

  it('checks the HMAC before anything else: every part that is changed is found', async () => {
    const parts = sealIron(SECRET, '{}', '1767225600000').split('*');
    for (const index of parts.keys()) {
      const changed = parts.map((part, at) => (at === index ? `${part.startsWith('1') ? '2' : '1'}${part.slice(1)}` : part)).join('*');
      expect((await openSessionCookie(changed, { secret: SECRET, cookieName: 'session' })).state).not.toBe('decrypted');
    }
  });

  it('refuses another spelling of the same HMAC', async () => {
    const value = sealIron(SECRET, '{}');
    const last = ALPHABET.indexOf(value.at(-1) ?? '');
    const twin = `${value.slice(0, -1)}${ALPHABET[last + 1] ?? ''}`;
    expect(Buffer.from(twin.split('*')[7] ?? '', 'base64url')).toEqual(Buffer.from(value.split('*')[7] ?? '', 'base64url'));
    expect((await openSessionCookie(twin, { secret: SECRET, cookieName: 'session' })).reason).toBe('cookie-malformed');
  });

  it.each(['Fe26.2', 'Fe26.2*******', 'Fe26.2*1*a*b*c**d*e', 'Fe26.1*1*a*b*c**d*e', `Fe26.2*${'*'.repeat(1000)}`])('%.30s is broken', async (value) => {
    expect((await openSessionCookie(value, { secret: SECRET, cookieName: 'session' })).reason).toBe('cookie-malformed');
  });
});

describe('what is no such cookie', () => {
  it.each([['', 'cookie-unknown'], ['a.b.c', 'cookie-unknown'], ['!.b.c.d.e', 'jwe-malformed']])('"%s": %s', async (value, reason) => {
    expect((await openSessionCookie(value, { secret: SECRET, cookieName: NAME })).reason).toBe(reason);
  });

  it('has another algorithm than dir, is too large, or is given without a secret', async () => {
    const other = await encrypt({ alg: 'A128KW', enc: 'A128GCM' }, octKey(16));
    expect((await openSessionCookie(other, { secret: SECRET, cookieName: NAME })).reason).toBe('cookie-unknown');
    expect((await openSessionCookie('a'.repeat(1_048_577), { secret: SECRET, cookieName: NAME })).reason).toBe('jwe-too-large');
    expect((await openSessionCookie(bombOf(1, new Uint8Array(32)), { secret: '', cookieName: NAME })).reason).toBe('jwe-no-key');
  });
});
