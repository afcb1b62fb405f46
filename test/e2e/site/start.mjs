import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { json, listenOnLoopback } from './http.mjs';
import { hybridRoutes } from './hybrid-mode.mjs';
import { jwtRoutes } from './jwt-mode.mjs';
import { oidcApiRoutes } from './oidc-api.mjs';
import { CLIENT_ID, createIdentityProvider } from './oidc-provider.mjs';
import { createSite } from './server.mjs';
import { sessionRoutes } from './session-mode.mjs';
import { testPageRoutes } from './test-pages.mjs';

/** @typedef {import('node:http').RequestListener} RequestListener */
/** @typedef {import('./server.mjs').RefusedRequest} RefusedRequest */

/**
 * @typedef {object} Site
 * @property {string} url
 * @property {number} port
 * @property {string} oidcIssuer
 * @property {string} oidcClientId
 * @property {string} apiAudience what `aud` is in the provider's access tokens
 * @property {string} secret the HS256 secret, which the page shows as well
 * @property {RefusedRequest[]} refusals each 401 so far, oldest first
 * @property {() => Promise<void>} close
 */

/** Each server must know the other's port before it can be built, so both listen first. @param {number} port */
async function listen(port) {
  /** @type {RequestListener} */
  let current = (_request, response) => response.writeHead(503).end();
  const listening = await listenOnLoopback((request, response) => current(request, response), port);
  return {
    ...listening,
    /** @param {RequestListener} listener */
    serve: (listener) => {
      current = listener;
    },
  };
}

/**
 * Starts the demo site and its identity provider, on this machine only.
 * @param {{ port?: number, accessSeconds?: number }} [options]
 * @returns {Promise<Site>}
 */
export async function startSite({ port = 0, accessSeconds = 300 } = {}) {
  const site = await listen(port);
  const identity = await listen(0);
  const close = async () => {
    await Promise.all([site.close(), identity.close()]);
  };
  const origin = `http://localhost:${site.port}`;
  const issuer = `http://localhost:${identity.port}`;
  const siteOrigins = [origin, `http://127.0.0.1:${site.port}`];
  const apiAudience = `${origin}/api/oidc`;
  const secret = `demo-secret-${randomBytes(24).toString('base64url')}`;
  /** @type {RefusedRequest[]} */
  const refusals = [];
  const config = { oidcIssuer: issuer, oidcClientId: CLIENT_ID, apiAudience, secret, accessSeconds };
  try {
    identity.serve(await createIdentityProvider({ issuer, siteOrigins, apiAudience, accessSeconds }));
    const routes = {
      'GET /api/config': () => json(config),
      ...jwtRoutes({ secret, accessSeconds }),
      ...sessionRoutes({ accessSeconds }),
      ...hybridRoutes({ secret }),
      ...oidcApiRoutes({ issuer, apiAudience }),
      ...testPageRoutes({ secret, accessSeconds }),
    };
    site.serve(createSite({ issuer, routes, refusals }));
  } catch (error) {
    await close();
    throw error;
  }
  return { url: `${origin}/`, port: site.port, oidcIssuer: issuer, oidcClientId: CLIENT_ID, apiAudience, secret, refusals, close };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { url } = await startSite({ port: Number(process.env['PORT'] ?? 0) });
  console.log(`The demo site is at ${url}`);
}
