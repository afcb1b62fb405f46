import { createRemoteJWKSet, jwtVerify } from 'jose';
import { protectedRoute } from './bearer.mjs';

/**
 * The API's side of OpenID Connect: it trusts what the provider's published ES256 key signed for this API.
 * @param {{ issuer: string, apiAudience: string }} options
 * @returns {Record<string, import('./http.mjs').Handler>}
 */
export function oidcApiRoutes({ issuer, apiAudience }) {
  const keys = createRemoteJWKSet(new URL('/jwks', issuer));
  /** @param {string} audience @returns {import('./bearer.mjs').Verifier} */
  const verifier = (audience) => async (token) => {
    const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms: ['ES256'], typ: 'at+jwt' });
    return payload;
  };
  return {
    'GET /api/oidc/me': protectedRoute('demo-oidc', verifier(apiAudience)),
    'GET /api/oidc/other-audience': protectedRoute('payments', verifier(`${apiAudience}/payments`)),
  };
}
