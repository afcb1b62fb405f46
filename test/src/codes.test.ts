import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeSdJwt, decodeToken, decryptToken, parseDecryptionKey, parseKey } from '../../src/index.ts';
import type { Expectations, Light, Problem, ProblemCode, Verdict } from '../../src/index.ts';
import { bytesOf, encrypt } from './decrypt/sealing.ts';
import { compactOf, HEADER, toBase64url } from './tokens.ts';
import { check, keyFile, NOW, SECRET, sign } from './verify/signing.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

/** Each code of the vocabulary with a token or key that shows it: a code without an example does not compile. */
const PROBLEMS: Record<ProblemCode, { readonly token: string } | { readonly key: string } | { readonly sdJwt: string } | { readonly encrypted: string | Promise<string> }> = {
  'token-empty': { token: '' },
  'token-too-large': { token: 'A'.repeat(1_048_577) },
  'segment-count': { token: 'one.two' },
  'base64url-character': { token: `${toBase64url(HEADER)}.e+0.c2ln` },
  'base64url-padding': { token: `${toBase64url(HEADER)}.e30=.c2ln` },
  'base64url-length': { token: `${toBase64url(HEADER)}.e30ab.c2ln` },
  'base64url-spare-bits': { token: `${toBase64url(HEADER)}.e30.c2l` },
  'utf8-invalid': { token: `${toBase64url(Uint8Array.of(0x7b, 0xff))}.e30.c2ln` },
  'utf8-bom': { token: compactOf(`\uFEFF${HEADER}`, '{}') },
  'json-syntax': { token: compactOf('{alg:1}', '{}') },
  'json-end': { token: compactOf('{', '{}') },
  'json-trailing': { token: compactOf(`${HEADER},`, '{}') },
  'json-depth': { token: compactOf(HEADER, '['.repeat(101)) },
  'json-duplicate-name': { token: compactOf(HEADER, '{"a":1,"a":1}') },
  'json-not-object': { token: compactOf('["alg"]', '{}') },
  'alg-missing': { token: compactOf('{}', '{}') },
  'alg-none': { token: compactOf('{"alg":"none"}', '{}', '') },
  'signature-empty': { token: compactOf(HEADER, '{}', '') },
  'numeric-date-type': { token: compactOf(HEADER, '{"exp":"1"}') },
  'numeric-date-milliseconds': { token: compactOf(HEADER, '{"exp":1700000000000}') },
  'numeric-date-range': { token: compactOf(HEADER, '{"exp":1e999}') },
  'sd-grammar': { sdJwt: `${compactOf(HEADER, '{}')}~~` },
  'sd-disclosures-cut': { sdJwt: `${compactOf(HEADER, '{}')}~${'e30~'.repeat(1_001)}` },
  'sd-disclosure': { sdJwt: `${compactOf(HEADER, '{}')}~${toBase64url('["salt"]')}~` },
  'sd-disclosure-unused': { sdJwt: `${compactOf(HEADER, '{}')}~${toBase64url('["salt","a",1]')}~` },
  'sd-digest-repeated': { sdJwt: `${compactOf(HEADER, '{"_sd":["a","a"]}')}~` },
  'sd-reserved-name': { sdJwt: `${compactOf(HEADER, '{"_sd":1}')}~` },
  'sd-name-collision': { sdJwt: `${compactOf(HEADER, `{"a":1,"_sd":["${sha256(toBase64url('["salt","a",1]'))}"]}`)}~${toBase64url('["salt","a",1]')}~` },
  'sd-alg-weak': { sdJwt: `${compactOf(HEADER, '{"_sd_alg":"md5"}')}~` },
  'sd-alg-unknown': { sdJwt: `${compactOf(HEADER, '{"_sd_alg":"sha3-256"}')}~` },
  'jws-json-missing': { token: '{"payload":"e30","signatures":[]}' },
  'jws-json-unknown': { token: '{"payload":"e30","protected":"eyJhbGciOiJIUzI1NiJ9","signature":"c2ln","x":1}' },
  'jws-json-mixed': { token: '{"payload":"e30","signature":"c2ln","signatures":[{"header":{"alg":"HS256"},"signature":"c2ln"}]}' },
  'jws-json-shared': { token: '{"payload":"e30","protected":"eyJhbGciOiJIUzI1NiJ9","header":{"alg":"HS256"},"signature":"c2ln"}' },
  'jws-json-cut': { token: JSON.stringify({ payload: 'e30', signatures: Array.from({ length: 51 }, () => ({ header: { alg: 'HS256' }, signature: 'c2ln' })) }) },
  'jws-json-b64': { token: JSON.stringify({ payload: 'e30', signatures: [{ protected: toBase64url('{"alg":"HS256","b64":false,"crit":["b64"]}'), signature: 'c2ln' }, { header: { alg: 'HS256' }, signature: 'c2ln' }] }) },
  'key-empty': { key: ' ' },
  'key-too-large': { key: 'a'.repeat(65_537) },
  'key-set-cut': { key: JSON.stringify({ keys: Array.from({ length: 101 }, () => ({ kty: 'oct', k: 'c2VjcmV0' })) }) },
  'key-pem': { key: '-----BEGIN PUBLIC KEY-----' },
  'key-json': { key: '{' },
  'key-jwk': { key: '{}' },
  'key-unsupported': { key: keyFile('x25519-spki') },
  'jwe-structure': { encrypted: '{"ciphertext":1}' },
  'nested-unsigned': { encrypted: encrypt({ alg: 'dir', enc: 'A128GCM' }, bytesOf('sixteen byte key'), compactOf('{"alg":"none"}', '{}', '')) },
};

interface Example {
  readonly token: string | Promise<string>;
  readonly key?: string;
  readonly expectations?: Expectations;
}

const hs256 = sign('HS256');
const withClaims = (claims: string) => compactOf(HEADER, claims);
/** HS256 signatures over the same payload: each header with a signature of the right key, or a wrong one. */
const several = async (...altered: string[]) => {
  const [header = '', payload = '', signature = ''] = (await hs256).split('.');
  return JSON.stringify({ payload, signatures: [{ protected: header, signature }, ...altered.map((text) => ({ protected: header, signature, ...(JSON.parse(text) as object) }))] });
};
const oct = { kty: 'oct', k: Buffer.from(SECRET).toString('base64url') };
const set = (...keys: object[]) => JSON.stringify({ keys });

/** `alg-unavailable` needs an engine that lacks one: choose-keys.test.ts takes it away. */
const SIGNATURES: Record<Exclude<Verdict['signature']['reason'], 'alg-unavailable'>, Example> = {
  'signature-matches': { token: hs256, key: SECRET },
  'signature-matches-other-kid': { token: sign('HS256', '{}', { kid: 'a' }), key: JSON.stringify({ ...oct, kid: 'b' }) },
  'signature-differs': { token: hs256, key: 'another' },
  'no-key': { token: hs256 },
  'key-unreadable': { token: hs256, key: '{' },
  'key-type': { token: hs256, key: keyFile('rsa-spki') },
  'key-alg': { token: hs256, key: JSON.stringify({ ...oct, alg: 'HS512' }) },
  'key-use': { token: hs256, key: JSON.stringify({ ...oct, use: 'enc' }) },
  'key-kid': { token: sign('HS256', '{}', { kid: 'a' }), key: set({ kty: 'oct', k: 'AAAA', kid: 'b' }, { kty: 'oct', k: 'BBBB', kid: 'c' }) },
  'key-weak': { token: sign('RS256'), key: keyFile('rsa1024-spki') },
  'alg-none': { token: compactOf('{"alg":"none"}', '{}', '') },
  'alg-unknown': { token: compactOf('{"alg":"hs256"}', '{}') },
  'crit-unknown': { token: compactOf('{"alg":"HS256","crit":["x"]}', '{}') },
  'signature-missing': { token: compactOf(HEADER, '{}', '') },
  'token-malformed': { token: compactOf('{', '{}') },
  'token-encrypted': { token: `${toBase64url('{"alg":"dir","enc":"A256GCM"}')}..AAAA.AAAA.AAAA` },
  'token-opaque': { token: 'opaque' },
  'payload-detached': { token: `${toBase64url(HEADER)}..c2ln`, key: SECRET },
  'signatures-match': { token: several('{}'), key: SECRET },
  'signatures-some-match': { token: several(`{"protected":"${toBase64url('{"alg":"XX"}')}"}`), key: SECRET },
  'signatures-some-fail': { token: several('{"signature":"c2ln"}'), key: SECRET },
};
const TIMES: Record<Verdict['time']['reason'], Example> = {
  'time-valid': { token: withClaims(`{"exp":${NOW + 1}}`) },
  'time-expired': { token: withClaims(`{"exp":${NOW}}`) },
  'time-not-yet': { token: withClaims(`{"nbf":${NOW + 1}}`) },
  'time-no-expiry': { token: withClaims('{}') },
  'time-malformed': { token: withClaims('{"exp":"1"}') },
  'time-no-claims': { token: withClaims('text') },
};
const EXPECTATIONS: Record<Verdict['expectations']['reason'], Example> = {
  'expectations-met': { token: withClaims('{"iss":"a"}'), expectations: { issuer: 'a' } },
  'issuer-differs': { token: withClaims('{"iss":"a"}'), expectations: { issuer: 'b' } },
  'issuer-missing': { token: withClaims('{}'), expectations: { issuer: 'b' } },
  'audience-differs': { token: withClaims('{"aud":"a"}'), expectations: { audience: 'b' } },
  'audience-missing': { token: withClaims('{}'), expectations: { audience: 'b' } },
  'expectations-none': { token: withClaims('{}') },
  'expectations-no-claims': { token: withClaims('text'), expectations: { issuer: 'a' } },
};

/** The names the sentences on screen have a place for. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'signature-matches': ['alg'],
  'signature-matches-other-kid': ['alg', 'kid', 'found'],
  'signature-differs': ['alg'],
  'key-type': ['alg', 'needs'],
  'key-alg': ['alg', 'needs'],
  'key-use': ['alg', 'needs'],
  'key-weak': ['alg', 'needs'],
  'key-kid': ['kid'],
  'alg-unknown': ['alg'],
  'crit-unknown': ['name'],
  'signature-missing': ['alg'],
  'signatures-match': ['total'],
  'signatures-some-match': ['matched', 'total'],
  'signatures-some-fail': ['failed', 'matched', 'total'],
  'time-valid': ['exp'],
  'time-expired': ['exp'],
  'time-not-yet': ['nbf'],
  'time-malformed': ['claim'],
  'issuer-differs': ['expected', 'found'],
  'issuer-missing': ['expected'],
  'audience-differs': ['expected', 'found'],
  'audience-missing': ['expected'],
};

async function problemsOf(example: (typeof PROBLEMS)[ProblemCode]): Promise<readonly Problem[]> {
  if ('encrypted' in example) return (await decryptToken(await example.encrypted, await parseDecryptionKey('sixteen byte key'))).problems;
  if ('token' in example) return decodeToken(example.token).problems;
  return 'key' in example ? (await parseKey(example.key)).problems : (await decodeSdJwt(example.sdJwt)).problems;
}

describe('every problem can be shown', () => {
  it.each(Object.entries(PROBLEMS))('%s', async (code, example) => {
    const problems = await problemsOf(example);
    expect(problems.map((problem) => problem.code)).toContain(code);
    for (const { message } of problems) expect(message).toMatch(/^\S.*\S$/);
  });
});

describe.each([
  ['signature', SIGNATURES],
  ['time', TIMES],
  ['expectations', EXPECTATIONS],
] as const)('every reason of the %s can be shown, with its values', (light, examples) => {
  it.each(Object.entries<Example>(examples))('%s', async (reason, { token, key, expectations }) => {
    const shown: Light = (await check(await token, key, expectations))[light];
    expect(shown.reason).toBe(reason);
    expect(Object.keys(shown.values)).toEqual(VALUES[reason] ?? []);
  });
});
