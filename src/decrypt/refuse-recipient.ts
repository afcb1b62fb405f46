import type { DecryptionResult } from '../types.ts';
import { shorten } from '../verify/shorten.ts';
import { type Header, textOf } from './header.ts';
import { contentKeyBits, keyManagementOf } from './jwe-algorithms.ts';
import type { Recipient } from './read-jwe.ts';
import { failed, notTried } from './result.ts';

/** RFC 8725 bis: what is above is an attack on whoever decrypts (CVE-2022-36083). */
export const MAX_ITERATIONS = 1_200_000;

/** What is said of a recipient before any key is looked at; undefined when it may be tried. `allowed`: PBES2 iterations. */
export function refuseRecipient({ header, protectedHeader }: Recipient, allowed: number): DecryptionResult | undefined {
  const [alg, enc, zip] = [textOf(header, 'alg') ?? '', textOf(header, 'enc') ?? '', header['zip']];
  const critical = criticalNames(header);
  if (critical !== undefined) return failed('jwe-crit', { name: critical });
  if (alg === '' || enc === '') return failed('jwe-malformed');
  // Its padding has been attacked for decades, WebCrypto has left it out, RFC 8725 bis forbids it: not ours to bring back.
  if (alg === 'RSA1_5') return notTried('jwe-rsa1-5', { alg });
  if (keyManagementOf(alg) === undefined) return notTried('jwe-alg-unknown', { alg: shorten(alg) });
  if (contentKeyBits(enc) === undefined) return notTried('jwe-enc-unknown', { enc: shorten(enc) });
  // Not protected, it could be put there by anyone (RFC 7516 section 4.1.3).
  if (zip !== undefined && protectedHeader['zip'] === undefined) return failed('jwe-malformed');
  if (zip !== undefined && zip !== 'DEF') return notTried('jwe-zip-unknown');
  return alg.startsWith('PBES2-') ? refuseIterations(header, allowed) : undefined;
}

/** Before any work is done with it. RFC 7518 section 4.8.1.2. */
function refuseIterations(header: Header, allowed: number): DecryptionResult | undefined {
  const count = header['p2c'];
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) return failed('jwe-p2c-invalid');
  if (count > MAX_ITERATIONS) return notTried('jwe-p2c-refused', { count: String(count), limit: String(MAX_ITERATIONS) });
  return count > allowed ? notTried('jwe-p2c-limit', { count: String(count), limit: String(allowed) }) : undefined;
}

/** No extension is understood, so every `crit` is refused (RFC 7516 section 4.1.13). */
function criticalNames(header: Header): string | undefined {
  const critical = header['crit'];
  if (critical === undefined) return undefined;
  const names = Array.isArray(critical) ? critical.filter((name) => typeof name === 'string') : [];
  return shorten(names.join(', ')) || 'crit';
}
