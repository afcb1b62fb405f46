import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startSite } from '../../e2e/site/start.mjs';
import { bearer, signIn, type Tokens, Visitor } from './client.ts';

const noise = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'info'), vi.spyOn(console, 'error')];
const visitor = new Visitor();
let site: Awaited<ReturnType<typeof startSite>>;
let tokens: Tokens;
const at = (path: string) => new URL(path, site.url);
const call = (token: string, path = '/api/oidc/me') => fetch(at(path), bearer(token));

beforeAll(async () => {
  site = await startSite();
  const redirectUri = at('/oidc/callback').href;
  tokens = await signIn(visitor, { issuer: site.oidcIssuer, clientId: site.oidcClientId, redirectUri, resource: site.apiAudience });
});
afterAll(() => site.close());

async function refresh(fields: Record<string, string>): Promise<Tokens> {
  const all = { grant_type: 'refresh_token', client_id: site.oidcClientId, refresh_token: tokens.refresh_token, ...fields };
  tokens = (await (await visitor.form(new URL('/token', site.oidcIssuer), all)).json()) as Tokens;
  return tokens;
}

it('publishes an RS256 and an ES256 key, and no private part of them', async () => {
  const discovery = (await (await fetch(new URL('/.well-known/openid-configuration', site.oidcIssuer))).json()) as Record<string, string>;
  expect(discovery['issuer']).toBe(site.oidcIssuer);
  const { keys } = (await (await fetch(discovery['jwks_uri'] ?? '')).json()) as { keys: Record<string, string>[] };
  expect(new Set(keys.map(({ alg }) => alg))).toEqual(new Set(['ES256', 'RS256']));
  for (const key of keys) expect(key).not.toHaveProperty('d');
});

it('signs in with code and PKCE: an RS256 ID token for the page, an ES256 access token for the API', async () => {
  const keys = createRemoteJWKSet(new URL('/jwks', site.oidcIssuer));
  const id = await jwtVerify(tokens.id_token, keys, { issuer: site.oidcIssuer, audience: site.oidcClientId, algorithms: ['RS256'] });
  expect(id.payload).toMatchObject({ name: '상균' });
  expect(id.payload.sub).toMatch(/^user-[0-9a-f]{12}$/);
  expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
  expect(decodeJwt(tokens.access_token)).toMatchObject({ aud: site.apiAudience, role: 'USER', scope: 'api:read' });
  const response = await call(tokens.access_token);
  expect(response.status).toBe(200);
});

it('refuses the ID token, a forgery, another audience and nothing at all', async () => {
  const [header, , signature] = tokens.access_token.split('.');
  const payload = Buffer.from(JSON.stringify({ ...decodeJwt(tokens.access_token), role: 'ADMIN' })).toString('base64url');
  const refused = [
    [await call(tokens.id_token), /algorithm/],
    [await call([header, payload, signature].join('.')), /signature/],
    [await call(tokens.access_token, '/api/oidc/other-audience'), /audience/],
    [await fetch(at('/api/oidc/me')), /^Bearer realm="demo-oidc"$/],
  ] as const;
  for (const [response, reason] of refused) {
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toMatch(reason);
  }
});

it('refreshes, for as long as asked, and lets the page of the site do so from its own origin', async () => {
  const { access_token: short } = await refresh({ demo_seconds: '5' });
  const { iat = 0, exp = 0 } = decodeJwt(short);
  expect(exp - iat).toBe(5);
  const { access_token: usual } = await refresh({});
  expect((decodeJwt(usual).exp ?? 0) - (decodeJwt(usual).iat ?? 0)).toBe(300);
  const origin = new URL(site.url).origin;
  const preflight = await fetch(new URL('/token', site.oidcIssuer), {
    method: 'OPTIONS',
    headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
  });
  expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe(origin);
});

it('refuses an access token that expired', async () => {
  const { access_token: short } = await refresh({ demo_seconds: '1' });
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const response = await call(short);
  expect(response.status).toBe(401);
  expect(response.headers.get('WWW-Authenticate')).toContain('expired');
});

it('shows the pages of the provider in Korean when asked to', async () => {
  const url = new URL('/auth', site.oidcIssuer);
  url.search = new URLSearchParams({
    client_id: site.oidcClientId,
    redirect_uri: at('/oidc/callback').href,
    response_type: 'code',
    scope: 'openid',
    ui_locales: 'ko',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  }).toString();
  const stranger = new Visitor();
  const { response } = await stranger.follow(await stranger.fetch(url), site.url);
  expect(await response.text()).toContain('<html lang="ko">');
});

it('says nothing on the console', () => {
  for (const spy of noise) expect(spy).not.toHaveBeenCalled();
});
