import type { OpaqueGuess } from '../types.ts';

interface NameRule {
  readonly guess: OpaqueGuess;
  /** A name belongs when these words follow each other in it. Names are split at case changes and non-letters. */
  readonly words: readonly string[];
}

/** First match wins. Names as frameworks, SDKs and RFC 6749 use them, in lower-case words. */
export const CREDENTIAL_NAMES: readonly NameRule[] = [
  {
    guess: 'csrf-token',
    words: ['csrf', 'xsrf', 'csrftoken', 'xsrftoken', 'csrfmiddlewaretoken', 'request verification token', 'authenticity token', 'antiforgery'],
  },
  { guess: 'refresh-token', words: ['refresh', 'refreshtoken'] },
  {
    guess: 'access-token',
    words: ['access token', 'accesstoken', 'auth token', 'authtoken', 'api token', 'id token', 'oauth token', 'token', 'jwt'],
  },
  { guess: 'bearer-credential', words: ['authorization', 'bearer'] },
  {
    guess: 'session-id',
    words: ['sid', 'sess', 'session', 'sessionid', 'sessid', 'jsessionid', 'phpsessid', 'cfid', 'cftoken', 'asp net core cookies'],
  },
];

/** A last word with a random tail. */
export const CREDENTIAL_PREFIXES: readonly { readonly guess: OpaqueGuess; readonly pattern: RegExp }[] = [
  { guess: 'session-id', pattern: /^ASPSESSIONID[A-Z]+$/ },
  // Drupal: SESS or SSESS and a hash of the site.
  { guess: 'session-id', pattern: /^S?SESS[0-9a-f]{16,}$/ },
];

/** Words that make a name say something about a credential instead of being one. */
export const ABOUT_CREDENTIALS: ReadonlySet<string> = new Set([
  'state', 'expires', 'expiry', 'expiration', 'exp', 'at', 'in', 'type', 'time', 'timeout', 'start', 'date', 'url', 'uri', 'count',
  'name', 'endpoint', 'hint', 'theme', 'scope', 'last', 'recording', 'replay',
]);

/** Telemetry that calls its own visit a session: no server takes it for a credential. */
export const TELEMETRY: readonly RegExp[] = [/^ai_session$/, /^_hjSession/, /^_ga/, /^_clsk$/, /^mp_/, /^amplitude_/i, /^AMP_/, /^rl_/, /^dtCookie/];

/** Schemes whose credentials are a token even if they are opaque: RFC 6750, RFC 9449, and one that APIs made up. */
export const TOKEN_SCHEMES: ReadonlySet<string> = new Set(['bearer', 'dpop', 'token']);
