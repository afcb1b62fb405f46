import { describe, expect, it } from 'vitest';
import { checkKeyBinding, decodeSdJwt, decodeToken, parseKey, verifyToken } from '../../../src/index.ts';
import { printJson } from '../../../src/export/print-json.ts';
import rfc9901 from '../../fixtures/vectors/rfc-extracts/rfc9901-sd-jwt.json' with { type: 'json' };

const NOW = 1_700_000_000;
/** Disclosures and digests without one, of appendices A.1 to A.4. */
const COUNTS = [
  [2, 14],
  [6, 10],
  [21, 0],
  [4, 10],
];
const [A1, , , A4] = rfc9901.cases.map(({ sd_jwt: text }) => text);
const { keys } = await parseKey(JSON.stringify(rfc9901.issuer_key));

/** Everything but the key binding and the last part of the payload is signed by the issuer: one bit of it changed. */
function flipPayload(text: string): string {
  const dot = text.indexOf('.') + 5;
  return `${text.slice(0, dot)}${text[dot] === 'A' ? 'B' : 'A'}${text.slice(dot + 1)}`;
}

describe('RFC 9901 appendix A', () => {
  it('has its four SD-JWTs', () => expect(rfc9901.cases).toHaveLength(COUNTS.length));

  it.each(rfc9901.cases.map((vector, index) => [vector.id, vector, COUNTS[index]] as const))('%s', async (_, { sd_jwt: text, reconstructed }, counts) => {
    const decoded = await decodeSdJwt(text);
    expect(decoded.problems).toEqual([]);
    expect(decoded.issuer.problems).toEqual([]);
    expect(decoded.hash).toBe('sha-256');
    expect(decoded.payload === undefined ? undefined : JSON.parse(printJson(decoded.payload))).toEqual(reconstructed);
    expect([decoded.disclosures.length, decoded.undisclosed]).toEqual(counts);
    expect(decoded.disclosures.every(({ path }) => path !== undefined)).toBe(true);
  });

  it.each(rfc9901.cases)('$id: the issuer\'s signature', async ({ sd_jwt: text }) => {
    expect(decodeToken(text)).toMatchObject({ kind: 'sd-jwt', text, segments: [{ name: 'header' }, { name: 'payload' }, { name: 'signature' }] });
    expect((await verifyToken(text, { keys, now: NOW })).signature).toMatchObject({ state: 'pass', reason: 'signature-matches' });
    expect((await verifyToken(flipPayload(text), { keys, now: NOW })).signature.state).toBe('fail');
  });

  it.each(rfc9901.disclosure_digests)('the digest of the disclosure of $name', async ({ disclosure, salt, name, value, sha256 }) => {
    const { disclosures } = await decodeSdJwt(`${A1?.split('~')[0]}~${disclosure}~`);
    expect(disclosures).toMatchObject([{ text: disclosure, digest: sha256, salt, name, value: { type: 'string', value } }]);
  });

  it('shows where each disclosure stands, with its source text', async () => {
    const { disclosures } = await decodeSdJwt(A1 ?? '');
    expect(disclosures.map(({ path, name, value }) => [path, name, value])).toEqual([
      ['$.address.region', 'region', { type: 'string', source: String.raw`"\u6e2f\u533a"`, value: '港区' }],
      ['$.address.country', 'country', { type: 'string', source: '"JP"', value: 'JP' }],
    ]);
  });

  it('the key binding of A.4, against what its text says it was made for', async () => {
    const claims = (await decodeSdJwt(A4 ?? '')).keyBinding?.segments[1]?.json;
    const { nonce, aud, iat } = JSON.parse(claims === undefined ? '{}' : printJson(claims)) as { nonce: string; aud: string; iat: number };
    const report = await checkKeyBinding(A4 ?? '', { nonce, audience: aud, now: iat + 300 });
    expect(Object.entries(report).map(([name, { state }]) => `${name} ${state}`)).toEqual([
      'typ pass', 'key pass', 'signature pass', 'sdHash pass', 'nonce pass', 'audience pass', 'issuedAt pass',
    ]);
  });

  it('the key binding of A.4 does not bind fewer disclosures', async () => {
    const [issuer, , ...rest] = (A4 ?? '').split('~');
    const report = await checkKeyBinding([issuer, ...rest].join('~'), { now: NOW });
    expect(report.sdHash).toMatchObject({ state: 'fail', reason: 'claim-differs' });
    expect(report.signature.state).toBe('pass');
    expect([report.nonce.reason, report.audience.reason]).toEqual(['claim-not-compared', 'claim-not-compared']);
  });
});
