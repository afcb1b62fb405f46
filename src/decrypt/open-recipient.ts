import { errors, flattenedDecrypt } from 'jose';
import type { DecryptionJwk } from '../types.ts';
import { decryptByParts } from './decrypt-by-parts.ts';
import { usesAes192 } from './jwe-algorithms.ts';
import { textOf } from './header.ts';
import type { Recipient } from './read-jwe.ts';
import { MAX_ITERATIONS } from './refuse-recipient.ts';

export type Opening = { readonly plaintext: Uint8Array<ArrayBuffer> } | 'differs' | 'unavailable' | 'malformed' | 'unreadable';

/** One key against one recipient. With `zip` the plaintext is still compressed. Never rejects. */
export async function openRecipient(recipient: Recipient, jwk: DecryptionJwk): Promise<Opening> {
  const [alg, enc] = [textOf(recipient.header, 'alg') ?? '', textOf(recipient.header, 'enc') ?? ''];
  try {
    const byParts = recipient.header['zip'] !== undefined || (usesAes192(alg, enc) && !(await hasAes192()));
    return { plaintext: byParts ? await decryptByParts(recipient, alg, enc, jwk) : await decryptByJose(recipient, alg, jwk) };
  } catch (error) {
    return outcomeOf(error);
  }
}

async function decryptByJose({ texts, unprotected, own }: Recipient, alg: string, jwk: DecryptionJwk): Promise<Uint8Array<ArrayBuffer>> {
  const jwe = { ...texts, ...(unprotected === undefined ? {} : { unprotected }), ...(own === undefined ? {} : { header: own }) };
  const options = { keyManagementAlgorithms: [alg], maxPBES2Count: MAX_ITERATIONS };
  const { plaintext } = await flattenedDecrypt({ ...jwe, ciphertext: texts.ciphertext }, materialOf(jwk), options);
  return Uint8Array.from(plaintext);
}

/** Whether the key may be used has been judged already, with a reason for each that may not. */
function materialOf({ kty, k, n, e, d, p, q, dp, dq, qi, crv, x, y }: DecryptionJwk): DecryptionJwk {
  const members = Object.entries({ k, n, e, d, p, q, dp, dq, qi, crv, x, y }).filter(([, value]) => value !== undefined);
  return { kty, ...Object.fromEntries(members) };
}

/** Chromium has AES with keys of 128 and 256 bits only (https://crbug.com/533699). */
async function hasAes192(): Promise<boolean> {
  return crypto.subtle.importKey('raw', new Uint8Array(24), 'AES-GCM', false, ['decrypt']).then(
    () => true,
    () => false,
  );
}

function outcomeOf(error: unknown): Opening {
  if (error instanceof errors.JWEDecryptionFailed) return 'differs';
  if (error instanceof errors.JWEInvalid) return 'malformed';
  if (error instanceof errors.JOSENotSupported || (error instanceof Error && error.name === 'NotSupportedError')) return 'unavailable';
  // By parts, the libraries say with plain errors that a key does not open it; engines say with others that they refuse it.
  return error instanceof TypeError || (error instanceof Error && error.name === 'DataError') ? 'unreadable' : 'differs';
}
