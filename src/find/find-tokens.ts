import type { FoundToken, Wrapper } from '../types.ts';
import { guessOpaque } from './credential-names.ts';
import { findCompact } from './find-compact.ts';
import { type Inner, schemeOf, unwrapBase64, unwrapJson, unwrapScheme, unwrapUrlEncoding } from './unwrap.ts';

export interface FindOptions {
  /** What the text is called where it was found: a cookie's name, a storage key, a header's name. */
  readonly name?: string;
}

/** Layers inside each other that are taken off. */
const MAX_WRAPPERS = 8;
/** Schemes whose credentials are a token even if they are opaque: RFC 6750, RFC 9449, and what APIs made up. */
const TOKEN_SCHEMES: ReadonlySet<string> = new Set(['bearer', 'dpop', 'token']);

interface Layer {
  readonly text: string;
  readonly name: string;
  readonly path: string;
  readonly wrappers: readonly Wrapper[];
}

/**
 * Every token in a text: compact JWS and JWE anywhere in it, and opaque credentials that their name or their
 * authentication scheme gives away. Takes off JSON, JSON in strings, URL encoding, base64 and `Bearer`, in any order.
 * Linear in the length of the text; never throws.
 */
export function findTokens(text: string, options: FindOptions = {}): FoundToken[] {
  const found: FoundToken[] = [];
  const open: Layer[] = [{ text, name: options.name ?? '', path: '', wrappers: [] }];
  for (let layer = open.pop(); layer !== undefined; layer = open.pop()) {
    const inner = layer.wrappers.length < MAX_WRAPPERS ? unwrap(layer) : undefined;
    // One by one: as arguments of a single call, a hostile text's million strings would overflow the stack.
    if (inner === undefined) for (const token of findInLayer(layer)) found.push(token);
    else for (const next of inner.toReversed()) open.push(next);
  }
  return found;
}

function unwrap(layer: Layer): Layer[] | undefined {
  const { text } = layer;
  const json = unwrapJson(text);
  if (json !== undefined) return json.map((inner) => within(layer, inner));
  const inner = unwrapScheme(text) ?? unwrapUrlEncoding(text) ?? unwrapBase64(text);
  if (inner === undefined) return undefined;
  // A credential of an authentication scheme is named by the scheme.
  return [within(layer, inner.wrapper === 'auth-scheme' ? { ...inner, name: `${schemeOf(text)} scheme` } : inner)];
}

function within(layer: Layer, { text, wrapper, name, step }: Inner): Layer {
  const path = wrapper === 'json' ? (layer.path || '$') + step : layer.path;
  return { text, name: name ?? layer.name, path, wrappers: [...layer.wrappers, wrapper] };
}

function findInLayer({ text, name, path, wrappers }: Layer): FoundToken[] {
  const compact = findCompact(text).map((token) => ({ ...token, path, wrappers }));
  if (compact.length > 0) return compact;
  const guess = TOKEN_SCHEMES.has(name.replace(/ scheme$/, '')) && wrappers.at(-1) === 'auth-scheme' ? 'bearer-credential' : guessOpaque(name, text);
  return guess === undefined ? [] : [{ token: text, kind: 'opaque', guess, path, offset: 0, wrappers }];
}
