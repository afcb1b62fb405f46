import { type Content, decodeSegment } from '../decode/decode-segment.ts';
import { memberOf, stringMember } from '../decode/members.ts';
import { placeProblem } from '../decode/problem.ts';
import { scanJson } from '../decode/scan-json.ts';
import type { JsonNode, Problem, Segment, SegmentName } from '../types.ts';
import { type Header, readHeader } from './header.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** One recipient with everything that all of them share, RFC 7516 section 7.2. Texts are as they stand in the token. */
export interface Recipient {
  readonly header: Header;
  readonly protectedHeader: Header;
  readonly texts: { readonly protected?: string; readonly encrypted_key?: string; readonly iv?: string; readonly ciphertext: string; readonly tag?: string; readonly aad?: string };
  readonly unprotected: Header | undefined;
  readonly own: Header | undefined;
  readonly encryptedKey: Bytes;
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
  readonly tag: Bytes;
}

/** `isJwe` is false for what is something else. No recipients: `problems` says what is broken. */
export interface ReadJwe {
  readonly isJwe: boolean;
  readonly recipients: readonly Recipient[];
  readonly problems: readonly Problem[];
}

/** More recipients are not read. */
const MAX_RECIPIENTS = 20;

/** Takes a compact or JSON serialized JWE apart, strictly: what is spelled in two ways or names a thing twice is refused. Never throws. */
export function readJwe(text: string): ReadJwe {
  return text.trimStart().startsWith('{') ? readJson(text) : readCompact(text);
}

/** RFC 7516 section 7.1. */
function readCompact(text: string): ReadJwe {
  const parts = text.split('.', 6);
  if (parts.length !== 5) return { isJwe: false, recipients: [], problems: [] };
  const [header = '', encryptedKey = '', iv = '', ciphertext = '', tag = ''] = parts;
  return build([undefined], { protected: header, encrypted_key: encryptedKey, iv, ciphertext, tag }, undefined);
}

/** RFC 7516 section 7.2: general, or flattened without `recipients`. */
function readJson(text: string): ReadJwe {
  const { node, problems } = scanJson(text);
  if (node !== undefined && memberOf(node, 'ciphertext') === undefined) return { isJwe: false, recipients: [], problems: [] };
  if (node === undefined || problems.length > 0) return malformed(problems.map((problem) => placeProblem(problem, 'token')));
  const wrong = ['protected', 'encrypted_key', 'iv', 'ciphertext', 'tag', 'aad'].find((name) => memberOf(node, name) !== undefined && stringMember(node, name) === undefined);
  if (wrong !== undefined) return broken(`expected "${wrong}" to be a string`);
  const recipients = memberOf(node, 'recipients');
  if (recipients === undefined) return build([node], textsOf(node), node);
  if (recipients.type !== 'array' || recipients.items.length === 0) return broken('expected "recipients" to be an array of at least one');
  if (recipients.items.length > MAX_RECIPIENTS) return broken(`more than ${MAX_RECIPIENTS} recipients are not read`);
  if (memberOf(node, 'header') !== undefined || memberOf(node, 'encrypted_key') !== undefined) return broken('expected "header" and "encrypted_key" in the recipients only');
  return build(recipients.items, textsOf(node), node);
}

type Texts = Recipient['texts'];

function textsOf(node: JsonNode): Texts {
  const names = ['protected', 'encrypted_key', 'iv', 'tag', 'aad'] as const;
  return { ciphertext: stringMember(node, 'ciphertext') ?? '', ...Object.fromEntries(names.flatMap((name) => (stringMember(node, name) === undefined ? [] : [[name, stringMember(node, name)]]))) };
}

function build(owners: readonly (JsonNode | undefined)[], shared: Texts, node: JsonNode | undefined): ReadJwe {
  const problems: Problem[] = [];
  const decode = (name: SegmentName, text: string | undefined, content: Content = 'bytes'): Segment => {
    const result = decodeSegment(name, text ?? '', content);
    problems.push(...result.problems);
    return result.segment;
  };
  const header = shared.protected === undefined || (shared.protected === '' && node !== undefined) ? undefined : decode('header', shared.protected, 'json-object').json;
  const [iv, ciphertext, tag] = [decode('iv', shared.iv), decode('ciphertext', shared.ciphertext), decode('tag', shared.tag)];
  if (shared.aad !== undefined) decode('token', shared.aad);
  const recipients = owners.map((owner): Recipient | string => {
    const encryptedKeyText = owner === undefined || owner === node ? shared.encrypted_key : stringMember(owner, 'encrypted_key');
    const headers = readHeader(header, memberOf(node, 'unprotected'), memberOf(owner, 'header'));
    if (typeof headers === 'string') return headers;
    const encryptedKey = decode('encrypted-key', encryptedKeyText);
    const texts = Object.fromEntries(Object.entries({ ...shared, encrypted_key: encryptedKeyText }).filter(([, value]) => value !== undefined && value !== ''));
    return { ...headers, texts: { ...texts, ciphertext: shared.ciphertext }, encryptedKey: bytesOf(encryptedKey), iv: bytesOf(iv), ciphertext: bytesOf(ciphertext), tag: bytesOf(tag) };
  });
  const wrong = recipients.find((recipient) => typeof recipient === 'string');
  if (problems.length > 0) return malformed(problems);
  return wrong === undefined ? { isJwe: true, recipients: recipients.filter((recipient) => typeof recipient !== 'string'), problems } : broken(wrong);
}

function bytesOf({ bytes = new Uint8Array() }: Segment): Bytes {
  return bytes;
}

function malformed(problems: readonly Problem[]): ReadJwe {
  return { isJwe: true, recipients: [], problems };
}

function broken(message: string): ReadJwe {
  return malformed([{ code: 'jwe-structure', segment: 'token', message: `the token: ${message} (RFC 7516 section 7.2)` }]);
}
