import { scanJson } from '../decode/scan-json.ts';
import type { KeyReading, ParsedKeys, Problem, VerificationKey } from '../types.ts';
import { toPublicJwk } from './public-jwk.ts';

/** Keys of a set that are looked at. */
const MAX_KEYS = 100;

/** A JWK or a JWKS as text, RFC 7517. Members of a set that cannot be used are named, the others kept. */
export function parseJwkText(text: string): ParsedKeys {
  const syntax = scanJson(text).problems.find(({ code }) => code !== 'json-duplicate-name');
  if (syntax !== undefined) {
    // Only where, not what: a message never quotes the key.
    const { offset = 0 } = syntax;
    return { keys: [], problems: [{ code: 'key-json', offset, message: `the key is no JSON from character ${offset + 1} on` }] };
  }
  const value = JSON.parse(text) as Record<string, unknown>;
  if (!('keys' in value)) return join([readOne(value, 'jwk', 'the key')]);
  if (!Array.isArray(value['keys'])) return { keys: [], problems: [{ code: 'key-jwk', message: 'expected "keys" to be an array (RFC 7517 section 5)' }] };
  const members = value['keys'].slice(0, MAX_KEYS);
  if (members.length === 0) return { keys: [], problems: [{ code: 'key-empty', message: 'the set holds no key' }] };
  const results = members.map((member: unknown, index) => readOne(member, 'jwks', `key ${index + 1} of the set`));
  if (value['keys'].length > MAX_KEYS) results.push({ code: 'key-too-large', message: `only the first ${MAX_KEYS} keys of the set are read` });
  return join(results);
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
