import type { OpaqueGuess } from '../types.ts';

interface NameRule {
  readonly guess: OpaqueGuess;
  /** A name belongs when one of its words is one of these, or these words follow each other in it. */
  readonly words: readonly string[];
}

/** First match wins. Names as frameworks and SDKs use them, split into lower-case words. */
const RULES: readonly NameRule[] = [
  { guess: 'csrf-token', words: ['csrf', 'xsrf', 'csrftoken', 'xsrftoken', 'csrfmiddlewaretoken'] },
  { guess: 'refresh-token', words: ['refresh', 'refreshtoken'] },
  { guess: 'access-token', words: ['access token', 'accesstoken', 'auth token', 'authtoken', 'api token', 'id token', 'token', 'jwt'] },
  { guess: 'session-id', words: ['sid', 'sess', 'session', 'sessionid', 'sessid', 'jsessionid', 'phpsessid', 'cfid', 'cftoken'] },
];
/** Words that make a name say something about a credential instead of being one. */
const ABOUT: ReadonlySet<string> = new Set(['state', 'expires', 'expiry', 'expiration', 'exp', 'at', 'in', 'type', 'time', 'timeout', 'start', 'date', 'url', 'uri', 'count', 'name', 'endpoint', 'hint', 'theme', 'scope']);

const SHORTEST = 16;
const LONGEST = 4_096;

/** What an opaque value is by its name and shape, or undefined when nothing says that it is a credential. */
export function guessOpaque(name: string, value: string): OpaqueGuess | undefined {
  if (!looksRandom(value)) return undefined;
  const words = wordsOf(name);
  if (words.some((word) => ABOUT.has(word))) return undefined;
  const joined = ` ${words.join(' ')} `;
  return RULES.find((rule) => rule.words.some((word) => joined.includes(` ${word} `)))?.guess;
}

/** `connect.sid`, `__Host-sessionId`, `ASP.NET_SessionId` to lower-case words. */
function wordsOf(name: string): string[] {
  return name
    .slice(-200)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}

/** Visible ASCII in one piece, with a digit or both cases: no word, no sentence, no address. */
function looksRandom(value: string): boolean {
  if (value.length < SHORTEST || value.length > LONGEST) return false;
  if (!/^[\x21-\x7e]+$/.test(value) || value.includes('://')) return false;
  return /[0-9]/.test(value) || (/[a-z]/.test(value) && /[A-Z]/.test(value));
}
