import { byId } from './page.js';
import { send } from './request.js';
import { currentLang, text } from './texts.js';
import { claimsOf, forge, headerOf } from './token.js';

/** @typedef {import('oidc-client-ts').User} User */
/** @typedef {import('oidc-client-ts').UserManager} UserManager */

const SHORT = 5;
const CHOICE = 'demo.oidc.keep';
/** The library's browser bundle, loaded before this module, leaves its exports here. */
const { oidc } = /** @type {{ oidc: typeof import('oidc-client-ts') }} */ (/** @type {unknown} */ (globalThis));

/** @param {import('./site.js').Config} config @param {Storage} storage */
function managerFor(config, storage) {
  return new oidc.UserManager({
    authority: config.oidcIssuer,
    client_id: config.oidcClientId,
    redirect_uri: `${location.origin}/oidc/callback`,
    post_logout_redirect_uri: `${location.origin}/?mode=oidc&signed-out`,
    scope: 'openid profile offline_access api:read',
    resource: config.apiAudience,
    userStore: new oidc.WebStorageStateStore({ store: storage }),
    stateStore: new oidc.WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: false,
  });
}

/** What came, without the tokens themselves. @param {User} user */
function summary({ profile, access_token: access, id_token: id = '', refresh_token: refresh }) {
  const { alg, typ } = headerOf(access);
  const { aud, role } = claimsOf(access);
  return JSON.stringify({
    name: profile.name,
    sub: profile.sub,
    accessToken: { alg, typ, aud, role },
    idToken: { alg: headerOf(id)['alg'], aud: claimsOf(id)['aud'] },
    refreshToken: refresh === undefined ? 'none' : 'opaque',
  });
}

/** @param {import('./site.js').Config} config @returns {import('./site.js').Mode & { returned: Record<string, import('./log.js').Action> }} */
export function oidcMode(config) {
  // Where the provider sent the browser back to, if it did: the page tidies its address afterwards.
  const address = location.href;
  const managers = { session: managerFor(config, sessionStorage), local: managerFor(config, localStorage) };
  const inLocal = byId('oidc-keep-local', HTMLInputElement);
  inLocal.checked = sessionStorage.getItem(CHOICE) === 'local';
  const manager = () => (inLocal.checked ? managers.local : managers.session);
  /** @type {User | null} */
  let user = null;
  const load = async () => {
    user = await manager().getUser();
    return user;
  };
  const held = async () => {
    const found = await load();
    if (found === null) throw new Error(text('noTokenYet'));
    return found;
  };
  const move = async () => {
    sessionStorage.setItem(CHOICE, inLocal.checked ? 'local' : 'session');
    const other = inLocal.checked ? managers.session : managers.local;
    const found = await other.getUser();
    if (found !== null) await manager().storeUser(found);
    await other.removeUser();
    await load();
  };
  for (const id of ['oidc-keep-session', 'oidc-keep-local']) byId(id, HTMLInputElement).addEventListener('change', () => void move());
  const refresh = async (/** @type {Record<string, string>} */ extraTokenParams, /** @type {string} */ note) => {
    const before = await load();
    if (before?.refresh_token === undefined) throw new Error(text('noRefreshToken'));
    user = await manager().signinSilent({ extraTokenParams });
    return [{ status: 200, request: `POST ${config.oidcIssuer}/token`, note, body: user === null ? '' : summary(user) }];
  };
  const call = async (path = '/api/oidc/me') => [await send({ path, token: (await load())?.access_token ?? null })];
  void load();
  return {
    held: () => user?.access_token ?? null,
    actions: {
      'oidc-login': async () => {
        await manager().signinRedirect({ prompt: 'consent', ui_locales: currentLang() });
        return [];
      },
      'oidc-call': () => call(),
      'oidc-refresh': () => refresh({}, text('refreshed')),
      'oidc-expire': () => refresh({ demo_seconds: String(SHORT) }, text('willExpire')),
      'oidc-tamper': async () => {
        const found = await held();
        found.access_token = forge(found.access_token, { role: 'ADMIN' });
        await manager().storeUser(found);
        return call();
      },
      'oidc-wrong-audience': () => call('/api/oidc/other-audience'),
      'oidc-id-token': async () => [await send({ path: '/api/oidc/me', token: (await held()).id_token ?? null })],
      'oidc-logout': async () => {
        await held();
        await manager().signoutRedirect();
        return [];
      },
    },
    returned: {
      'oidc-login': async () => {
        const body = summary(await manager().signinRedirectCallback(address));
        await load();
        return [{ status: 200, request: `POST ${config.oidcIssuer}/token`, note: text('signedIn'), body }];
      },
      'oidc-logout': async () => [{ status: 200, note: text('signedOut') }],
    },
    afterExpiry: { action: 'oidc-expire', seconds: SHORT, id: 'oidc-expired', call: () => call() },
  };
}
