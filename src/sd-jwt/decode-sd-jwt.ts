import { decodeToken, MAX_TOKEN } from '../decode/decode-token.ts';
import { memberOf } from '../decode/members.ts';
import { shorten } from '../verify/shorten.ts';
import type { DecodedToken, JsonNode } from '../types.ts';
import { type Disclosure, disclosureProblem, type SdJwtProblem } from './disclosure.ts';
import { type DigestedDisclosure, processPayload } from './process-payload.ts';
import { type DisclosureContent, readDisclosure } from './read-disclosure.ts';
import { DEFAULT_HASH, digestText, strengthOf } from './sd-hash.ts';
import { splitSdJwt } from './split-sd-jwt.ts';

/** Disclosures that are read; each costs a digest. */
const MAX_DISCLOSURES = 1_000;

/** An SD-JWT or SD-JWT+KB taken apart, RFC 9901. Decoded is not verified: `verifyToken` checks the issuer's signature. */
export interface DecodedSdJwt {
  readonly text: string;
  /** The issuer-signed JWT as `decodeToken` gives it, with its own problems. */
  readonly issuer: DecodedToken;
  /** In the text's order. */
  readonly disclosures: readonly Disclosure[];
  /** The key binding JWT as `decodeToken` gives it, with its own problems; undefined where there is none. */
  readonly keyBinding: DecodedToken | undefined;
  /** The value of `_sd_alg`, `sha-256` where it is absent; undefined when it is no string. */
  readonly hash: string | undefined;
  /**
   * The claims as a verifier sees them (section 7.1 step 3): digests replaced by what is disclosed. Undefined when the
   * issuer's payload is no JSON object, or its digests cannot be computed.
   */
  readonly payload: JsonNode | undefined;
  /** Digests that no disclosure belongs to: claims kept back and decoys, which nobody but the issuer can tell apart. */
  readonly undisclosed: number | undefined;
  /**
   * Of disclosures and digests. A verifier refuses an SD-JWT with any of them (sections 4 and 7.1), but for the limits of
   * this library (`sd-disclosures-cut`, `json-depth`) and `json-duplicate-name`, on which verifiers differ.
   */
  readonly problems: readonly SdJwtProblem[];
}

/**
 * Takes an SD-JWT apart and matches each disclosure with its digest, also in disclosures and arrays. Never rejects, on
 * any input; texts over 1 MiB (2^20 UTF-16 units) are not read.
 */
export async function decodeSdJwt(text: string): Promise<DecodedSdJwt> {
  if (text.length > MAX_TOKEN) return { text, issuer: decodeToken(text), disclosures: [], keyBinding: undefined, hash: undefined, payload: undefined, undisclosed: undefined, problems: [] };
  const parts = splitSdJwt(text);
  const issuer = decodeToken(parts.issuer);
  const claims = issuer.segments.find(({ name }) => name === 'payload')?.json;
  const { hash, problem } = hashOf(claims);
  const texts = parts.disclosures.slice(0, MAX_DISCLOSURES);
  const contents = texts.map(readDisclosure);
  const digests = await Promise.all(texts.map(async (disclosure) => (hash === undefined ? undefined : digestText(disclosure, hash))));
  const digested = contents.flatMap((content, index) => withDigest(content, digests[index]));
  const processed = claims?.type === 'object' && problem === undefined ? processPayload(claims, digested) : undefined;
  return {
    text,
    issuer,
    disclosures: contents.map(({ source, salt, name, value }, index) => ({
      text: texts[index] ?? '', digest: digests[index], source, salt, name, value, path: processed?.paths.get(index),
    })),
    keyBinding: parts.keyBinding === undefined ? undefined : decodeToken(parts.keyBinding),
    hash,
    payload: processed?.payload,
    undisclosed: processed?.undisclosed,
    problems: [
      ...parts.problems,
      ...(parts.disclosures.length > MAX_DISCLOSURES ? [tooMany(parts.disclosures.length)] : []),
      ...(problem === undefined ? [] : [problem]),
      ...contents.flatMap(({ problems }, index) => problems.map((found) => disclosureProblem(index, found))),
      ...(processed?.problems ?? []),
    ],
  };
}

function withDigest(content: DisclosureContent, digest: string | undefined): DigestedDisclosure[] {
  return digest === undefined ? [] : [{ ...content, digest }];
}

/** RFC 9901 section 4.1.1. */
function hashOf(claims: JsonNode | undefined): { readonly hash: string | undefined; readonly problem?: SdJwtProblem } {
  const value = memberOf(claims, '_sd_alg');
  if (value === undefined) return { hash: DEFAULT_HASH };
  const refuse = (code: SdJwtProblem['code'], message: string): SdJwtProblem => ({ code, segment: 'payload', message: `the payload: ${message}` });
  if (value.type !== 'string') return { hash: undefined, problem: refuse('sd-alg-unknown', `expected "_sd_alg" to be a string, found ${value.type}`) };
  const hash = value.value;
  const strength = strengthOf(hash);
  if (strength === 'weak') return { hash, problem: refuse('sd-alg-weak', `"_sd_alg" is ${JSON.stringify(shorten(hash))}, a hash that is broken or too short`) };
  if (strength === 'unknown') return { hash, problem: refuse('sd-alg-unknown', `"_sd_alg" is ${JSON.stringify(shorten(hash))}, which cannot be computed here`) };
  return { hash };
}

function tooMany(count: number): SdJwtProblem {
  return { code: 'sd-disclosures-cut', segment: 'token', message: `only the first ${MAX_DISCLOSURES} of the ${count} disclosures are read` };
}
