import { scanJson } from '../decode/scan-json.ts';
import type { KeyReading, ParsedKeys, Problem, VerificationKey } from '../types.ts';
import { toPublicJwk } from './public-jwk.ts';

/** Keys of a set that are looked at. */
const MAX_KEYS = 100;

/** A JWK or a JWKS as text, RFC 7517. Members of a set that cannot be used are named, the others kept. */
export function parseJwkText(text: string): ParsedKeys {
  const syntax = scanJson(text).problems.find(({ code }) => code !== 'json-duplicate-name');
  if (syntax !== undefined) {
    const where = syntax.offset === undefined ? '' : `character ${syntax.offset + 1}: `;
    return { keys: [], problems: [{ code: 'key-json', ...(syntax.offset === undefined ? {} : { offset: syntax.offset }), message: `the key is no JSON: ${where}${syntax.message}` }] };
  }
  const value = JSON.parse(text) as Record<string, unknown>;
  if (!('keys' in value)) return join([readOne(value, 'jwk', 'the key')]);
  if (!Array.isArray(value['keys'])) return { keys: [], problems: [{ code: 'key-jwk', message: 'expected "keys" to be an array (RFC 7517 section 5)' }] };
  const members = value['keys'].slice(0, MAX_KEYS);
  if (members.length === 0) return { keys: [], problems: [{ code: 'key-empty', message: 'the set holds no key' }] };
  return join(members.map((member: unknown, index) => readOne(member, 'jwks', `key ${index + 1} of the set`)));
}

function readOne(value: unknown, reading: KeyReading, name: string): VerificationKey | Problem {
  const { jwk, message, fromPrivate } = toPublicJwk(value);
  return jwk === undefined ? { code: 'key-jwk', message: `${name}: ${message ?? ''}` } : { reading, jwk, fromPrivate };
}

function join(results: readonly (VerificationKey | Problem)[]): ParsedKeys {
  return {
    keys: results.filter((result) => 'jwk' in result),
    problems: results.filter((result) => 'code' in result),
  };
}
