import { SignJWT } from 'jose';
import { hs256Verifier, lifetime, now, protectedRoute } from './bearer.mjs';
import { json } from './http.mjs';

export const USER = { userId: 1024, name: '상균', role: 'USER' };
export const API_AUDIENCE = 'demo-api';

/** @param {string} secret @param {number} seconds @param {Record<string, unknown>} [extra] */
export function signDemoToken(secret, seconds, extra = {}) {
  const issuedAt = now();
  return new SignJWT({ ...USER, iat: issuedAt, exp: issuedAt + seconds, ...extra })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(secret));
}

/**
 * One signed token in the client's hands. The server keeps nothing, so it cannot take a token back either.
 * @param {{ secret: string, accessSeconds: number }} options
 * @returns {Record<string, import('./http.mjs').Handler>}
 */
export function jwtRoutes({ secret, accessSeconds }) {
  return {
    'POST /api/jwt/login': async ({ body }) => {
      const seconds = lifetime(body['seconds'], accessSeconds);
      const extra = body['withAudience'] === true ? { aud: API_AUDIENCE } : {};
      return json({ accessToken: await signDemoToken(secret, seconds, extra), tokenType: 'Bearer', expiresIn: seconds });
    },
    'GET /api/jwt/me': protectedRoute('demo-api', hs256Verifier(secret, { audience: API_AUDIENCE, nameless: true })),
    'GET /api/jwt/other-audience': protectedRoute('payments', hs256Verifier(secret, { audience: 'payments' })),
  };
}
