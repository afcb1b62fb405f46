import { decodeToken } from '../decode/decode-token.ts';
import type { Expectations, Problem, Verdict, VerificationKey } from '../types.ts';
import { checkExpectations } from './check-expectations.ts';
import { attachPayload, checkAnySignature } from './check-any-signature.ts';
import { checkTime } from './check-time.ts';

export interface VerifyOptions {
  /** As `parseKey` gives them. */
  readonly keys: readonly VerificationKey[];
  /** What `parseKey` found wrong: told apart from no key at all. */
  readonly keyProblems?: readonly Problem[];
  readonly expectations?: Expectations;
  /** The bytes that were signed where the token leaves its payload out (RFC 7515 appendix F, RFC 7797); a token's own payload goes first. */
  readonly detachedPayload?: Uint8Array;
  /** Seconds since the epoch. */
  readonly now: number;
}

/**
 * Three separate answers about a token: signature (RFC 7515 section 5.2), time, expectations (RFC 7519 section 7.2).
 * None implies another; "pass" is said only of what was computed. Never rejects.
 */
export async function verifyToken(token: string, { keys, keyProblems = [], expectations = {}, detachedPayload, now }: VerifyOptions): Promise<Verdict> {
  const whole = decodeToken(token);
  // The issuer signs what stands before the first tilde: RFC 9901 section 4.
  const decoded = whole.kind === 'sd-jwt' ? decodeToken(token.slice(0, token.indexOf('~'))) : whole;
  const attached = attachPayload(decoded, detachedPayload);
  const payload = attached.segments.find(({ name }) => name === 'payload')?.json;
  return {
    signature: await checkAnySignature(attached, keys, keyProblems.length > 0),
    time: checkTime(payload, now),
    expectations: checkExpectations(payload, expectations),
  };
}
