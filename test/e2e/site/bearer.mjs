import { errors, jwtVerify } from 'jose';
import { json } from './http.mjs';

/**
 * @typedef {import('jose').JWTPayload} Claims
 * @typedef {(token: string) => Promise<Claims>} Verifier
 */

/** Header parameters hold no quotes, backslashes or non-ASCII: RFC 6750, section 3. @param {string} text */
function quotable(text) {
  return text.replace(/[^\x20-\x7e]|["\\]/g, ' ');
}

/** @param {string} realm @param {string} [description] */
export function bearerChallenge(realm, description) {
  const failure = description === undefined ? '' : `, error="invalid_token", error_description="${quotable(description)}"`;
  return `Bearer realm="${realm}"${failure}`;
}

/** @param {string | undefined} header */
function bearerToken(header) {
  return /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
}

/** @param {unknown} error */
function explain(error) {
  if (error instanceof errors.JWTExpired) return 'the token expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'the signature does not match the content';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'this API does not take tokens signed with that algorithm';
  if (error instanceof errors.JWTClaimValidationFailed) return `the ${CLAIM_NAMES[error.claim] ?? error.claim} is not the one this API takes`;
  if (error instanceof errors.JWKSNoMatchingKey) return 'no published key signed this token';
  if (error instanceof errors.JOSEError) return 'the token is malformed';
  throw error;
}

/** @type {Record<string, string>} */
const CLAIM_NAMES = { aud: 'audience', iss: 'issuer', typ: 'token type' };

/**
 * @param {string} secret
 * @param {{ audience: string, nameless?: boolean }} takes nameless: tokens without `aud` are taken as well.
 * @returns {Verifier}
 */
export function hs256Verifier(secret, { audience, nameless = false }) {
  const key = new TextEncoder().encode(secret);
  return async (token) => {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], ...(nameless ? {} : { audience }) });
    if (payload.aud !== undefined && ![payload.aud].flat().includes(audience)) {
      throw new errors.JWTClaimValidationFailed('unexpected audience', payload, 'aud', 'check_failed');
    }
    return payload;
  };
}

/**
 * An API route behind a bearer token: the claims, or 401 with a challenge (RFC 6750).
 * @param {string} realm @param {Verifier} verify @returns {import('./http.mjs').Handler}
 */
export function protectedRoute(realm, verify) {
  return async ({ headers }) => {
    const token = bearerToken(headers.authorization);
    if (token === undefined) {
      return json({ error: 'no token', message: 'Send Authorization: Bearer.' }, 401, { 'WWW-Authenticate': bearerChallenge(realm) });
    }
    try {
      return json({ ok: true, claims: await verify(token) });
    } catch (error) {
      const reason = explain(error);
      return json({ error: 'invalid_token', message: reason }, 401, { 'WWW-Authenticate': bearerChallenge(realm, reason) });
    }
  };
}

/** A lifetime asked for in a body, in seconds; below zero for a token that is born expired. @param {unknown} asked @param {number} otherwise */
export function lifetime(asked, otherwise) {
  if (typeof asked !== 'number' || !Number.isFinite(asked)) return otherwise;
  return Math.trunc(Math.min(86_400, Math.max(-3_600, asked)));
}

/** @returns {number} Seconds since the epoch. */
export function now() {
  return Math.floor(Date.now() / 1000);
}
