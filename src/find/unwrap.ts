import { decodeBase64url } from '../decode/base64url.ts';
import { decodeUtf8 } from '../decode/utf8.ts';
import type { Wrapper } from '../types.ts';

/** A text with one layer taken off. */
export interface Inner {
  readonly text: string;
  readonly wrapper: Wrapper;
  /** Name of the JSON member it was the value of. */
  readonly name?: string;
  /** Added to the path: `.user`, `['a b']`, `[0]`. */
  readonly step: string;
}

/** Deepest level of JSON that is walked: no SDK nests further, hostile text does. */
const MAX_WALK_DEPTH = 64;

/** The strings inside a JSON text; undefined when it is no JSON that could hold one. */
export function unwrapJson(text: string): Inner[] | undefined {
  if (!/^\s*[{["]/.test(text)) return undefined;
  try {
    return collectStrings(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function collectStrings(root: unknown): Inner[] {
  const strings: Inner[] = [];
  const open: { value: unknown; step: string; name?: string; depth: number }[] = [{ value: root, step: '', depth: 0 }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { value, step, name, depth } = node;
    if (typeof value === 'string') strings.push({ text: value, wrapper: 'json', step, ...(name === undefined ? {} : { name }) });
    if (typeof value !== 'object' || value === null || depth === MAX_WALK_DEPTH) continue;
    const children = Array.isArray(value)
      ? value.map((item, index) => ({ value: item as unknown, step: `${step}[${index}]`, depth: depth + 1, ...(name === undefined ? {} : { name }) }))
      : Object.entries(value).map(([key, item]) => ({ value: item as unknown, step: step + memberStep(key), name: key, depth: depth + 1 }));
    // The last one in is the first one out: reversed, the text's order is kept.
    for (const child of children.toReversed()) open.push(child);
  }
  return strings;
}

/** A member selector of RFC 9535 section 2.3. */
function memberStep(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `['${key.replace(/[\\']/g, '\\$&')}']`;
}

/** `Bearer abc`: an authentication scheme and its credentials, RFC 9110 section 11.4. Basic holds a password and is left alone. */
export function unwrapScheme(text: string): Inner | undefined {
  const space = text.indexOf(' ');
  if (space < 1 || space > 40 || !/^[A-Za-z][\w-]*$/.test(text.slice(0, space))) return undefined;
  const rest = text.slice(space).trim();
  if (rest === '' || /\s/.test(rest)) return undefined;
  return { text: rest, wrapper: 'auth-scheme', step: '' };
}

export function schemeOf(text: string): string {
  return text.slice(0, Math.max(0, text.indexOf(' '))).toLowerCase();
}

/** Percent-encoding, RFC 3986 section 2.1. */
export function unwrapUrlEncoding(text: string): Inner | undefined {
  if (!text.includes('%')) return undefined;
  try {
    const decoded = decodeURIComponent(text);
    return decoded === text ? undefined : { text: decoded, wrapper: 'url-encoding', step: '' };
  } catch {
    return undefined;
  }
}

/** JSON in base64 or base64url, with the `base64-` some SDKs put before it. */
export function unwrapBase64(text: string): Inner | undefined {
  const encoded = text.startsWith('base64-') ? text.slice(7) : text;
  if (encoded.length < 16 || !/^[\w+/-]+={0,2}$/.test(encoded)) return undefined;
  const urlSafe = encoded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  // Four characters tell whether it could be JSON, before the whole is decoded.
  if (!/^\s*[{["]/.test(decodeText(urlSafe.slice(0, 4)) ?? '')) return undefined;
  const decoded = decodeText(urlSafe);
  return decoded === undefined ? undefined : { text: decoded, wrapper: /[+/=]/.test(encoded) ? 'base64' : 'base64url', step: '' };
}

function decodeText(base64url: string): string | undefined {
  const { bytes } = decodeBase64url(base64url);
  return bytes && decodeUtf8(bytes).source;
}
