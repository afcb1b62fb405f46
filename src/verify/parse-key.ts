import type { KeyReading, ParsedKeys, Problem } from '../types.ts';
import { parseJwkText } from './parse-jwk.ts';
import { parsePem } from './parse-pem.ts';
import { readSecret } from './parse-secret.ts';

/** Longest key text, in UTF-16 units. */
const MAX_KEY = 65_536;

/**
 * Reads whatever a developer has at hand: a secret (tried as UTF-8, base64, base64url and hex), a PEM (SPKI, PKCS#1,
 * PKCS#8, X.509), a JWK or a JWKS. `hint` keeps one reading of a secret. Of a private key only the public half is kept.
 * Never rejects; problems never quote the key.
 */
export async function parseKey(text: string, hint?: KeyReading): Promise<ParsedKeys> {
  const trimmed = text.trim();
  if (trimmed === '') return refuse({ code: 'key-empty', message: 'the key is empty' });
  if (text.length > MAX_KEY) return refuse({ code: 'key-too-large', message: `${text.length} characters are more than the ${MAX_KEY} a key may have` });
  // What holds this is never a secret: HMAC keyed with a public key's text is an attack (CVE-2015-9235).
  const pem = trimmed.indexOf('-----BEGIN ');
  if (pem >= 0) return shiftProblems(await parsePem(trimmed.slice(pem)), text.indexOf('-----BEGIN '));
  if (trimmed.startsWith('{')) return parseJwkText(trimmed.padStart(text.trimEnd().length));
  const keys = readSecret(text, hint);
  return keys.length > 0 ? { keys, problems: [] } : refuse({ code: 'key-unsupported', message: `the key cannot be read as ${hint ?? 'a secret'}` });
}

/** From offsets in what follows `start` to offsets in the whole text. */
function shiftProblems({ keys, problems }: ParsedKeys, start: number): ParsedKeys {
  return { keys, problems: problems.map((problem) => (problem.offset === undefined ? problem : { ...problem, offset: problem.offset + start })) };
}

function refuse(problem: Problem): ParsedKeys {
  return { keys: [], problems: [problem] };
}
