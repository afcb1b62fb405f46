import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { checkDpopProof } from '../../../src/index.ts';
import type { DpopContext, DpopReport } from '../../../src/index.ts';
import rfc9449 from '../../fixtures/vectors/rfc-extracts/rfc9449-dpop.json' with { type: 'json' };
import { signJwt } from '../sd-jwt/issue-sd-jwt.ts';
import { compactOf } from '../tokens.ts';
import { NOW } from '../verify/signing.ts';

const [TOKEN_REQUEST = '', REFRESH = '', RESOURCE = ''] = rfc9449.proofs;
const [BOUND_TOKEN = ''] = rfc9449.jwt_access_token_with_cnf;
const OPAQUE_TOKEN = rfc9449.access_token_string_for_ath;

const pair = await generateKeyPair('ES256', { extractable: true });
const secret = await exportJWK(pair.privateKey);
const jwk = (await exportJWK(pair.publicKey)) as { kty: string; crv: string; x: string; y: string };

const CLAIMS = { jti: 'j', htm: 'GET', htu: 'https://a.example/x', iat: NOW };
const REQUEST: DpopContext = { method: 'GET', url: 'https://a.example/x', now: NOW };

/** States of the lights with their reasons, those that need no word left out. */
async function check(proof: string, context: DpopContext): Promise<Record<string, string>> {
  const { jkt: _, nonceFound: __, ...lights } = await checkDpopProof(proof, context);
  return Object.fromEntries(Object.entries(lights).map(([name, { state, reason }]) => [name, `${state} ${reason}`]));
}

async function checkChanged(light: keyof DpopReport, claims: object, context: Partial<DpopContext> = {}, header: object = {}, key: JWK = secret): Promise<string> {
  const proof = await signJwt({ ...CLAIMS, ...claims }, key, { typ: 'dpop+jwt', jwk, ...header });
  return (await check(proof, { ...REQUEST, ...context }))[light] ?? '';
}

const GOOD = {
  typ: 'pass claim-matches', key: 'pass proof-key-public', signature: 'pass signature-matches', method: 'pass claim-matches', url: 'pass claim-matches',
  accessToken: 'not-checked claim-not-compared', issuedAt: 'pass proof-fresh', identifier: 'pass claim-present', nonce: 'not-checked claim-not-compared', binding: 'not-checked claim-not-compared',
};

describe('RFC 9449', () => {
  it('has its three proofs', () => expect(rfc9449.proofs).toHaveLength(3));

  it.each([
    ['token request', TOKEN_REQUEST, { method: 'POST', url: 'https://server.example.com/token', now: 1_562_262_616 }, GOOD],
    ['refresh', REFRESH, { method: 'POST', url: 'https://server.example.com/token', now: 1_562_265_296, expectedJkt: rfc9449.jkt }, { ...GOOD, binding: 'pass claim-matches' }],
    [
      'protected resource', RESOURCE, { method: 'GET', url: 'https://resource.example.org/protectedresource', now: 1_562_262_618, accessToken: OPAQUE_TOKEN },
      { ...GOOD, accessToken: 'pass claim-matches' },
    ],
    [
      'protected resource with another token, that is bound to the key', RESOURCE,
      { method: 'GET', url: 'https://resource.example.org/protectedresource', now: 1_562_262_618, accessToken: BOUND_TOKEN },
      { ...GOOD, accessToken: 'fail claim-differs', binding: 'pass claim-matches' },
    ],
  ])('%s', async (_, proof, context, expected) => {
    expect(await check(proof, context)).toEqual(expected);
    expect((await checkDpopProof(proof, context)).jkt).toBe(rfc9449.jkt);
  });

  it('ath is the hash of section 7.1', async () => {
    const { accessToken } = await checkDpopProof(RESOURCE, { now: 0, accessToken: OPAQUE_TOKEN });
    expect(accessToken.values).toEqual({ claim: 'ath', found: rfc9449.ath });
  });

  it('a proof whose payload was changed', async () => {
    const [header, , signature] = TOKEN_REQUEST.split('.');
    const [, other] = REFRESH.split('.');
    expect((await check([header, other, signature].join('.'), { now: 0 }))['signature']).toBe('fail signature-differs');
  });
});

describe('checkDpopProof', () => {
  it.each<[string, keyof DpopReport, object, Partial<DpopContext>, string]>([
    ['another method', 'method', { htm: 'POST' }, {}, 'fail claim-differs'],
    ['the method in small letters', 'method', { htm: 'get' }, {}, 'fail claim-differs'],
    ['no method', 'method', { htm: undefined }, {}, 'fail claim-missing'],
    ['a method that is a number', 'method', { htm: 1 }, {}, 'fail claim-malformed'],
    ['another path', 'url', { htu: 'https://a.example/y' }, {}, 'fail claim-differs'],
    ['another port', 'url', { htu: 'https://a.example:8443/x' }, {}, 'fail claim-differs'],
    ['another scheme', 'url', { htu: 'http://a.example/x' }, {}, 'fail claim-differs'],
    ['a path in capitals', 'url', { htu: 'https://a.example/X' }, {}, 'fail claim-differs'],
    ['a path alone', 'url', { htu: '/x' }, {}, 'fail claim-malformed'],
    ['no URL', 'url', { htu: undefined }, {}, 'fail claim-missing'],
    ['query and fragment of the request', 'url', {}, { url: 'https://a.example/x?q=1#f' }, 'pass claim-matches'],
    ['query and fragment of the proof', 'url', { htu: 'https://a.example/x?q=2#g' }, {}, 'pass claim-matches'],
    ['case of host, default port, dot segments, needless escapes', 'url', { htu: 'HTTPS://A.example:443/./y/../%78' }, {}, 'pass claim-matches'],
    ['case of escapes', 'url', { htu: 'https://a.example/%e4' }, { url: 'https://a.example/%E4' }, 'pass claim-matches'],
    ['an escaped slash', 'url', { htu: 'https://a.example/a%2Fb' }, { url: 'https://a.example/a/b' }, 'fail claim-differs'],
    ['no path and the root', 'url', { htu: 'https://a.example' }, { url: 'https://a.example/' }, 'pass claim-matches'],
    ['a request URL that is none', 'url', {}, { url: 'x' }, 'not-checked claim-not-compared'],
    ['300 seconds old', 'issuedAt', { iat: NOW - 300 }, {}, 'pass proof-fresh'],
    ['301 seconds old', 'issuedAt', { iat: NOW - 301 }, {}, 'fail proof-old'],
    ['300 seconds ahead', 'issuedAt', { iat: NOW + 300 }, {}, 'pass proof-fresh'],
    ['301 seconds ahead', 'issuedAt', { iat: NOW + 301 }, {}, 'fail proof-future'],
    ['no time', 'issuedAt', { iat: undefined }, {}, 'fail claim-missing'],
    ['a time in a string', 'issuedAt', { iat: String(NOW) }, {}, 'fail claim-malformed'],
    ['no jti', 'identifier', { jti: undefined }, {}, 'fail claim-missing'],
    ['an empty jti', 'identifier', { jti: '' }, {}, 'fail claim-malformed'],
    ['no ath with a token', 'accessToken', {}, { accessToken: 't' }, 'fail claim-missing'],
    ['the right nonce', 'nonce', { nonce: 'n' }, { nonce: 'n' }, 'pass claim-matches'],
    ['another nonce', 'nonce', { nonce: 'n' }, { nonce: 'm' }, 'fail claim-differs'],
    ['no nonce', 'nonce', {}, { nonce: 'm' }, 'fail claim-missing'],
    ['another key than expected', 'binding', {}, { expectedJkt: rfc9449.jkt }, 'fail claim-differs'],
    ['another key than the token is bound to', 'binding', {}, { accessToken: BOUND_TOKEN }, 'fail claim-differs'],
    ['a token that is bound to none', 'binding', {}, { accessToken: compactOf('{"alg":"ES256"}', '{}') }, 'not-checked claim-not-compared'],
  ])('%s', async (_, light, claims, context, expected) => expect(await checkChanged(light, claims, context)).toBe(expected));

  it.each<[string, keyof DpopReport, object, string]>([
    ['typ of any JWT', 'typ', { typ: 'JWT' }, 'fail claim-differs'],
    ['no typ', 'typ', { typ: undefined }, 'fail claim-missing'],
    ['no key', 'key', { jwk: undefined }, 'fail proof-key-missing'],
    ['no key: nothing to check the signature with', 'signature', { jwk: undefined }, 'not-checked no-key'],
    ['a private key', 'key', { jwk: secret }, 'fail proof-key-private'],
    ['a private key is not used', 'signature', { jwk: secret }, 'not-checked no-key'],
    ['a shared secret', 'key', { jwk: { kty: 'oct', k: 'c2VjcmV0' } }, 'fail proof-key-symmetric'],
    ['a set of keys', 'key', { jwk: { keys: [jwk] } }, 'not-checked proof-key-unreadable'],
    ['a key of an unknown type', 'key', { jwk: { kty: 'XX' } }, 'not-checked proof-key-unreadable'],
    ['a key that is text', 'key', { jwk: 'key' }, 'not-checked proof-key-unreadable'],
    ['another key than it is signed with', 'signature', { jwk: { ...jwk, ...rfcKey() } }, 'fail signature-differs'],
  ])('%s', async (_, light, header, expected) => expect(await checkChanged(light, {}, {}, header)).toBe(expected));

  it('a header with two keys', async () => {
    const header = `{"typ":"dpop+jwt","alg":"ES256","jwk":${JSON.stringify(jwk)},"jwk":${JSON.stringify(jwk)}}`;
    expect(await check(compactOf(header, '{}'), REQUEST)).toMatchObject({ key: 'fail claim-malformed', signature: 'fail token-malformed' });
  });

  it.each(['HS256', 'HS512'])('%s is no algorithm of a proof', async (alg) => {
    const proof = compactOf(JSON.stringify({ typ: 'dpop+jwt', alg, jwk }), JSON.stringify(CLAIMS));
    expect((await check(proof, REQUEST))['signature']).toBe('fail proof-key-symmetric');
  });

  it('none is no algorithm of a proof', async () => {
    const proof = compactOf(JSON.stringify({ typ: 'dpop+jwt', alg: 'none', jwk }), JSON.stringify(CLAIMS), '');
    expect((await check(proof, REQUEST))['signature']).toBe('fail alg-none');
  });

  it('shows the nonce, and says the window', async () => {
    const proof = await signJwt({ ...CLAIMS, nonce: 'n', iat: NOW - 301 }, secret, { typ: 'dpop+jwt', jwk });
    const report = await checkDpopProof(proof, REQUEST);
    expect(report.nonceFound).toBe('n');
    expect(report.issuedAt.values).toEqual({ iat: String(NOW - 301), within: '300', age: '301' });
  });

  it.each(['', 'opaque', 'a.b.c', '...', compactOf('{"alg":"ES256"}', 'text'), `${TOKEN_REQUEST}~`])('%s is not read as a proof', async (proof) => {
    const { signature: _, ...report } = await check(proof, REQUEST);
    expect(new Set(Object.values(report))).toEqual(new Set(['not-checked proof-unreadable']));
  });
});

/** The point of the RFC's key, which is on the curve too. */
function rfcKey(): { x: string; y: string } {
  const header = JSON.parse(Buffer.from(TOKEN_REQUEST.split('.')[0] ?? '', 'base64url').toString()) as { jwk: { x: string; y: string } };
  return { x: header.jwk.x, y: header.jwk.y };
}
