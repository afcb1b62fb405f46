import { decodeBase64url } from '../decode/base64url.ts';
import type { LocalProblem } from '../decode/problem.ts';
import { scanJson } from '../decode/scan-json.ts';
import { decodeUtf8 } from '../decode/utf8.ts';
import type { JsonNode } from '../types.ts';
import type { Disclosure } from './disclosure.ts';

export interface DisclosureContent extends Pick<Disclosure, 'source' | 'salt' | 'name' | 'value'> {
  /** The name as written, quotes and escapes included. */
  readonly nameSource: string | undefined;
  readonly problems: readonly LocalProblem[];
}

const NOTHING = { source: undefined, salt: undefined, name: undefined, nameSource: undefined, value: undefined };

/**
 * Base64url of `[salt, name, value]` or, for an element of an array, `[salt, value]`: RFC 9901 sections 4.2.1 and 4.2.2.
 * `value` is there exactly when the disclosure is of one of these forms. Never throws.
 */
export function readDisclosure(text: string): DisclosureContent {
  const { bytes, problems } = decodeBase64url(text);
  if (bytes === undefined) return { ...NOTHING, problems };
  const utf8 = decodeUtf8(bytes);
  const found = [...problems, ...utf8.problems];
  if (utf8.source === undefined) return { ...NOTHING, problems: found };
  const json = scanJson(utf8.source);
  found.push(...json.problems);
  const content = { ...NOTHING, source: utf8.source };
  if (json.node === undefined) return { ...content, problems: found };
  const parts = partsOf(json.node);
  return typeof parts === 'string'
    ? { ...content, problems: [...found, { code: 'sd-disclosure', message: parts }] }
    : { ...content, ...parts, problems: found };
}

/** The parts, or what should be there instead. */
function partsOf(node: JsonNode): Pick<DisclosureContent, 'salt' | 'name' | 'nameSource' | 'value'> | string {
  if (node.type !== 'array') return `expected an array, found ${node.type}`;
  const { length } = node.items;
  if (length !== 2 && length !== 3) return `expected [salt, name, value] or [salt, value], found ${length} items`;
  const [salt, name] = node.items;
  const value = node.items.at(-1);
  if (salt?.type !== 'string') return `expected the salt to be a string, found ${salt?.type}`;
  if (length === 2) return { salt: salt.value, name: undefined, nameSource: undefined, value };
  if (name?.type !== 'string') return `expected the name to be a string, found ${name?.type}`;
  return { salt: salt.value, name: name.value, nameSource: name.source, value };
}
