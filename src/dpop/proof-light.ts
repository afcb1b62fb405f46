import { isRepeated, memberOf, numberMember } from '../decode/members.ts';
import type { JsonNode, Light, ProofReason } from '../types.ts';
import { shorten } from '../verify/shorten.ts';

/**
 * One answer about a proof of possession (a DPoP proof or a key binding JWT):
 *
 * | reason | state | values |
 * | --- | --- | --- |
 * | claim-matches, claim-present | pass | claim, found |
 * | claim-differs | fail | claim, expected, found |
 * | claim-missing | fail | claim |
 * | claim-malformed | fail: of the wrong type, or there twice | claim |
 * | claim-not-compared | not-checked: nothing was given to compare it with | claim |
 * | proof-fresh | pass | iat, within (seconds) |
 * | proof-old, proof-future | fail | iat, within, age (seconds from `now`) |
 * | proof-key-public | pass | kty |
 * | proof-key-missing | fail; not-checked in a key binding JWT, whose key may be agreed on elsewhere | |
 * | proof-key-private, proof-key-symmetric | fail | |
 * | proof-key-unreadable | not-checked | |
 * | hash-unavailable | not-checked | alg |
 * | proof-missing, proof-unreadable | not-checked | |
 *
 * `claim` is the name of a claim or header parameter; texts are cut to 200 characters, times are decimal seconds.
 */
export type ProofLight = Light<ProofReason>;

/** How old a proof may be, and how far in the future, in seconds. The RFCs leave it to the server: "a few minutes". */
export const WINDOW = 300;

export function pass(reason: ProofReason, values: Record<string, string> = {}): ProofLight {
  return { state: 'pass', reason, values };
}

export function fail(reason: ProofReason, values: Record<string, string> = {}): ProofLight {
  return { state: 'fail', reason, values };
}

export function notChecked(reason: ProofReason, values: Record<string, string> = {}): ProofLight {
  return { state: 'not-checked', reason, values };
}

/** The one string value of a member, or what is wrong with it. */
export function readString(node: JsonNode | undefined, claim: string): string | ProofLight {
  const value = memberOf(node, claim);
  if (value === undefined) return fail('claim-missing', { claim });
  return value.type !== 'string' || isRepeated(node, claim) ? fail('claim-malformed', { claim }) : value.value;
}

/** A string member that must be exactly `expected`; with none expected, it is not checked, present or not. */
export function compareString(node: JsonNode | undefined, claim: string, expected: string | undefined): ProofLight {
  if (expected === undefined) return notChecked('claim-not-compared', { claim });
  const found = readString(node, claim);
  return typeof found === 'string' ? compareTexts(claim, expected, found) : found;
}

/** Exact comparison of two texts, of which `found` is the proof's. */
export function compareTexts(claim: string, expected: string, found: string): ProofLight {
  if (found === expected) return pass('claim-matches', { claim, found: shorten(found) });
  return fail('claim-differs', { claim, expected: shorten(expected), found: shorten(found) });
}

/** `iat` within WINDOW seconds of `now`, both seconds since the epoch: RFC 9449 section 11.1, RFC 9901 section 7.3. */
export function checkIssuedAt(payload: JsonNode | undefined, now: number): ProofLight {
  const claim = 'iat';
  if (memberOf(payload, claim) === undefined) return fail('claim-missing', { claim });
  const iat = numberMember(payload, claim);
  if (iat === undefined || isRepeated(payload, claim)) return fail('claim-malformed', { claim });
  const values = { iat: String(iat), within: String(WINDOW) };
  if (now - iat > WINDOW) return fail('proof-old', { ...values, age: String(Math.floor(now - iat)) });
  if (iat - now > WINDOW) return fail('proof-future', { ...values, age: String(Math.floor(iat - now)) });
  return pass('proof-fresh', values);
}
