import { MAX_TOKEN } from '../decode/decode-token.ts';
import type { DecryptionKey, DecryptionReason, DecryptionResult } from '../types.ts';
import { shorten } from '../verify/shorten.ts';
import { chooseDecryptionKeys, nearestDecryptionObstacle } from './choose-decryption-keys.ts';
import { textOf } from './header.ts';
import { inflate } from './inflate.ts';
import { contentKeyBits, keyManagementOf } from './jwe-algorithms.ts';
import { lookInside } from './look-inside.ts';
import { type Opening, openRecipient } from './open-recipient.ts';
import { readJwe, type Recipient } from './read-jwe.ts';
import { MAX_ITERATIONS, refuseRecipient } from './refuse-recipient.ts';
import { failed, notTried } from './result.ts';

export interface DecryptOptions {
  /** As `parseDecryptionKey` gives them. */
  readonly keys: readonly DecryptionKey[];
  /** PBES2 iterations (`p2c`) that the user agreed to, for all recipients together: 10,000 if not given, never more than 1,200,000. */
  readonly allowedIterations?: number;
}

const DEFAULT_ITERATIONS = 10_000;
/** Bytes that may come out of `zip`, RFC 8725 bis. */
const MAX_INFLATED = 250_000;

/**
 * Decrypts a JWE (RFC 7516), compact or JSON, general or flattened. "failed" is said on evidence only; decrypted is not
 * authenticated where the key is public. Never rejects.
 */
export async function decryptToken(token: string, { keys, allowedIterations = DEFAULT_ITERATIONS }: DecryptOptions): Promise<DecryptionResult> {
  if (token.length > MAX_TOKEN) return notTried('jwe-too-large');
  const { isJwe, recipients, problems } = readJwe(token.trim());
  if (!isJwe) return notTried('jwe-not-encrypted');
  if (recipients.length === 0) return { ...failed('jwe-malformed'), problems };
  // With more than one recipient the content key must be its own (RFC 7518 sections 4.5 and 4.6).
  if (recipients.length > 1 && recipients.some(({ header }) => header['alg'] === 'dir' || header['alg'] === 'ECDH-ES')) return failed('jwe-malformed');
  let left = Math.min(allowedIterations, MAX_ITERATIONS);
  const results: DecryptionResult[] = [];
  for (const recipient of recipients) {
    const result = refuseRecipient(recipient, left) ?? (await tryKeys(recipient, keys));
    if (result.state === 'decrypted' || result.reason === 'jwe-zip-limit' || result.reason === 'jwe-zip-damaged') return result;
    left -= iterationsOf(recipient);
    results.push(result);
  }
  // What failed was tried; of what was not, the first reason that is more than "another key" says most.
  const vague: ReadonlySet<DecryptionReason> = new Set(['jwe-rsa1-5', 'jwe-key-type', 'jwe-key-length']);
  return results.find(({ state }) => state === 'failed') ?? results.find(({ reason }) => !vague.has(reason)) ?? results[0] ?? failed('jwe-malformed');
}

/** A count below zero must not make room for others. */
function iterationsOf({ header }: Recipient): number {
  return typeof header['p2c'] === 'number' && textOf(header, 'alg')?.startsWith('PBES2-') === true ? Math.max(0, header['p2c']) : 0;
}

async function tryKeys(recipient: Recipient, keys: readonly DecryptionKey[]): Promise<DecryptionResult> {
  const [alg, enc] = [textOf(recipient.header, 'alg') ?? '', textOf(recipient.header, 'enc') ?? ''];
  const kid = textOf(recipient.header, 'kid');
  const management = keyManagementOf(alg);
  if (keys.length === 0 || management === undefined) return notTried('jwe-no-key');
  const { candidates, obstacles } = chooseDecryptionKeys(keys, recipient.header, management);
  if (candidates.length === 0) return notTried(nearestDecryptionObstacle(obstacles), { alg, needs: management.needs, bits: String(bitsNeeded(alg, enc, management.wrapBits)) });
  const outcomes = new Set<Exclude<Opening, object>>();
  for (const key of candidates) {
    const opening = await openRecipient(recipient, key.jwk);
    if (typeof opening === 'object') return finish(recipient, opening.plaintext, key, { alg, enc });
    outcomes.add(opening);
  }
  if (outcomes.has('malformed')) return failed('jwe-malformed');
  if (outcomes.has('unavailable')) return notTried('jwe-alg-unavailable', { alg, enc });
  if (!outcomes.has('differs')) return notTried('jwe-key-unreadable');
  // The key the token names was not given: that others do not open it says nothing about the token.
  if (kid !== undefined && candidates.every(({ jwk }) => jwk.kid !== undefined && jwk.kid !== kid)) return notTried('jwe-key-kid', { kid: shorten(kid) });
  return failed('jwe-differs', { alg, enc });
}

function bitsNeeded(alg: string, enc: string, wrapBits: number): number {
  return alg === 'dir' ? (contentKeyBits(enc) ?? 0) : wrapBits;
}

async function finish({ header }: Recipient, content: Uint8Array<ArrayBuffer>, key: DecryptionKey, values: { alg: string; enc: string }): Promise<DecryptionResult> {
  const plaintext = header['zip'] === undefined ? content : await inflate(content, MAX_INFLATED);
  if (plaintext === 'too-large') return failed('jwe-zip-limit', { limit: String(MAX_INFLATED) });
  if (plaintext === 'damaged') return failed('jwe-zip-damaged');
  const [kid, found] = [textOf(header, 'kid'), key.jwk.kid];
  const isOther = kid !== undefined && found !== undefined && kid !== found;
  return {
    state: 'decrypted',
    reason: isOther ? 'jwe-decrypted-other-kid' : 'jwe-decrypted',
    values: isOther ? { ...values, kid: shorten(kid), found: shorten(found) } : values,
    key: { reading: key.reading, ...(found === undefined ? {} : { kid: found }) },
    plaintext,
    ...lookInside(plaintext),
  };
}
