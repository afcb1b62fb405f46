import type { OpaqueGuess } from '../types.ts';
import type { Credentials } from './auth-scheme.ts';
import { beginsObject } from '../decode/begins-object.ts';
import { ABOUT_CREDENTIALS, CREDENTIAL_NAMES, CREDENTIAL_PREFIXES, TELEMETRY, TOKEN_SCHEMES } from './credential-names.ts';
import { guessByShape } from './look-alikes.ts';

const SHORTEST = 16;
const LONGEST = 16_384;
const LONGEST_NAME = 200;

/** What an opaque value is by its name and shape, or undefined when nothing says that it is a credential. */
export function guessByName(name: string | undefined, value: string): OpaqueGuess | undefined {
  if (name === undefined || name.length > LONGEST_NAME || !looksOpaque(value)) return undefined;
  if (TELEMETRY.some((pattern) => pattern.test(name))) return undefined;
  const prefixed = CREDENTIAL_PREFIXES.find(({ pattern }) => pattern.test(name));
  if (prefixed !== undefined) return prefixed.guess;
  const words = wordsOf(name);
  if (words.some((word) => ABOUT_CREDENTIALS.has(word))) return undefined;
  const joined = ` ${words.join(' ')} `;
  return CREDENTIAL_NAMES.find((rule) => rule.words.some((word) => joined.includes(` ${word} `)))?.guess;
}

export interface Named {
  readonly name?: string | undefined;
  /** Names of what lies beside it. */
  readonly siblings?: ReadonlySet<string> | undefined;
}

/** Like guessByShape, with what the name adds: shapes that are too common to tell by themselves. */
export function guessLookAlike({ name = '', siblings }: Named, value: string): OpaqueGuess | undefined {
  const byShape = guessByShape(value);
  // What a CSRF token is for says more than how it is made.
  if (byShape !== undefined) return guessByName(name, value) === 'csrf-token' ? undefined : byShape;
  if (name.endsWith('.sig') && /^[\w-]{27}$/.test(value)) return 'cookie-signature';
  if (siblings?.has(`${name}.sig`) === true && isBase64Json(value)) return 'cookie-session';
  return value.startsWith('s:') && guessByName(name, value) === 'session-id' ? 'express-signed' : undefined;
}

function isBase64Json(value: string): boolean {
  return value.length <= LONGEST && beginsObject(value) && /^[\w+/-]+={0,2}$/.test(value);
}

/** A few letters after `Bearer` are a word in a sentence, unless the header says what they are. */
export function guessByScheme({ scheme, text }: Credentials, name: string | undefined): OpaqueGuess | undefined {
  if (!TOKEN_SCHEMES.has(scheme)) return undefined;
  const isCredential = text.length >= SHORTEST || /[^A-Za-z]/.test(text) || /^(?:proxy-)?authorization$/i.test(name ?? '');
  return isCredential ? 'bearer-credential' : undefined;
}

/** `connect.sid`, `__Host-sessionId`, `ASP.NET_SessionId` to lower-case words. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}

/** Visible ASCII in one piece that is no structure, address, date, placeholder or plain words. */
function looksOpaque(value: string): boolean {
  if (value.length < SHORTEST || value.length > LONGEST) return false;
  if (/[^\x21-\x7e]/.test(value) || /^[{["'<]/.test(value) || value.includes('://')) return false;
  if (/^\d{4}-\d\d-\d\d(?:T|$)/.test(value) || /^\d{1,2}\/\d{1,2}\/\d{4}/.test(value)) return false;
  // `loading-dashboard-view`, and what oidc-client of AxaFrance puts in place of a token.
  return !/^[A-Za-z]+(?:[-_.:/][A-Za-z]+)+$/.test(value) && !/^[A-Z_]+_SECURED_BY_/.test(value);
}
