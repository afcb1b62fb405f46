import type { OpaqueGuess } from '../types.ts';
import { decodeBase64url } from '../decode/base64url.ts';
import { decodeUtf8 } from '../decode/utf8.ts';
import { kindOfHeader } from './header-kind.ts';

interface LookAlike {
  readonly guess: OpaqueGuess;
  /** Whether a text is surely one: a text taken for one by mistake is worse than one that is missed. */
  readonly matches: (text: string) => boolean;
}

const SHORTEST = 16;
const LONGEST = 16_384;
/** HMAC-SHA-1, -256 and -512 in base64url without padding. */
const MAC = /^(?:[\w-]{27}|[\w-]{43}|[\w-]{86})$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What is often taken for a JWT, each in the form its own framework writes. First match wins. */
const LOOK_ALIKES: readonly LookAlike[] = [
  // hapi/iron 2, and iron-session, which adds ~2.
  { guess: 'iron-sealed', matches: (text) => text.startsWith('Fe26.2*') && text.split('*', 9).length === 8 },
  { guess: 'paseto', matches: (text) => /^v[1-4]\.(?:local|public)\.[\w-]{32,}(?:\.[\w-]+)?$/.test(text) },
  // The magic number 09 F0 C9 F0, and enough behind it for a key's id, an IV and a MAC.
  { guess: 'aspnet-protected', matches: (text) => /^CfDJ8[\w-]{75,}$/.test(text) },
  { guess: 'service-worker-placeholder', matches: (text) => /^(?:ACCESS|REFRESH)_TOKEN_SECURED_BY_OIDC_SERVICE_WORKER(?:_|$)/.test(text) },
  { guess: 'express-signed', matches: isExpressSigned },
  { guess: 'laravel-encrypted', matches: isLaravelEncrypted },
  { guess: 'rails-encrypted', matches: isRailsEncrypted },
  { guess: 'rails-signed', matches: isRailsSigned },
  { guess: 'django-signed', matches: isDjangoSigned },
  { guess: 'itsdangerous-signed', matches: isItsdangerousSigned },
  { guess: 'macaroon', matches: (text) => text.startsWith('MDA') && /^00[0-9a-f]{2}location /.test(decodeText(text.slice(0, 24)) ?? '') },
];

/** What a text is by its shape alone, when that shape cannot be anything else; never a JWT. Linear, never throws. */
export function guessByShape(text: string): OpaqueGuess | undefined {
  if (text.length < SHORTEST || text.length > LONGEST) return undefined;
  return LOOK_ALIKES.find(({ matches }) => matches(text))?.guess;
}

/** cookie-signature: `s:`, the value, and HMAC-SHA-256 in base64 without padding. */
function isExpressSigned(text: string): boolean {
  const dot = text.lastIndexOf('.');
  return text.startsWith('s:') && dot > 2 && /^[A-Za-z0-9+/]{43}$/.test(text.slice(dot + 1));
}

function isLaravelEncrypted(text: string): boolean {
  if (!text.startsWith('eyJpdiI6')) return false;
  try {
    const json: unknown = JSON.parse(decodeText(text) ?? '');
    return typeof json === 'object' && json !== null && ['iv', 'value', 'mac'].every((name) => typeof Reflect.get(json, name) === 'string');
  } catch {
    return false;
  }
}

/** MessageEncryptor: AES-256-GCM as data, IV of 12 bytes and tag of 16. Older: CBC, `data--iv` in base64, signed. */
function isRailsEncrypted(text: string): boolean {
  if (!text.includes('--')) return false;
  const parts = text.split('--', 4);
  const [data = '', iv = '', tag = ''] = parts;
  if (parts.length === 3) return data !== '' && BASE64.test(data) && /^[A-Za-z0-9+/]{16}$/.test(iv) && /^[A-Za-z0-9+/]{22}==$/.test(tag);
  return isSignedInHex(text) && /^[A-Za-z0-9+/]+={0,2}--[A-Za-z0-9+/]{22}==$/.test(decodeText(data) ?? '');
}

/** MessageVerifier: base64 of JSON, or of what Ruby marshals, and a MAC in hex. */
function isRailsSigned(text: string): boolean {
  if (!isSignedInHex(text)) return false;
  const beginning = decodeText(text.slice(0, Math.min(text.indexOf('--'), 32)), true) ?? '';
  return /^[{["]/.test(beginning) || beginning.startsWith('\u0004\u0008');
}

function isSignedInHex(text: string): boolean {
  const dashes = text.indexOf('--');
  return dashes > 0 && BASE64.test(text.slice(0, dashes)) && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text.slice(dashes + 2));
}

/** django.core.signing.dumps: JSON or, behind a dot, zlib; the time in base 62; the MAC. */
function isDjangoSigned(text: string): boolean {
  if (!text.includes(':')) return false;
  const [payload = '', time = '', mac = '', ...rest] = text.split(':', 4);
  return rest.length === 0 && /^[0-9A-Za-z]{6}$/.test(time) && MAC.test(mac) && holdsJsonOrZlib(payload);
}

/** URLSafeTimedSerializer, which signs the sessions of Flask: JSON or zlib, four bytes of time, the MAC. */
function isItsdangerousSigned(text: string): boolean {
  const parts = text.split('.', 5);
  const isPacked = parts[0] === '';
  const [payload = '', time = '', mac = '', ...rest] = isPacked ? parts.slice(1) : parts;
  if (rest.length > 0 || !/^[\w-]{6}$/.test(time) || !MAC.test(mac)) return false;
  return holdsJsonOrZlib(isPacked ? `.${payload}` : payload) && kindOfHeader(payload, 0, payload.length) === undefined;
}

/** Behind a dot stands zlib, whose first byte is 0x78. */
function holdsJsonOrZlib(payload: string): boolean {
  if (payload.startsWith('.')) return /^\.eJ[\w-]{6,}$/.test(payload);
  return /^[{["]/.test(decodeText(payload) ?? '');
}

/** Base64 or base64url as text; undefined when it is none. `isCut`: its last character may have lost bytes. */
function decodeText(encoded: string, isCut = false): string | undefined {
  const { bytes } = decodeBase64url(encoded.replaceAll('+', '-').replaceAll('/', '_'));
  // Latin-1 keeps marshalled bytes apart, and only the first few are looked at.
  if (bytes !== undefined && isCut) return String.fromCharCode(...bytes);
  return bytes === undefined ? undefined : decodeUtf8(bytes).source;
}
