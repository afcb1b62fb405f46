import { importJWK } from 'jose';
import { memberOf } from '../decode/members.ts';
import { scanJson } from '../decode/scan-json.ts';
import type { JsonNode, KeyReading, ParsedKeys, Problem, PublicOrSecretJwk, VerificationKey } from '../types.ts';
import { algorithmFor } from './algorithms.ts';
import { toPublicJwk } from './public-jwk.ts';

/** Keys of a set that are looked at. */
const MAX_KEYS = 100;

/** A JWK or a JWKS as text, RFC 7517. Members of a set that cannot be used are named, the others kept. Never rejects. */
export async function parseJwkText(text: string): Promise<ParsedKeys> {
  const { node, problems } = scanJson(text);
  const [problem] = problems;
  if (node === undefined) {
    const { offset = 0, message = '' } = problems.at(-1) ?? {};
    return refuse({ code: 'key-json', offset, message: `the key, character ${offset + 1}: ${message}` });
  }
  // Programs differ in which of two they take, so that it would not be one key that is verified with.
  if (problem !== undefined) return refuse({ code: 'key-jwk', offset: problem.offset ?? 0, message: `the key, character ${(problem.offset ?? 0) + 1}: ${problem.message}` });
  const keys = memberOf(node, 'keys');
  if (keys === undefined) return join([await readOne(node, 'jwk', 'the key')]);
  if (keys.type !== 'array') return refuse({ code: 'key-jwk', message: `expected "keys" to be an array (RFC 7517 section 5), found ${keys.type}` });
  if (keys.items.length === 0) return refuse({ code: 'key-empty', message: 'the set holds no key' });
  const results = await Promise.all(keys.items.slice(0, MAX_KEYS).map((item, index) => readOne(item, 'jwks', `key ${index + 1} of the set`)));
  if (keys.items.length > MAX_KEYS) results.push({ code: 'key-set-cut', message: `only the first ${MAX_KEYS} of the ${keys.items.length} keys of the set are read` });
  return join(results);
}

async function readOne(node: JsonNode, reading: KeyReading, name: string): Promise<VerificationKey | Problem> {
  const { jwk, code = 'key-jwk', message = '', fromPrivate } = toPublicJwk(valueOf(node));
  if (jwk === undefined) return { code, message: `${name}: ${message}` };
  if (await isRefused(jwk)) return { code: 'key-jwk', message: `${name}: its numbers are not those of a ${jwk.crv ?? jwk.kty} key` };
  return { reading, jwk, fromPrivate };
}

/** The members that count are strings or arrays of strings; of anything else only the type matters. */
function valueOf(node: JsonNode): unknown {
  if (node.type === 'array') return node.items.map((item) => ('value' in item ? item.value : {}));
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(node.members.map(({ name, value }) => [name, value.type === 'object' ? {} : valueOf(value)]));
}

/** Whether the engine knows the key type and refuses this key. What it does not know, verifying has to say. */
async function isRefused({ kty, n, e, crv, x, y }: PublicOrSecretJwk): Promise<boolean> {
  // Where another library computes the signature, it says at verifying whether it can read the key.
  if (kty === 'oct' || kty === 'AKP' || crv === 'secp256k1' || crv === 'Ed448') return false;
  const members = Object.entries({ n, e, crv, x, y }).filter(([, value]) => value !== undefined);
  try {
    await importJWK({ kty, ...Object.fromEntries(members) }, algorithmFor({ kty, ...(crv === undefined ? {} : { crv }) }) ?? '');
    return false;
  } catch (error) {
    return error instanceof Error && error.name !== 'NotSupportedError' && error.name !== 'JOSENotSupported';
  }
}

function refuse(problem: Problem): ParsedKeys {
  return { keys: [], problems: [problem] };
}

function join(results: readonly (VerificationKey | Problem)[]): ParsedKeys {
  return {
    keys: results.filter((result) => 'jwk' in result),
    problems: results.filter((result) => 'code' in result),
  };
}
