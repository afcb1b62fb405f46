/** Where sign-in SDKs keep tokens: names read from the sources of the SDKs in 2026. */

export type SlotArea = 'local' | 'session' | 'cookie' | 'indexeddb';

export type SdkName =
  | 'supabase' | 'auth0-spa' | 'nextjs-auth0' | 'authjs' | 'next-auth' | 'better-auth' | 'msal' | 'oidc-client-ts' | 'angular-oauth2-oidc'
  | 'angular-auth-oidc-client' | 'axa-oidc' | 'keycloak' | 'okta' | 'amplify' | 'firebase' | 'clerk' | 'workos' | 'iron-session'
  | 'supertokens' | 'logto' | 'gotrue' | 'pocketbase' | 'appwrite' | 'descope' | 'fusionauth' | 'kinde' | 'stytch' | 'ory'
  | 'cloudflare-access' | 'redux-persist' | 'aspnet';

/** `session`: tokens or a session as a whole. `state`: of a sign-in under way. `key`: key material. */
export type SlotPart = 'access' | 'id' | 'refresh' | 'session' | 'user' | 'state' | 'csrf' | 'expiry' | 'key' | 'index';

export interface SdkSlot {
  readonly sdk: SdkName;
  readonly areas: readonly SlotArea[];
  /** Its first group, in lower case, is looked up in `parts`. Without nested repetition: hostile pages choose names. */
  readonly pattern: RegExp;
  readonly part?: SlotPart;
  readonly parts?: Readonly<Record<string, SlotPart>>;
  readonly expiresUnit?: 's' | 'ms';
  /** What the value must hold: a text, or so many parts between dots. `orUnknown`: not asked where the value is not known. */
  readonly holds?: { readonly what: string | number; readonly orUnknown?: true };
  /** One of these names must lie beside it. */
  readonly beside?: readonly string[];
}

const STORAGE = ['local', 'session'] as const;
const COOKIE = ['cookie'] as const;
const SCRIPT = ['local', 'session', 'cookie'] as const;
const TOKENS = { accesstoken: 'access', idtoken: 'id', refreshtoken: 'refresh', access_token: 'access', id_token: 'id', refresh_token: 'refresh' } as const;
const ANGULAR = ['id_token_claims_obj', 'access_token_stored_at', 'id_token_stored_at', 'PKCE_verifier'] as const;

/** First match wins. */
export const SDK_SLOTS: readonly SdkSlot[] = [
  { sdk: 'supabase', areas: SCRIPT, pattern: /^(?:sb-[\w-]+-auth-token|supabase\.auth\.token)-(?:flow-.*)?(?:flows-)?code-verifier$/, part: 'state' },
  { sdk: 'supabase', areas: SCRIPT, pattern: /^(?:sb-[\w-]+-auth-token|supabase\.auth\.token)-user$/, part: 'user' },
  { sdk: 'supabase', areas: SCRIPT, pattern: /^(?:sb-[\w-]+-auth-token|supabase\.auth\.token)$/, part: 'session', expiresUnit: 's' },

  { sdk: 'auth0-spa', areas: STORAGE, pattern: /^@@auth0spajs@@::.*::@@user@@$/, part: 'id' },
  { sdk: 'auth0-spa', areas: STORAGE, pattern: /^@@auth0spajs@@::/, part: 'session', expiresUnit: 's' },
  { sdk: 'auth0-spa', areas: SCRIPT, pattern: /^(?:_legacy_)?(?:a0\.spajs\.txs|auth0)\.[^.]+(?:\.is\.authenticated|\.organization_hint)?$/, part: 'state' },
  { sdk: 'auth0-spa', areas: ['indexeddb'], pattern: /^auth0-spa-js$/, part: 'key' },
  { sdk: 'nextjs-auth0', areas: COOKIE, pattern: /^(?:__session__\d{1,3}|appSession|__FC_\d+)$/, part: 'session' },
  { sdk: 'nextjs-auth0', areas: COOKIE, pattern: /^__txn_./, part: 'state' },
  { sdk: 'nextjs-auth0', areas: COOKIE, pattern: /^__session$/, part: 'session', holds: { what: 5 } },
  { sdk: 'clerk', areas: COOKIE, pattern: /^__session$/, part: 'session', holds: { what: 3 } },
  { sdk: 'clerk', areas: COOKIE, pattern: /^__session_[\w-]{8}$/, part: 'session' },
  { sdk: 'clerk', areas: COOKIE, pattern: /^__(client_uat|clerk_db_jwt|refresh|clerk_handshake)(?:_[\w-]{8})?$/, parts: { refresh: 'refresh', client_uat: 'state', clerk_handshake: 'state' } },
  { sdk: 'clerk', areas: COOKIE, pattern: /^clerk_active_context$/, part: 'state' },

  { sdk: 'authjs', areas: COOKIE, pattern: /^(?:__Secure-|__Host-)?authjs\.(session-token|csrf-token|callback-url|pkce\.code_verifier|state|nonce|challenge)$/, part: 'state', parts: { 'session-token': 'session', 'csrf-token': 'csrf' } },
  { sdk: 'next-auth', areas: COOKIE, pattern: /^(?:__Secure-|__Host-)?next-auth\.(session-token|csrf-token|callback-url|pkce\.code_verifier|state|nonce)$/, part: 'state', parts: { 'session-token': 'session', 'csrf-token': 'csrf' } },
  { sdk: 'better-auth', areas: COOKIE, pattern: /^(?:__Secure-)?better-auth\.(session_token|session_data|account_data|dont_remember)$/, parts: { session_token: 'session', session_data: 'session' } },

  { sdk: 'msal', areas: STORAGE, pattern: /^msal\.(?:\d+\.)?(?:token|account)\.keys(?:\.|$)/, part: 'index' },
  { sdk: 'msal', areas: STORAGE, pattern: /^msal\.\d+\|[^|]*\|[^|]*\|(accesstoken|idtoken|refreshtoken)(?:_with_authscheme)?\|/i, parts: TOKENS, expiresUnit: 's' },
  { sdk: 'msal', areas: STORAGE, pattern: /^msal\.\d+\|/, part: 'user' },
  { sdk: 'msal', areas: STORAGE, pattern: /-(accesstoken|idtoken|refreshtoken)(?:_with_authscheme)?-[0-9a-f]{8}-[0-9a-f-]{27}-/i, parts: TOKENS, expiresUnit: 's' },
  { sdk: 'msal', areas: COOKIE, pattern: /^msal\.cache\.encryption$/, part: 'key' },
  { sdk: 'msal', areas: SCRIPT, pattern: /^msal\./, part: 'state' },

  { sdk: 'oidc-client-ts', areas: STORAGE, pattern: /^oidc\.user:/, part: 'session', expiresUnit: 's' },
  { sdk: 'oidc-client-ts', areas: STORAGE, pattern: /^oidc\.[0-9a-f]{32}$/, part: 'state' },
  { sdk: 'oidc-client-ts', areas: ['indexeddb'], pattern: /^oidc$/, part: 'key' },
  { sdk: 'axa-oidc', areas: STORAGE, pattern: /^oidc\.(login|state|nonce|code_verifier|jwk|dpop_nonce)\./, part: 'state', parts: { jwk: 'key' } },
  { sdk: 'axa-oidc', areas: STORAGE, pattern: /^oidc\.[\w-]+$/, part: 'session', holds: { what: '"tokens"', orUnknown: true } },
  { sdk: 'angular-oauth2-oidc', areas: STORAGE, pattern: /^(?:id_token_claims_obj|PKCE_verifier|granted_scopes)$/, part: 'state' },
  { sdk: 'angular-oauth2-oidc', areas: STORAGE, pattern: /^(?:(?:access|id)_token_stored_at|id_token_expires_at)$/, part: 'expiry', expiresUnit: 'ms' },
  { sdk: 'angular-oauth2-oidc', areas: STORAGE, pattern: /^(access_token|id_token|refresh_token|expires_at|nonce|session_state)$/, part: 'state', parts: { ...TOKENS, expires_at: 'expiry' }, expiresUnit: 'ms', beside: ANGULAR },
  { sdk: 'angular-auth-oidc-client', areas: STORAGE, pattern: /^./, part: 'session', holds: { what: '"authnResult"' } },

  { sdk: 'keycloak', areas: SCRIPT, pattern: /^kc-callback-/, part: 'state' },
  { sdk: 'keycloak', areas: COOKIE, pattern: /^KEYCLOAK_(?:IDENTITY|SESSION)(?:_LEGACY)?$/, part: 'session' },
  { sdk: 'okta', areas: SCRIPT, pattern: /^okta-token-storage_(accessToken|idToken|refreshToken)$/, parts: TOKENS, expiresUnit: 's' },
  { sdk: 'okta', areas: SCRIPT, pattern: /^okta-token-storage$/, part: 'session', expiresUnit: 's' },
  { sdk: 'okta', areas: SCRIPT, pattern: /^okta-(?:shared-transaction|transaction|original-uri|cache|pkce|idx-response)-storage$/, part: 'state' },
  { sdk: 'amplify', areas: SCRIPT, pattern: /^CognitoIdentityServiceProvider\..*\.(accessToken|idToken|refreshToken|LastAuthUser)$/, parts: { ...TOKENS, lastauthuser: 'user' } },
  { sdk: 'amplify', areas: SCRIPT, pattern: /^CognitoIdentityServiceProvider\./, part: 'state' },
  { sdk: 'firebase', areas: ['local', 'session', 'indexeddb'], pattern: /^firebase:authUser:/, part: 'session', expiresUnit: 'ms' },
  { sdk: 'firebase', areas: COOKIE, pattern: /^__(?:HOST-|dev_)FIREBASE_/, part: 'session' },
  { sdk: 'firebase', areas: ['indexeddb'], pattern: /^(?:firebaseLocalStorageDb|firebaseLocalStorage)$/, part: 'session', expiresUnit: 'ms' },
  { sdk: 'firebase', areas: ['indexeddb'], pattern: /^firebase-(?:app-check|installations)-database$/ },

  { sdk: 'workos', areas: COOKIE, pattern: /^(wos-session|workos-access-token)$/, parts: { 'wos-session': 'session', 'workos-access-token': 'access' } },
  { sdk: 'supertokens', areas: SCRIPT, pattern: /^sFrontToken$/, part: 'user', expiresUnit: 'ms' },
  { sdk: 'supertokens', areas: SCRIPT, pattern: /^(?:st-(access-token|refresh-token|auth-mode|last-access-token-update)|(sAntiCsrf|sAccessToken|sRefreshToken))$/, parts: { 'access-token': 'access', 'refresh-token': 'refresh' } },
  { sdk: 'logto', areas: STORAGE, pattern: /^logto:[^:]+:(idToken|accessToken|refreshToken|signInSession)$/, parts: { ...TOKENS, signinsession: 'state' } },
  { sdk: 'gotrue', areas: STORAGE, pattern: /^gotrue\.user$/, part: 'session', expiresUnit: 'ms' },
  { sdk: 'pocketbase', areas: SCRIPT, pattern: /^(?:pocketbase_auth|pb_auth)$/, part: 'session' },
  { sdk: 'appwrite', areas: STORAGE, pattern: /^cookieFallback$/, part: 'session' },
  { sdk: 'descope', areas: SCRIPT, pattern: /^(DS|DSR)$/, parts: { ds: 'session', dsr: 'refresh' }, holds: { what: 3, orUnknown: true } },
  { sdk: 'fusionauth', areas: COOKIE, pattern: /^app\.(at|rt|idt|at_exp)$/, parts: { at: 'access', rt: 'refresh', idt: 'id', at_exp: 'expiry' }, expiresUnit: 's' },
  { sdk: 'kinde', areas: STORAGE, pattern: /^kinde-(accessToken|idToken|refreshToken)?/, parts: TOKENS },
  { sdk: 'stytch', areas: COOKIE, pattern: /^stytch_session(?:_jwt)?$/, part: 'session' },
  { sdk: 'ory', areas: COOKIE, pattern: /^ory_(?:kratos_)?session(?:_[a-z0-9]+)?$/, part: 'session' },
  { sdk: 'cloudflare-access', areas: COOKIE, pattern: /^CF_Authorization$/, part: 'access' },
  { sdk: 'aspnet', areas: COOKIE, pattern: /^\.AspNetCore\.(Cookies|Identity\.Application|Antiforgery)/, part: 'session', parts: { antiforgery: 'csrf' } },
  { sdk: 'redux-persist', areas: ['local'], pattern: /^persist:./ },
];
