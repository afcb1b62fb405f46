import { createHash, randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { escapeHtml } from './http.mjs';
import { Interactions } from './oidc-interactions.mjs';
import { page } from './oidc-pages.mjs';
import { MemoryStore } from './oidc-store.mjs';

export const CLIENT_ID = 'claimcheck-demo';
export const API_SCOPE = 'api:read';
const DAY = 86_400;

/** oidc-provider supports newer Node versions only and says so each time; it runs on the oldest one this project takes. */
async function importProvider() {
  const { warn } = console;
  console.warn = (...args) => {
    if (!/oidc-provider WARNING: Unsupported runtime/.test(String(args[0]))) warn(...args);
  };
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}

async function signingKeys() {
  const keys = ['RS256', 'ES256'].map(async (alg) => {
    const { privateKey } = await generateKeyPair(alg, { extractable: true });
    return { ...(await exportJWK(privateKey)), alg, use: 'sig', kid: `demo-${alg.toLowerCase()}` };
  });
  return { keys: await Promise.all(keys) };
}

/** @param {string[]} origins */
function client(origins) {
  return {
    client_id: CLIENT_ID,
    client_name: 'Claimcheck demo',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    id_token_signed_response_alg: 'RS256',
    redirect_uris: origins.map((origin) => `${origin}/oidc/callback`),
    post_logout_redirect_uris: origins.map((origin) => `${origin}/?mode=oidc&signed-out`),
  };
}

/** @param {string} apiAudience */
function features(apiAudience) {
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    userinfo: { enabled: false },
    revocation: { enabled: true, allowedPolicy: () => true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => apiAudience,
      useGrantedResource: () => true,
      getResourceServerInfo: (/** @type {unknown} */ _context, /** @type {string} */ resource) => ({
        scope: resource === apiAudience ? API_SCOPE : '',
        audience: resource,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
    rpInitiatedLogout: { enabled: true, logoutSource: signOutPage, postLogoutSuccessSource: signedOutPage },
  };
}

/** @typedef {import('oidc-provider').Context} Context */

/** Signs out without a question: the person has just pressed the button that asks for it. @param {Context} context @param {string} form */
function signOutPage(context, form) {
  context.type = 'html';
  context.body = page({ lang: 'en', title: 'Signing out', body: `${form}
    <button id="idp-sign-out" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>
    <script src="/sign-out.js"></script>` });
}

/** @param {Context} context */
function signedOutPage(context) {
  context.type = 'html';
  context.body = page({ lang: 'en', title: 'Signed out', body: '<p>You are signed out.</p>' });
}

/** @param {Context} context @param {Record<string, string>} out */
function errorPage(context, out) {
  const rows = Object.entries(out).map(([name, value]) => `<p><code>${escapeHtml(name)}</code>: ${escapeHtml(value)}</p>`);
  context.type = 'html';
  context.body = page({ lang: 'en', title: 'Sign-in failed', body: rows.join('') });
}

/** Who has signed in: any name will do. */
class Accounts {
  /** @type {Map<string, string>} */
  #names = new Map();

  /** The account of that name. `sub` is ASCII (OpenID Connect Core, section 2), a name need not be. @param {string} name */
  signIn(name) {
    const sub = `user-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
    this.#names.set(sub, name);
    return sub;
  }

  /** @param {string} sub */
  nameOf(sub) {
    return this.#names.get(sub) ?? sub;
  }
}

/** @param {Accounts} accounts */
function claimsAbout(accounts) {
  return {
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: ['name'] },
    scopes: ['openid', 'profile', 'offline_access'],
    findAccount: (/** @type {unknown} */ _context, /** @type {string} */ sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: accounts.nameOf(sub) }),
    }),
    extraTokenClaims: (/** @type {unknown} */ _context, /** @type {{ accountId: string }} */ token) => ({
      name: accounts.nameOf(token.accountId),
      role: 'USER',
    }),
  };
}

/** `demo_seconds` in a token request asks for a token that can be watched as it expires. @param {number} accessSeconds */
function lifetimes(accessSeconds) {
  /** @param {Context} context */
  const accessToken = ({ oidc }) => {
    const asked = Math.trunc(Number(oidc.body?.['demo_seconds']));
    return asked >= 1 ? Math.min(DAY, asked) : accessSeconds;
  };
  return { AccessToken: accessToken, AuthorizationCode: 60, Grant: DAY, IdToken: 3_600, Interaction: 3_600, RefreshToken: DAY, Session: DAY };
}

/**
 * A real identity provider: ID tokens signed with RS256, access tokens (JWT, RFC 9068) with ES256.
 * @param {{ issuer: string, siteOrigins: string[], apiAudience: string, accessSeconds: number }} options
 * @returns {Promise<import('node:http').RequestListener>}
 */
export async function createIdentityProvider({ issuer, siteOrigins, apiAudience, accessSeconds }) {
  const { Provider } = await importProvider();
  const store = new MemoryStore();
  const accounts = new Accounts();
  const provider = new Provider(issuer, {
    ...claimsAbout(accounts),
    adapter: (/** @type {string} */ model) => store.forModel(model),
    clients: [client(siteOrigins)],
    clientBasedCORS: (/** @type {unknown} */ _context, /** @type {string} */ origin) => siteOrigins.includes(origin),
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: 'demo_idp_session', interaction: 'demo_idp_interaction', resume: 'demo_idp_resume' },
    },
    features: features(apiAudience),
    interactions: { url: (/** @type {unknown} */ _context, /** @type {{ uid: string }} */ { uid }) => `/interaction/${uid}` },
    jwks: await signingKeys(),
    renderError: errorPage,
    rotateRefreshToken: true,
    ttl: lifetimes(accessSeconds),
  });
  provider.on('server_error', (_context, error) => console.error(error));
  return new Interactions(provider, siteOrigins, (name) => accounts.signIn(name)).before(provider.callback());
}
