import type { FoundToken, OpaqueGuess, Wrapper } from '../types.ts';
import { takeCredentials } from './auth-scheme.ts';
import { visitBase64 } from './base64-text.ts';
import { findCompact } from './find-compact.ts';
import { guessByName, guessByScheme, guessLookAlike } from './guess-opaque.ts';
import { isJson, type JsonRange, type JsonString, visitStrings } from './json-strings.ts';
import { decodePercent, isEscapedChunk, type Piece, visitPieces } from './percent-encoding.ts';

export interface FindOptions {
  /** What the text is called where it was found: a cookie's name, a storage key, a header's name. */
  readonly name?: string;
  /** What lies beside it is called: cookie-session is told by the `<name>.sig` next to it. */
  readonly siblings?: ReadonlySet<string>;
}

/** Layers inside each other that are taken off; what is deeper is searched as it stands. */
const MAX_WRAPPERS = 8;
/** Shorter strings hold nothing: `Bearer a1` is the least. */
const SHORTEST = 9;

interface Place {
  readonly text: string;
  readonly name: string | undefined;
  readonly path: string;
  readonly wrappers: readonly Wrapper[];
  readonly siblings?: ReadonlySet<string> | undefined;
}

/**
 * Every token in a text: compact JWS, JWE and SD-JWT anywhere in it, JWS in JSON serialization (`token` is its exact
 * source), and opaque credentials that their name (credential-names.ts), their authentication scheme or their shape
 * (look-alikes.ts) gives away. Takes off JSON, JSON in strings, URL encoding, base64 and `Bearer`, in any order. A token
 * that stands in several places is told of once for each; of what is signed in base64 both the whole and the tokens
 * inside it. Linear in the length of the text; never throws.
 */
export function findTokens(text: string, options: FindOptions = {}): FoundToken[] {
  const found: FoundToken[] = [];
  search({ text, name: options.name, path: '', wrappers: [], siblings: options.siblings }, found);
  return found;
}

/** Recursion ends after MAX_WRAPPERS, and what is inside a place is never longer than the place. */
function search(place: Place, found: FoundToken[]): void {
  const { text, name, path, wrappers } = place;
  if (text.length < SHORTEST) return;
  if (wrappers.length === MAX_WRAPPERS) return searchCompact(place, 0, text.length, found);
  if (searchJson(place, found) || searchCredentials(place, found)) return;
  if (isEscapedChunk(text)) return search(unwrapped(place, 'url-encoding', decodePercent(text), name), found);
  const before = found.length;
  const token = text.trim();
  const tell = (guess: OpaqueGuess | undefined) => {
    if (guess !== undefined) found.push({ token, kind: 'opaque', guess, path, offset: text.indexOf(token), wrappers });
  };
  tell(guessLookAlike(place, token));
  searchPieces(place, 0, found);
  if (found.length === before) tell(guessByName(name, token));
}

/** False when the text does not begin like JSON. One that was cut short is searched as text from the cut on. */
function searchJson(place: Place, found: FoundToken[]): boolean {
  const { text } = place;
  if (!/^\s*[{["]/.test(text)) return false;
  // js-cookie and others leave some of JSON's own characters unescaped, so that a piece alone is no JSON.
  const decoded = text.includes('%') && !isJson(text) ? decodePercent(text) : text;
  if (decoded !== text && isJson(decoded)) {
    search(unwrapped(place, 'url-encoding', decoded, place.name), found);
    return true;
  }
  const wrappers = [...place.wrappers, 'json'] as const;
  const tellJws = ({ start, end, path }: JsonRange) =>
    found.push({ token: text.slice(start, end), kind: 'jws-json', path: (place.path || '$') + path, offset: start, wrappers: place.wrappers });
  const visit = (string: JsonString) => {
    if (string.text.length < SHORTEST) return;
    const name = string.isName ? undefined : (string.memberName ?? place.name);
    search({ text: string.text, name, path: (place.path || '$') + string.path(), wrappers }, found);
  };
  const end = visitStrings(text, visit, tellJws);
  if (end < text.length) searchPieces(place, end, found);
  return true;
}

function searchCredentials(place: Place, found: FoundToken[]): boolean {
  const credentials = takeCredentials(place.text);
  if (credentials === undefined) return false;
  const before = found.length;
  const inner = unwrapped(place, 'auth-scheme', credentials.text, undefined);
  search(inner, found);
  const guess = found.length > before ? undefined : guessByScheme(credentials, place.name);
  if (guess !== undefined) found.push({ token: inner.text, kind: 'opaque', guess, path: inner.path, offset: 0, wrappers: inner.wrappers });
  return true;
}

function searchPieces(place: Place, start: number, found: FoundToken[]): void {
  visitPieces(place.text, start, (piece: Piece) => {
    if (!piece.isEscaped) searchPlain(place, piece, found);
    else search(unwrapped(place, 'url-encoding', decodePercent(place.text.slice(piece.start, piece.end)), undefined), found);
  });
}

/** Compact tokens, and base64 between them: inside a token it is the token's own. */
function searchPlain(place: Place, { start, end }: Piece, found: FoundToken[]): void {
  const searchBetween = (from: number, to: number) =>
    visitBase64(place.text, from, to, ({ text, wrapper }) => search(unwrapped(place, wrapper, text, undefined), found));
  let from = start;
  for (const range of findCompact(place.text, start, end)) {
    searchBetween(from, range.start);
    found.push(compactAt(place, range));
    from = range.end;
  }
  searchBetween(from, end);
}

function searchCompact(place: Place, start: number, end: number, found: FoundToken[]): void {
  for (const range of findCompact(place.text, start, end)) found.push(compactAt(place, range));
}

function compactAt({ text, path, wrappers }: Place, { kind, start, end }: ReturnType<typeof findCompact>[number]): FoundToken {
  return { token: text.slice(start, end), kind, path, offset: start, wrappers };
}

function unwrapped({ path, wrappers, siblings }: Place, wrapper: Wrapper, text: string, name: string | undefined): Place {
  return { text, name, path, wrappers: [...wrappers, wrapper], siblings: name === undefined ? undefined : siblings };
}
