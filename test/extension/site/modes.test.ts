import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite } from '../../e2e/site/start.mjs';
import { bearer, Visitor } from './client.ts';

let site: Awaited<ReturnType<typeof startSite>>;
const at = (path: string) => new URL(path, site.url);
const text = async (response: Response, name: string) => String(((await response.json()) as Record<string, unknown>)[name]);

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

function forged(token: string): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), role: 'ADMIN' };
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

async function expectRefusal(response: Response, reason: RegExp): Promise<void> {
  expect(response.status).toBe(401);
  const challenge = response.headers.get('WWW-Authenticate') ?? '';
  expect(challenge).toContain('error="invalid_token"');
  expect(challenge).toMatch(reason);
}

describe('JWT mode', () => {
  const login = async (json: object = {}) => text(await new Visitor().post(at('/api/jwt/login'), json), 'accessToken');
  const me = (token: string, path = '/api/jwt/me') => fetch(at(path), bearer(token));

  it('issues exactly five claims and takes them back', async () => {
    const token = await login();
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' });
    const { iat = 0, exp = 0, ...user } = decodeJwt(token);
    expect(user).toEqual({ userId: 1024, name: '상균', role: 'USER' });
    expect(exp - iat).toBe(300);
    const response = await me(token);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ claims: { name: '상균' } });
  });

  it('asks for a token when none is sent, without an error code', async () => {
    const response = await fetch(at('/api/jwt/me'));
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="demo-api"');
  });

  it('refuses a forged, an expired and a malformed token', async () => {
    await expectRefusal(await me(forged(await login())), /signature/);
    await expectRefusal(await me(await login({ seconds: -1 })), /expired/);
    await expectRefusal(await me('not-a-token'), /malformed/);
    expect(site.refusals.at(-1)).toMatchObject({ path: '/api/jwt/me', status: 401 });
  });

  it('refuses a token signed with another secret, or with no signature at all', async () => {
    const other = await new SignJWT({ role: 'ADMIN' }).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32, 1));
    await expectRefusal(await me(other), /signature/);
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{}').toString('base64url')}.`;
    await expectRefusal(await me(none), /error_description="[^"]+"/);
  });

  it('refuses the wrong audience', async () => {
    const named = await login({ withAudience: true });
    expect((await me(named)).status).toBe(200);
    await expectRefusal(await me(named, '/api/jwt/other-audience'), /audience/);
    await expectRefusal(await me(await login(), '/api/jwt/other-audience'), /audience/);
  });
});

describe('session mode', () => {
  it('revokes a session at once, so that its cookie is worth nothing', async () => {
    const visitor = new Visitor();
    const response = await visitor.post(at('/api/session/login'));
    expect(response.headers.get('set-cookie')).toMatch(/^demo_sid=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    expect((await visitor.fetch(at('/api/session/me'))).status).toBe(200);
    const stolen = new Visitor();
    stolen.cookies.set('demo_sid', visitor.cookies.get('demo_sid') ?? '');
    await visitor.post(at('/api/session/logout'));
    expect(visitor.cookies.has('demo_sid')).toBe(false);
    const replayed = await stolen.fetch(at('/api/session/me'));
    expect(replayed.status).toBe(401);
    expect(replayed.headers.get('WWW-Authenticate')).toMatch(/^Cookie realm="demo"/);
  });

  it('can leave the cookie behind, and ends a session that expired', async () => {
    const visitor = new Visitor();
    await visitor.post(at('/api/session/login'));
    await visitor.post(at('/api/session/logout'), { keepCookie: true });
    expect(visitor.cookies.has('demo_sid')).toBe(true);
    expect((await visitor.fetch(at('/api/session/me'))).status).toBe(401);
    await visitor.post(at('/api/session/login'), { seconds: -1 });
    expect(await text(await visitor.fetch(at('/api/session/me')), 'error')).toBe('session_expired');
  });
});

describe('hybrid mode', () => {
  const start = async (json: object = {}) => {
    const visitor = new Visitor();
    const response = await visitor.post(at('/api/hybrid/login'), json);
    expect(response.headers.get('set-cookie')).toMatch(/^demo_refresh=[\w-]{43}; .*HttpOnly/);
    return { visitor, token: await text(response, 'accessToken') };
  };

  it('rotates the refresh token and brings a new access token', async () => {
    const { visitor, token } = await start();
    const { iat = 0, exp = 0, aud } = decodeJwt(token);
    expect([exp - iat, aud]).toEqual([60, 'demo-hybrid']);
    expect((await fetch(at('/api/hybrid/me'), bearer(token))).status).toBe(200);
    const before = visitor.cookies.get('demo_refresh');
    const fresh = await text(await visitor.post(at('/api/hybrid/refresh')), 'accessToken');
    expect(visitor.cookies.get('demo_refresh')).not.toBe(before);
    expect((await fetch(at('/api/hybrid/me'), bearer(fresh))).status).toBe(200);
  });

  it('refuses expired and forged access tokens, and another mode refuses good ones', async () => {
    const { token } = await start();
    await expectRefusal(await fetch(at('/api/hybrid/me'), bearer(forged(token))), /signature/);
    await expectRefusal(await fetch(at('/api/jwt/me'), bearer(token)), /audience/);
    await expectRefusal(await fetch(at('/api/hybrid/me'), bearer((await start({ seconds: -1 })).token)), /expired/);
  });

  it('revokes the whole family when an old refresh token comes back', async () => {
    const { visitor } = await start();
    const thief = new Visitor();
    thief.cookies.set('demo_refresh', visitor.cookies.get('demo_refresh') ?? '');
    await visitor.post(at('/api/hybrid/refresh'));
    const reused = await thief.post(at('/api/hybrid/refresh'));
    expect(reused.status).toBe(401);
    expect(await text(reused, 'message')).toContain('family');
    expect((await visitor.post(at('/api/hybrid/refresh'))).status).toBe(401);
  });

  it('does the same through the demo route, which has nothing to replay at first', async () => {
    const { visitor } = await start();
    expect((await visitor.post(at('/api/hybrid/replay-old'))).status).toBe(409);
    await visitor.post(at('/api/hybrid/refresh'));
    expect((await visitor.post(at('/api/hybrid/replay-old'))).status).toBe(401);
    expect((await visitor.post(at('/api/hybrid/refresh'))).status).toBe(401);
  });

  it('revokes the refresh token on logout', async () => {
    const { visitor } = await start();
    const kept = visitor.cookies.get('demo_refresh') ?? '';
    await visitor.post(at('/api/hybrid/logout'));
    visitor.cookies.set('demo_refresh', kept);
    expect((await visitor.post(at('/api/hybrid/refresh'))).status).toBe(401);
  });
});
