import { isBase64urlCode } from '../decode/base64url.ts';
import type { JsonVisitor } from '../decode/json-visitor.ts';
import { walkJson } from '../decode/json-walker.ts';
import { kindOfHeader } from './header-kind.ts';

const NONE: ReadonlySet<number> = new Set();
const MEMBERS: ReadonlySet<string> = new Set(['payload', 'protected', 'signature', 'alg']);

/**
 * Which containers of a JSON text, counted in the order of their opening from 0, are a JWS in JSON serialization, general
 * or flattened (RFC 7515 section 7.2): an object with `payload` and `signature`, or `payload` and `signatures`, of which
 * one at least has an `alg` in `protected` or `header`. Works on text cut short. Linear.
 */
export function findJwsJson(text: string): ReadonlySet<number> {
  if (!text.includes('"payload"') || !text.includes('"signature')) return NONE;
  const visitor = new JwsJsonVisitor();
  walkJson(text, visitor);
  return visitor.found;
}

/** Offset behind the JSON value that begins at `start` and is complete. */
export function endOfValue(text: string, start: number): number {
  const { end } = walkJson(text.slice(start), { open() {}, close() {}, name() {}, string() {}, number() {}, word() {} });
  return start + text.slice(start, start + end).trimEnd().length;
}

interface Container {
  readonly type: 'object' | 'array';
  readonly ordinal: number;
  /** Of the member whose value comes next. */
  name: string;
  /** The members in MEMBERS that are strings. */
  readonly strings: Map<string, string>;
  /** `header` has an `alg`. */
  hasHeader: boolean;
  /** Signatures in this array, or of the member `signatures`. */
  signatures: number;
  /** Items of an array that are no signature. */
  others: number;
}

class JwsJsonVisitor implements JsonVisitor {
  readonly found = new Set<number>();
  readonly #open: Container[] = [];
  #count = 0;

  open(type: 'object' | 'array'): void {
    this.#open.push({ type, ordinal: this.#count, name: '', strings: new Map(), hasHeader: false, signatures: 0, others: 0 });
    this.#count += 1;
  }

  close(): void {
    const closed = this.#open.pop();
    const parent = this.#open.at(-1);
    if (closed === undefined) return;
    if (isJws(closed)) this.found.add(closed.ordinal);
    if (parent === undefined) return;
    if (parent.type === 'array') {
      if (isSignature(closed)) parent.signatures += 1;
      else parent.others += 1;
    } else if (parent.name === 'signatures') parent.signatures = closed.type === 'array' && closed.others === 0 ? closed.signatures : 0;
    else if (parent.name === 'header') parent.hasHeader = closed.strings.has('alg');
  }

  name(value: string): void {
    const container = this.#open.at(-1);
    if (container === undefined) return;
    container.name = value;
    container.strings.delete(value);
  }

  string(value: string): void {
    const container = this.#open.at(-1);
    if (container?.type === 'array') container.others += 1;
    else if (container !== undefined && MEMBERS.has(container.name)) container.strings.set(container.name, value);
  }

  number(): void {
    this.#countOther();
  }

  word(): void {
    this.#countOther();
  }

  #countOther(): void {
    const container = this.#open.at(-1);
    if (container !== undefined) container.others += 1;
  }
}

/** A payload that is no base64url is one all the same under `b64: false` (RFC 7797), which only `protected` may hold. */
function isJws(container: Container): boolean {
  const payload = container.strings.get('payload');
  if (payload === undefined || (container.signatures === 0 && !isSignature(container))) return false;
  return isBase64url(payload) || container.signatures > 0 || container.strings.has('protected');
}

function isSignature({ type, strings, hasHeader }: Container): boolean {
  const signature = strings.get('signature');
  if (type !== 'object' || signature === undefined || !isBase64url(signature)) return false;
  const header = strings.get('protected');
  return hasHeader || (header !== undefined && kindOfHeader(header, 0, header.length) === 'jws');
}

function isBase64url(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isBase64urlCode(text.charCodeAt(at))) return false;
  return true;
}
