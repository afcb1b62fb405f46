/** The vocabulary of the token library. Texts are JavaScript strings, times are NumericDates (seconds since the epoch). */

/** What a found text is. `opaque` has nothing inside that can be decoded: the server keeps the state. */
export type TokenKind = 'jws' | 'jwe' | 'sd-jwt' | 'jws-json' | 'opaque';

/** Why an opaque text is believed to be a credential. */
export type OpaqueGuess =
  | 'session-id' | 'access-token' | 'refresh-token' | 'csrf-token' | 'bearer-credential'
  // What is often taken for a JWT and is none, told by its shape.
  | 'laravel-encrypted' | 'django-signed' | 'itsdangerous-signed' | 'express-signed' | 'cookie-session' | 'cookie-signature' | 'iron-sealed'
  | 'rails-signed' | 'rails-encrypted' | 'aspnet-protected' | 'paseto' | 'service-worker-placeholder' | 'macaroon';

/** One layer that had to be taken off to reach the token, outermost first. */
export type Wrapper = 'json' | 'url-encoding' | 'base64' | 'base64url' | 'auth-scheme';

export interface FoundToken {
  /** The exact compact text. */
  readonly token: string;
  readonly kind: TokenKind;
  /** Only for `opaque`. */
  readonly guess?: OpaqueGuess;
  /** JSON path from the outermost JSON value, RFC 9535 style (`$.user['access token'][0]`); `''` when no JSON was met. */
  readonly path: string;
  /** UTF-16 offset in the innermost unwrapped text. */
  readonly offset: number;
  readonly wrappers: readonly Wrapper[];
}

/** Something in a token or key that is not as the standards want it. `message` is an English sentence; `code` is stable. */
export interface Problem {
  readonly code: ProblemCode;
  readonly segment?: SegmentName;
  /** UTF-16 offset in the segment's text (encoding problems), in its source (JSON problems) or in the key's text. Messages count from 1. */
  readonly offset?: number;
  readonly message: string;
}

export type ProblemCode =
  | 'token-empty' | 'token-too-large' | 'segment-count'
  | 'base64url-character' | 'base64url-padding' | 'base64url-length' | 'base64url-spare-bits'
  | 'utf8-invalid' | 'utf8-bom'
  | 'json-syntax' | 'json-end' | 'json-trailing' | 'json-depth' | 'json-duplicate-name' | 'json-not-object'
  | 'alg-missing' | 'alg-none' | 'signature-empty'
  | 'numeric-date-type' | 'numeric-date-milliseconds' | 'numeric-date-range'
  | 'jws-json-missing' | 'jws-json-unknown' | 'jws-json-mixed' | 'jws-json-shared' | 'jws-json-cut' | 'jws-json-b64'
  | 'sd-grammar' | 'sd-disclosures-cut' | 'sd-disclosure' | 'sd-disclosure-unused' | 'sd-digest-repeated' | 'sd-reserved-name' | 'sd-name-collision'
  | 'sd-alg-weak' | 'sd-alg-unknown'
  | 'key-empty' | 'key-too-large' | 'key-set-cut' | 'key-pem' | 'key-json' | 'key-jwk' | 'key-unsupported'
  | 'jwe-structure' | 'nested-unsigned';

export type SegmentName = 'header' | 'payload' | 'signature' | 'encrypted-key' | 'iv' | 'ciphertext' | 'tag' | 'token' | 'disclosure';

/** A JSON value that keeps what the bytes said: member order, duplicate names, digits, escapes. */
export type JsonNode =
  | { readonly type: 'object'; readonly members: readonly JsonMember[] }
  | { readonly type: 'array'; readonly items: readonly JsonNode[] }
  | { readonly type: 'string'; readonly source: string; readonly value: string }
  | { readonly type: 'number'; readonly source: string; readonly value: number }
  | { readonly type: 'boolean'; readonly source: string; readonly value: boolean }
  | { readonly type: 'null'; readonly source: string; readonly value: null };

export interface JsonMember {
  readonly name: string;
  /** The name as written, quotes and escapes included. */
  readonly nameSource: string;
  readonly value: JsonNode;
  /** True on every member whose name stands more than once in its object (RFC 8259 section 4). */
  readonly duplicate: boolean;
}

export interface Segment {
  readonly name: SegmentName;
  /** Exactly as it stands in the token. */
  readonly text: string;
  /** Undefined when the text is not base64url. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  /** The bytes of a header or payload as UTF-8 without byte order mark, undefined when they are not UTF-8. */
  readonly source: string | undefined;
  /** Undefined when the source is not JSON, or is nested more than 100 levels deep. */
  readonly json: JsonNode | undefined;
}

export interface DecodedToken {
  readonly kind: TokenKind;
  readonly text: string;
  /**
   * In the token's order; an opaque token has none. Of `jws-json`: protected header of the first signature, payload,
   * signature, each with empty text where it is left out.
   */
  readonly segments: readonly Segment[];
  /** With those of every signature. */
  readonly problems: readonly Problem[];
  /** Only of `jws-json`: every signature (the first 50), in the token's order. RFC 7515 section 7.2. */
  readonly signatures?: readonly JwsSignature[];
  /** Only of a JWS whose payload is itself a compact token: its text, not yet decoded. RFC 7519 section 5.2. */
  readonly nested?: string;
}

/** One signature of a JWS in JSON serialization, RFC 7515 section 7.2.1. */
export interface JwsSignature {
  /** Undefined where the member is left out: then nothing but the payload is signed. */
  readonly protected: Segment | undefined;
  /** The unprotected header as it stands, not signed by anyone; undefined where it is left out. */
  readonly header: JsonNode | undefined;
  /** Empty text where the member is missing. */
  readonly signature: Segment;
  /** What is wrong with this one. */
  readonly problems: readonly Problem[];
}

/** How a typed key was read. */
export type KeyReading = 'utf-8' | 'base64' | 'base64url' | 'hex' | 'spki' | 'pkcs1' | 'pkcs8' | 'x509' | 'jwk' | 'jwks';

/** One key that may be tried. Asymmetric keys hold their public half only. */
export interface VerificationKey {
  readonly reading: KeyReading;
  readonly jwk: PublicOrSecretJwk;
  /** True when the user gave a private key, of which the public half was taken. */
  readonly fromPrivate: boolean;
}

/** RFC 7517 members that verification needs. */
export interface PublicOrSecretJwk {
  readonly kty: string;
  readonly kid?: string;
  readonly alg?: string;
  readonly use?: string;
  readonly key_ops?: string[];
  readonly k?: string;
  readonly n?: string;
  readonly e?: string;
  readonly crv?: string;
  readonly x?: string;
  readonly y?: string;
  /** The public key of `kty` AKP, draft-ietf-cose-dilithium. */
  readonly pub?: string;
}

/** `keys` is empty exactly when `problems` says why. A JWKS may give keys and problems (members that were left out). */
export interface ParsedKeys {
  readonly keys: readonly VerificationKey[];
  readonly problems: readonly Problem[];
}

export interface Expectations {
  readonly issuer?: string;
  readonly audience?: string;
}

export type LightState = 'pass' | 'fail' | 'not-checked';

/** One of the three lights. `reason` is stable and is what the words on screen are looked up by. */
export interface Light<Reason extends string = string> {
  readonly state: LightState;
  readonly reason: Reason;
  /** Values for the sentence: names, algorithms, NumericDates as decimal seconds. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * What the signature's light says, its state, and the `values` that come with it (`alg` and `kid` are the token's):
 *
 * | reason | state | values |
 * | --- | --- | --- |
 * | signature-matches | pass, with `key` | alg |
 * | signature-matches-other-kid | pass, with `key` | alg, kid, found (the key's) |
 * | signature-differs | fail | alg |
 * | no-key, key-unreadable | not-checked | |
 * | key-type, key-alg, key-use, key-weak | not-checked | alg, needs: secret, rsa, ec, okp or akp |
 * | key-kid | not-checked | kid |
 * | alg-none | fail | |
 * | alg-unknown, alg-unavailable | not-checked | alg |
 * | crit-unknown | fail | name (of the extensions) |
 * | signature-missing | fail | alg |
 * | token-malformed | fail (over 1 MiB: not-checked) | |
 * | token-encrypted, token-opaque | not-checked | |
 * | payload-detached | not-checked | |
 * | signatures-match (of several, all) | pass | total |
 * | signatures-some-match (the others were not checked) | pass | matched, total |
 * | signatures-some-fail | fail | failed, matched, total |
 */
export type SignatureReason =
  | 'signature-matches' | 'signature-matches-other-kid' | 'signature-differs'
  | 'no-key' | 'key-unreadable' | 'key-type' | 'key-alg' | 'key-use' | 'key-kid' | 'key-weak'
  | 'alg-none' | 'alg-unknown' | 'alg-unavailable' | 'crit-unknown' | 'signature-missing'
  | 'token-malformed' | 'token-encrypted' | 'token-opaque' | 'payload-detached'
  | 'signatures-match' | 'signatures-some-match' | 'signatures-some-fail';

/**
 * What the time's light says, its state and `values` (NumericDates as decimal seconds):
 *
 * | reason | state | values |
 * | --- | --- | --- |
 * | time-valid | pass | exp |
 * | time-expired | fail | exp |
 * | time-not-yet | fail | nbf |
 * | time-no-expiry | not-checked | |
 * | time-malformed | fail | claim: exp or nbf, that is no date or stands twice |
 * | time-no-claims | not-checked | |
 */
export type TimeReason =
  | 'time-valid' | 'time-expired' | 'time-not-yet' | 'time-no-expiry' | 'time-malformed' | 'time-no-claims';

/**
 * What the light of issuer and audience says, its state and `values`, cut to 200 characters:
 *
 * | reason | state | values |
 * | --- | --- | --- |
 * | expectations-met | pass | |
 * | issuer-differs, audience-differs | fail | expected, found (every value, where the claim stands twice) |
 * | issuer-missing, audience-missing | fail | expected |
 * | expectations-none, expectations-no-claims | not-checked | |
 */
export type ExpectationReason =
  | 'expectations-met' | 'issuer-differs' | 'issuer-missing' | 'audience-differs' | 'audience-missing'
  | 'expectations-none' | 'expectations-no-claims';

/** What a proof of possession says of itself (DPoP proof, key binding JWT): states and values stand in `src/dpop/proof-light.ts`. */
export type ProofReason =
  | 'proof-missing' | 'proof-unreadable' | 'claim-matches' | 'claim-differs' | 'claim-present' | 'claim-missing' | 'claim-malformed'
  | 'claim-not-compared' | 'proof-fresh' | 'proof-old' | 'proof-future' | 'hash-unavailable'
  | 'proof-key-public' | 'proof-key-missing' | 'proof-key-private' | 'proof-key-symmetric' | 'proof-key-unreadable';

/** Three separate answers. None of them implies another. */
export interface Verdict {
  readonly signature: Light<SignatureReason> & { readonly key?: { readonly reading: KeyReading; readonly kid?: string } };
  readonly time: Light<TimeReason>;
  readonly expectations: Light<ExpectationReason>;
}

/** RFC 7517 and 7518 section 6 members that decryption needs. */
export interface DecryptionJwk extends PublicOrSecretJwk {
  readonly d?: string;
  readonly p?: string;
  readonly q?: string;
  readonly dp?: string;
  readonly dq?: string;
  readonly qi?: string;
}

/** One key that may be tried. Unlike a VerificationKey it holds private members; a secret or password is an `oct` key. */
export interface DecryptionKey {
  readonly reading: KeyReading;
  readonly jwk: DecryptionJwk;
}

/** `keys` is empty exactly when `problems` says why. */
export interface ParsedDecryptionKeys {
  readonly keys: readonly DecryptionKey[];
  readonly problems: readonly Problem[];
}

/**
 * What is said of a decryption, its state and `values`:
 *
 * | reason | state | values |
 * | --- | --- | --- |
 * | jwe-decrypted | decrypted, with `key` | alg, enc |
 * | jwe-decrypted-other-kid | decrypted, with `key` | alg, enc, kid, found (the key's) |
 * | cookie-opened | decrypted | exp where the seal has one, NumericDate as decimal seconds |
 * | jwe-differs | failed | alg, enc |
 * | jwe-malformed, jwe-p2c-invalid, jwe-zip-damaged, cookie-malformed, cookie-differs | failed | |
 * | jwe-crit | failed | name |
 * | jwe-zip-limit | failed | limit: bytes |
 * | jwe-no-key, jwe-key-unreadable, jwe-too-large, jwe-not-encrypted, jwe-zip-unknown, cookie-unknown | not-tried | |
 * | jwe-key-type, jwe-key-public, jwe-key-alg, jwe-key-use, jwe-key-weak, jwe-key-length | not-tried | alg, needs: secret, password, rsa or ecdh, bits |
 * | jwe-key-kid | not-tried | kid |
 * | jwe-alg-unknown, jwe-rsa1-5 | not-tried | alg |
 * | jwe-enc-unknown | not-tried | enc |
 * | jwe-alg-unavailable | not-tried | alg, enc |
 * | jwe-p2c-limit (the user may allow more), jwe-p2c-refused | not-tried | count, limit |
 */
export type DecryptionReason =
  | 'jwe-decrypted' | 'jwe-decrypted-other-kid' | 'cookie-opened'
  | 'jwe-differs' | 'jwe-malformed' | 'jwe-crit' | 'jwe-p2c-invalid' | 'jwe-zip-limit' | 'jwe-zip-damaged' | 'cookie-malformed' | 'cookie-differs'
  | 'jwe-no-key' | 'jwe-key-unreadable' | 'jwe-key-type' | 'jwe-key-public' | 'jwe-key-alg' | 'jwe-key-use' | 'jwe-key-weak' | 'jwe-key-length' | 'jwe-key-kid'
  | 'jwe-alg-unknown' | 'jwe-rsa1-5' | 'jwe-enc-unknown' | 'jwe-alg-unavailable' | 'jwe-p2c-limit' | 'jwe-p2c-refused' | 'jwe-zip-unknown'
  | 'jwe-too-large' | 'jwe-not-encrypted' | 'cookie-unknown';

/** `plaintext` is there exactly when decrypted; `source` when it is UTF-8; then `nested` when it is a compact token, or `json` when it is JSON. */
export interface DecryptionResult {
  readonly state: 'decrypted' | 'failed' | 'not-tried';
  readonly reason: DecryptionReason;
  readonly values: Readonly<Record<string, string>>;
  readonly key?: { readonly reading: KeyReading; readonly kid?: string };
  readonly plaintext?: Uint8Array<ArrayBuffer>;
  readonly source?: string;
  readonly json?: JsonNode;
  readonly nested?: string;
  readonly problems: readonly Problem[];
}

/** `derivation`: whose way to a key from the secret it was that opened the cookie. */
export interface SessionCookieResult extends DecryptionResult {
  readonly derivation?: 'authjs-v5' | 'nextauth-v4' | 'nextjs-auth0' | 'better-auth' | 'iron';
}
