import { hs256Verifier, lifetime, protectedRoute } from './bearer.mjs';
import { cookieRefusal, dropCookie, httpOnlyCookie } from './cookie-auth.mjs';
import { json } from './http.mjs';
import { signDemoToken } from './jwt-mode.mjs';
import { RefreshFamilies } from './refresh-families.mjs';

const COOKIE = 'demo_refresh';
const AUDIENCE = 'demo-hybrid';
const ACCESS_SECONDS = 60;
const REFRESH_SECONDS = 86_400;
const REFUSED = {
  unknown: ['invalid_grant', 'no refresh token that this server knows was sent'],
  expired: ['invalid_grant', 'the refresh token expired'],
  revoked: ['invalid_grant', 'the family of this refresh token was revoked'],
  reused: ['invalid_grant', 'an old refresh token was used again, so its whole family is revoked'],
};

/**
 * A short access JWT in the client's hands, and an opaque refresh token the scripts cannot read.
 * @param {{ secret: string }} options
 * @returns {Record<string, import('./http.mjs').Handler>}
 */
export function hybridRoutes({ secret }) {
  const families = new RefreshFamilies(REFRESH_SECONDS);
  /** @param {string} refreshToken @param {unknown} asked */
  const grant = async (refreshToken, asked) => {
    const seconds = lifetime(asked, ACCESS_SECONDS);
    const accessToken = await signDemoToken(secret, seconds, { aud: AUDIENCE });
    const headers = { 'Set-Cookie': httpOnlyCookie(COOKIE, refreshToken, REFRESH_SECONDS) };
    return json({ accessToken, tokenType: 'Bearer', expiresIn: seconds }, 200, headers);
  };
  /** The one way to use a refresh token. @param {string} token @param {unknown} asked */
  const refresh = (token, asked) => {
    const rotation = families.rotate(token);
    if ('token' in rotation) return grant(rotation.token, asked);
    const [error, message] = REFUSED[rotation.refused];
    return cookieRefusal(COOKIE, String(error), String(message));
  };
  return {
    'POST /api/hybrid/login': ({ body }) => grant(families.start(), body['seconds']),
    'POST /api/hybrid/refresh': ({ body, cookies }) => refresh(cookies[COOKIE] ?? '', body['seconds']),
    // For the demo only: scripts cannot read the cookie, so the server itself presents the token before it, as a thief would.
    'POST /api/hybrid/replay-old': ({ cookies }) => {
      const old = families.before(cookies[COOKIE] ?? '');
      return old === undefined ? json({ error: 'nothing_to_replay', message: 'Refresh once first.' }, 409) : refresh(old, undefined);
    },
    'POST /api/hybrid/logout': ({ cookies }) => {
      families.revoke(cookies[COOKIE] ?? '');
      return json({ ok: true }, 200, { 'Set-Cookie': dropCookie(COOKIE) });
    },
    'GET /api/hybrid/me': protectedRoute('demo-hybrid', hs256Verifier(secret, { audience: AUDIENCE })),
  };
}
