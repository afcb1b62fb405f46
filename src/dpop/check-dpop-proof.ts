import { base64url } from 'jose';
import { decodeToken } from '../decode/decode-token.ts';
import { isRepeated, memberOf, stringMember } from '../decode/members.ts';
import type { JsonNode } from '../types.ts';
import { shorten } from '../verify/shorten.ts';
import { normalizeUrl } from './normalize-url.ts';
import { checkIssuedAt, compareString, compareTexts, fail, notChecked, pass, type ProofLight, readString } from './proof-light.ts';
import { checkProofSignature, type ProofSignature, readProofKey } from './proof-key.ts';

/** What is known of the request the proof came with; what is left out is not checked. */
export interface DpopContext {
  /** The HTTP method, as sent: methods are case-sensitive. */
  readonly method?: string;
  /** The full URL; its query and fragment are ignored. */
  readonly url?: string;
  /** The access token sent along, opaque or a JWT. */
  readonly accessToken?: string;
  /** Thumbprint of the key the token is bound to. Left out, the `cnf.jkt` of an access token that is a JWT is taken. */
  readonly expectedJkt?: string;
  /** The `DPoP-Nonce` that the server gave out last. */
  readonly nonce?: string;
  /** Seconds since the epoch. */
  readonly now: number;
}

/** Separate answers about a DPoP proof, RFC 9449 section 4.3; a proof is good when none of them fails. */
export interface DpopReport {
  /** `dpop+jwt`. */
  readonly typ: ProofLight;
  /** The `jwk` in the header. */
  readonly key: ProofLight;
  /** By the key in the header: says that the proof is whole, not whose it is. */
  readonly signature: ProofSignature;
  readonly method: ProofLight;
  readonly url: ProofLight;
  /** `ath`: SHA-256 of the access token. */
  readonly accessToken: ProofLight;
  /** Within 300 seconds of `now`. */
  readonly issuedAt: ProofLight;
  /** `jti` is there; whether it was used before, only the server knows. */
  readonly identifier: ProofLight;
  readonly nonce: ProofLight;
  /** The access token is bound to this very key: section 6.1. */
  readonly binding: ProofLight;
  /** Thumbprint of the key in the header, RFC 7638 with SHA-256. */
  readonly jkt: string | undefined;
  /** The `nonce` in the proof. */
  readonly nonceFound: string | undefined;
}

/** Checks a DPoP proof (the value of the `DPoP` header) against its request. Never rejects, on any input. */
export async function checkDpopProof(proof: string, context: DpopContext): Promise<DpopReport> {
  const { now, method, nonce } = context;
  const decoded = decodeToken(proof);
  const header = decoded.segments.find(({ name }) => name === 'header')?.json;
  const payload = decoded.segments.find(({ name }) => name === 'payload')?.json;
  const isReadable = decoded.kind === 'jws' && header?.type === 'object' && payload?.type === 'object';
  const ask = (light: () => ProofLight): ProofLight => (isReadable ? light() : notChecked('proof-unreadable'));
  const key = await readProofKey(isReadable && !isRepeated(header, 'jwk') ? memberOf(header, 'jwk') : undefined);
  const ath = context.accessToken === undefined ? undefined : await hashOf(context.accessToken);
  return {
    typ: ask(() => compareString(header, 'typ', 'dpop+jwt')),
    key: ask(() => (isRepeated(header, 'jwk') ? fail('claim-malformed', { claim: 'jwk' }) : key.light)),
    signature: await checkProofSignature(decoded, key.keys, now),
    method: ask(() => compareString(payload, 'htm', method)),
    url: ask(() => checkUrl(payload, context.url)),
    accessToken: ask(() => compareString(payload, 'ath', ath)),
    issuedAt: ask(() => checkIssuedAt(payload, now)),
    identifier: ask(() => checkIdentifier(payload)),
    nonce: ask(() => compareString(payload, 'nonce', nonce)),
    binding: ask(() => checkBinding(key.thumbprint, context.expectedJkt ?? boundTo(context.accessToken))),
    jkt: key.thumbprint,
    nonceFound: stringMember(payload, 'nonce'),
  };
}

function checkUrl(payload: JsonNode | undefined, url: string | undefined): ProofLight {
  const claim = 'htu';
  const expected = normalizeUrl(url ?? '');
  if (expected === undefined) return notChecked('claim-not-compared', { claim });
  const found = readString(payload, claim);
  if (typeof found !== 'string') return found;
  const normalized = normalizeUrl(found);
  return normalized === undefined ? fail('claim-malformed', { claim }) : compareTexts(claim, expected, normalized);
}

function checkIdentifier(payload: JsonNode | undefined): ProofLight {
  const claim = 'jti';
  const found = readString(payload, claim);
  if (typeof found !== 'string') return found;
  return found === '' ? fail('claim-malformed', { claim }) : pass('claim-present', { claim, found: shorten(found) });
}

function checkBinding(thumbprint: string | undefined, expected: string | undefined): ProofLight {
  if (expected === undefined) return notChecked('claim-not-compared', { claim: 'jkt' });
  return thumbprint === undefined ? notChecked('proof-key-unreadable') : compareTexts('jkt', expected, thumbprint);
}

/** RFC 9449 section 6.1. */
function boundTo(accessToken: string | undefined): string | undefined {
  if (accessToken === undefined) return undefined;
  const payload = decodeToken(accessToken).segments.find(({ name }) => name === 'payload')?.json;
  return stringMember(memberOf(payload, 'cnf'), 'jkt');
}

/** RFC 9449 section 4.2. */
async function hashOf(accessToken: string): Promise<string> {
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accessToken))));
}
