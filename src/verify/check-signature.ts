import { compactVerify, errors } from 'jose';
import { decodeBase64url } from '../decode/base64url.ts';
import { memberOf, stringMember } from '../decode/members.ts';
import type { DecodedToken, JsonNode, ProblemCode, PublicOrSecretJwk, SignatureReason, Verdict, VerificationKey } from '../types.ts';
import { type Algorithm, algorithmOf, fits, isSameAlgorithm } from './algorithms.ts';

type SignatureLight = Verdict['signature'];

/** Problems of a segment that a strict verifier refuses; the library that computes the signature is more lenient. */
const MALFORMED: ReadonlySet<ProblemCode> = new Set([
  'base64url-character', 'base64url-padding', 'base64url-length', 'base64url-spare-bits', 'segment-count', 'token-empty', 'token-too-large',
]);
const MALFORMED_HEADER: ReadonlySet<ProblemCode> = new Set([
  'utf8-invalid', 'utf8-bom', 'json-syntax', 'json-end', 'json-trailing', 'json-depth', 'json-duplicate-name', 'json-not-object', 'alg-missing',
]);
/** RFC 7518 section 3.3. */
const MIN_RSA_BITS = 2_048;

/** The signature of a compact JWS against the given keys. Fails only on evidence; what cannot be tried is not checked. */
export async function checkSignature(decoded: DecodedToken, keys: readonly VerificationKey[], isKeyUnreadable: boolean): Promise<SignatureLight> {
  const refusal = refuseToken(decoded);
  if (refusal !== undefined) return refusal;
  const header = decoded.segments[0]?.json;
  const alg = stringMember(header, 'alg') ?? '';
  const algorithm = algorithmOf(alg);
  if (algorithm === undefined) return notChecked('alg-unknown', { alg });
  if (keys.length === 0) return notChecked(isKeyUnreadable ? 'key-unreadable' : 'no-key');
  const usable = keys.map((key) => ({ key, obstacle: findObstacle(key.jwk, alg, algorithm) }));
  const candidates = usable.filter(({ obstacle }) => obstacle === undefined).map(({ key }) => key);
  if (candidates.length === 0) return notChecked(nearestObstacle(usable.map(({ obstacle }) => obstacle)), { alg, needs: algorithm.needs });
  return tryKeys(decoded.text, candidates, alg, stringMember(header, 'kid'));
}

function refuseToken({ kind, problems, segments }: DecodedToken): SignatureLight | undefined {
  if (kind === 'jwe') return notChecked('token-encrypted');
  const malformed = problems.some(({ code, segment }) => MALFORMED.has(code) || (segment === 'header' && MALFORMED_HEADER.has(code)));
  if (kind === 'opaque' && segments.length === 0 && !malformed) return notChecked('token-opaque');
  if (malformed) return failed('token-malformed');
  const header = segments[0]?.json;
  // Before the signature, as in RFC 7515 section 5.2: appendix E is to be refused for its `crit`.
  const critical = memberOf(header, 'crit');
  if (critical !== undefined) return failed('crit-unknown', { name: namesIn(critical) });
  if (problems.some(({ code }) => code === 'alg-none')) return failed('alg-none');
  return problems.some(({ code }) => code === 'signature-empty') ? failed('signature-missing', { alg: stringMember(header, 'alg') ?? '' }) : undefined;
}

/** No extension is understood yet, so every `crit` has to be refused: RFC 7515 section 4.1.11. */
function namesIn(critical: JsonNode): string {
  const names = critical.type === 'array' ? critical.items.flatMap((item) => (item.type === 'string' ? [item.value] : [])) : [];
  return names.join(', ').slice(0, 200) || 'crit';
}

/** Why a key cannot be tried with this algorithm: RFC 7517 sections 4.2 to 4.4. */
function findObstacle(jwk: PublicOrSecretJwk, alg: string, algorithm: Algorithm): SignatureReason | undefined {
  if (!fits(algorithm, jwk)) return 'key-type';
  if (jwk.alg !== undefined && !isSameAlgorithm(jwk.alg, alg)) return 'key-alg';
  if ((jwk.use !== undefined && jwk.use !== 'sig') || (jwk.key_ops !== undefined && !jwk.key_ops.includes('verify'))) return 'key-use';
  return jwk.n !== undefined && bitsOf(jwk.n) < MIN_RSA_BITS ? 'key-weak' : undefined;
}

/** Length of an RSA modulus, leading zeros not counted. */
function bitsOf(n: string): number {
  const bytes = decodeBase64url(n).bytes ?? new Uint8Array();
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - (Math.clz32(bytes[first] ?? 0) - 24);
}

/** A key of the right type that is kept from use says more than one of the wrong type. */
function nearestObstacle(obstacles: readonly (SignatureReason | undefined)[]): SignatureReason {
  return obstacles.find((obstacle) => obstacle !== undefined && obstacle !== 'key-type') ?? 'key-type';
}

async function tryKeys(token: string, keys: readonly VerificationKey[], alg: string, kid: string | undefined): Promise<SignatureLight> {
  const named = keys.filter(({ jwk }) => kid !== undefined && jwk.kid === kid);
  let unavailable = false;
  for (const key of [...named, ...keys.filter((other) => !named.includes(other))]) {
    const outcome = await tryKey(token, key.jwk, alg);
    if (outcome === 'matches') return matched(key, alg, kid);
    unavailable ||= outcome === 'unavailable';
  }
  if (unavailable) return notChecked('alg-unavailable', { alg });
  // The key the token names was not among those given: that the others differ says nothing about the token.
  if (kid !== undefined && named.length === 0 && keys.every(({ jwk }) => jwk.kid !== undefined)) return notChecked('key-kid', { kid });
  return failed('signature-differs', { alg });
}

async function tryKey(token: string, jwk: PublicOrSecretJwk, alg: string): Promise<'matches' | 'differs' | 'unavailable'> {
  try {
    await compactVerify(token, jwk, { algorithms: [alg] });
    return 'matches';
  } catch (error) {
    // Anything but a plain mismatch means that nothing was computed.
    return error instanceof errors.JWSSignatureVerificationFailed ? 'differs' : 'unavailable';
  }
}

function matched({ reading, jwk }: VerificationKey, alg: string, kid: string | undefined): SignatureLight {
  const key = { reading, ...(jwk.kid === undefined ? {} : { kid: jwk.kid }) };
  if (kid === undefined || jwk.kid === undefined || jwk.kid === kid) return { state: 'pass', reason: 'signature-matches', values: { alg }, key };
  return { state: 'pass', reason: 'signature-matches-other-kid', values: { alg, kid, found: jwk.kid }, key };
}

function notChecked(reason: SignatureReason, values: Record<string, string> = {}): SignatureLight {
  return { state: 'not-checked', reason, values };
}

function failed(reason: SignatureReason, values: Record<string, string> = {}): SignatureLight {
  return { state: 'fail', reason, values };
}
