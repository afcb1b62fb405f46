import { assert, constantFrom, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { nameSlot } from '../../../src/index.ts';
import type { SdkName, SlotArea, SlotContext } from '../../../src/index.ts';
import { compactOf, HEADER } from '../tokens.ts';

const JWS = compactOf(HEADER, '{}');
const JWE = 'e30..aXY.Y3Q.dGFn';
const ID = '01234567-89ab-cdef-0123-456789abcdef';

type Row = readonly [area: SlotArea, name: string, part?: string, unit?: 's' | 'ms' | undefined, context?: Partial<SlotContext>];
/** Every SDK with names it writes: one without an example does not compile. */
const EXAMPLES: Record<SdkName, readonly Row[]> = {
  supabase: [['local', 'sb-abcdef-auth-token', 'session', 's'], ['cookie', 'sb-abcdef-auth-token.0', 'session', 's'], ['local', 'supabase.auth.token', 'session', 's'], ['local', 'sb-a-auth-token-code-verifier', 'state'], ['cookie', 'sb-a-auth-token-flow-12-code-verifier', 'state'], ['local', 'sb-a-auth-token-flows-code-verifier', 'state'], ['local', 'sb-a-auth-token-user', 'user']],
  'auth0-spa': [['local', '@@auth0spajs@@::client::https://api.example::openid profile', 'session', 's'], ['local', '@@auth0spajs@@::client::@@user@@', 'id'], ['session', 'a0.spajs.txs.client', 'state'], ['cookie', '_legacy_auth0.client.is.authenticated', 'state'], ['indexeddb', 'auth0-spa-js', 'key']],
  'nextjs-auth0': [['cookie', '__session__0', 'session'], ['cookie', '__session', 'session', undefined, { value: JWE }], ['cookie', 'appSession.0', 'session'], ['cookie', '__txn_abc', 'state']],
  authjs: [['cookie', 'authjs.session-token', 'session'], ['cookie', '__Secure-authjs.session-token.1', 'session'], ['cookie', '__Host-authjs.csrf-token', 'csrf'], ['cookie', 'authjs.pkce.code_verifier', 'state']],
  'next-auth': [['cookie', '__Secure-next-auth.session-token.0', 'session'], ['cookie', 'next-auth.csrf-token', 'csrf']],
  'better-auth': [['cookie', 'better-auth.session_token', 'session'], ['cookie', '__Secure-better-auth.session_data.0', 'session'], ['cookie', 'better-auth.dont_remember']],
  msal: [['session', `msal.token.keys.${ID}`, 'index'], ['local', `msal.2.token.keys.${ID}`, 'index'], ['local', 'msal.3.account.keys', 'index'], ['local', `msal.3|home|login.windows.net|accesstoken|${ID}|realm|openid||`, 'access', 's'], ['session', `home-login.windows.net-idtoken-${ID}-realm---`, 'id', 's'], ['session', `home-login.windows.net-RefreshToken-${ID}----`, 'refresh', 's'], ['cookie', 'msal.cache.encryption', 'key'], ['session', 'msal.interaction.status', 'state']],
  'oidc-client-ts': [['session', 'oidc.user:https://a.example/realm:client', 'session', 's'], ['session', `oidc.${'0a'.repeat(16)}`, 'state'], ['indexeddb', 'oidc', 'key']],
  'angular-oauth2-oidc': [['session', 'id_token_claims_obj', 'state'], ['session', 'access_token_stored_at', 'expiry', 'ms'], ['session', 'access_token', 'access', 'ms', { siblings: new Set(['access_token', 'PKCE_verifier']) }], ['session', 'expires_at', 'expiry', 'ms', { siblings: new Set(['id_token_claims_obj']) }]],
  'angular-auth-oidc-client': [['session', '0-client', 'session', undefined, { value: '{"authnResult":{},"authzData":"x"}' }]],
  'axa-oidc': [['session', 'oidc.default', 'session'], ['session', 'oidc.default', 'session', undefined, { value: '{"tokens":{}}' }], ['session', 'oidc.login.default', 'state'], ['session', 'oidc.jwk.default', 'key']],
  keycloak: [['local', `kc-callback-${ID}`, 'state'], ['cookie', 'KEYCLOAK_IDENTITY', 'session']],
  okta: [['local', 'okta-token-storage', 'session', 's'], ['cookie', 'okta-token-storage_refreshToken', 'refresh', 's'], ['session', 'okta-shared-transaction-storage', 'state']],
  amplify: [['local', 'CognitoIdentityServiceProvider.client.user.name@a.example.accessToken', 'access'], ['cookie', 'CognitoIdentityServiceProvider.client.user.idToken', 'id'], ['local', 'CognitoIdentityServiceProvider.client.LastAuthUser', 'user'], ['local', 'CognitoIdentityServiceProvider.client.user.clockDrift', 'state']],
  firebase: [['local', 'firebase:authUser:key:[DEFAULT]', 'session', 'ms'], ['indexeddb', 'firebaseLocalStorageDb', 'session', 'ms'], ['cookie', '__HOST-FIREBASE_app', 'session'], ['indexeddb', 'firebase-app-check-database']],
  clerk: [['cookie', '__session', 'session', undefined, { value: JWS }], ['cookie', '__session_a1B2-_c3', 'session'], ['cookie', '__client_uat_a1B2-_c3', 'state'], ['cookie', '__clerk_db_jwt'], ['cookie', '__refresh_a1B2-_c3', 'refresh']],
  workos: [['cookie', 'wos-session', 'session'], ['cookie', 'workos-access-token', 'access']],
  'iron-session': [['cookie', 'any-name', 'session', undefined, { value: 'Fe26.2*1*a*b*c**d*e~2' }]],
  supertokens: [['cookie', 'sFrontToken', 'user', 'ms'], ['local', 'st-access-token', 'access'], ['cookie', 'st-refresh-token', 'refresh'], ['cookie', 'sAntiCsrf']],
  logto: [['local', 'logto:app:idToken', 'id'], ['session', 'logto:app:signInSession', 'state']],
  gotrue: [['local', 'gotrue.user', 'session', 'ms']],
  pocketbase: [['local', 'pocketbase_auth', 'session'], ['cookie', 'pb_auth', 'session']],
  appwrite: [['local', 'cookieFallback', 'session']],
  descope: [['local', 'DS', 'session'], ['cookie', 'DSR', 'refresh', undefined, { value: JWS }]],
  fusionauth: [['cookie', 'app.at', 'access', 's'], ['cookie', 'app.rt', 'refresh', 's'], ['cookie', 'app.idt', 'id', 's'], ['cookie', 'app.at_exp', 'expiry', 's']],
  kinde: [['local', 'kinde-accessToken0', 'access'], ['local', 'kinde-other1']],
  stytch: [['cookie', 'stytch_session', 'session'], ['cookie', 'stytch_session_jwt', 'session']],
  ory: [['cookie', 'ory_kratos_session', 'session']],
  'cloudflare-access': [['cookie', 'CF_Authorization', 'access']],
  aspnet: [['cookie', '.AspNetCore.CookiesC1', 'session'], ['cookie', '.AspNetCore.Antiforgery.abc', 'csrf']],
  'redux-persist': [['local', 'persist:root']],
};
const ROWS = Object.entries(EXAMPLES).flatMap(([sdk, rows]) => rows.map(([area, name, part, unit, context]) => ({ sdk, area, name, part, unit, context })));

it.each(ROWS)('$sdk: $area $name', ({ sdk, area, name, part, unit, context }) => {
  const slot = nameSlot(name, { area, ...context });
  expect([slot?.sdk, slot?.part, slot?.expiresUnit]).toEqual([sdk, part, unit]);
});

it.each<[SlotArea, string, Partial<SlotContext>?]>([
  ['cookie', '__session'],
  ['cookie', '__session', { value: 'opaque' }],
  ['local', '__session', { value: JWS }],
  ['session', 'access_token'],
  ['session', 'access_token', { siblings: new Set(['access_token', 'id_token']) }],
  ['cookie', 'authjs.session-tokens'],
  ['local', 'authjs.session-token'],
  ['local', 'DS', { value: 'dark' }],
  ['session', 'oidc.default', { value: 'true' }],
  ['session', '0-client', { value: '{}' }],
  ['cookie', 'oidc'],
  ['local', 'theme', { value: 'Fe26.2*' }],
  ['cookie', 'sid'],
  ['cookie', ''],
  ['local', `sb-${'a'.repeat(5000)}-auth-token`],
])('%s %s is nobody’s', (area, name, context) => expect(nameSlot(name, { area, ...context })).toBeUndefined());

it('never throws', () => {
  const start = constantFrom('', 'msal.', 'sb-', '@@auth0spajs@@::', 'CognitoIdentityServiceProvider.', 'oidc.', 'kinde-');
  assert(
    property(start, string({ unit: 'binary' }), constantFrom<SlotArea>('local', 'session', 'cookie', 'indexeddb'), string(), (prefix, name, area, value) => {
      const slot = nameSlot(prefix + name, { area, value });
      expect(slot === undefined || slot.sdk.length > 0).toBe(true);
    }),
  );
});
