import { describe, expect, it } from 'vitest';
import { decodeToken, describeType, TOKEN_TYPES } from '../../../src/index.ts';
import { compactOf, HEADER, toBase64url } from '../tokens.ts';
import { check, SECRET, sign } from '../verify/signing.ts';

const typed = (typ: string) => describeType(decodeToken(compactOf(JSON.stringify({ alg: 'HS256', typ }), '{}')));

describe('types of token', () => {
  it.each(TOKEN_TYPES)('$id', ({ id }) => {
    for (const typ of [id, id.toUpperCase(), `application/${id}`, `Application/${id}`]) expect(typed(typ)).toBe(id);
  });
  it.each(['', 'JOSE', 'x/at+jwt', 'application/x/at+jwt', 'at+jwt ', '__proto__'])('%j is none', (typ) => expect(typed(typ)).toBe('none'));
});

describe('nested tokens', () => {
  const inner = compactOf(HEADER, '{}');
  it.each<[string, string, string, string | undefined]>([
    ['cty JWT', '{"alg":"HS256","cty":"JWT"}', inner, inner],
    ['no cty', HEADER, inner, inner],
    ['cty and a broken token', '{"alg":"HS256","cty":"jwt"}', `${toBase64url(HEADER)}.`, `${toBase64url(HEADER)}.`],
    ['cty and claims', '{"alg":"HS256","cty":"JWT"}', '{}', undefined],
    ['text with dots', HEADER, 'a.b.c', undefined],
  ])('%s', (_name, header, payload, nested) => expect(decodeToken(compactOf(header, payload)).nested).toBe(nested));
});

describe('JSON serialization', () => {
  it('keeps every signature with its headers', async () => {
    const [header = '', payload = '', signature = ''] = (await sign('HS256')).split('.');
    const text = JSON.stringify({ payload, signatures: [{ protected: header, header: { kid: 'a' }, signature }, { header: { alg: 'HS256' }, signature }] });
    const { kind, segments, signatures = [], problems } = decodeToken(text);
    expect([kind, segments.map((segment) => segment.text), problems]).toEqual(['jws-json', [header, payload, signature], []]);
    expect(signatures.map((each) => [each.protected?.text, each.header?.type, each.signature.text])).toEqual([[header, 'object', signature], [undefined, 'object', signature]]);
    // The second signature is that of another signing input.
    expect((await check(text, SECRET)).signature).toMatchObject({ state: 'fail', values: { failed: '1', matched: '1', total: '2' } });
  });
  it.each(['{"signature":"c2ln"}', '{"payload":"e30"}', '{}', '{"payload":"e30","protected":"e30","signature":"c2ln","ciphertext":""}'])('%s is no JWS', (text) => {
    expect(decodeToken(text).kind).toBe('opaque');
  });
  it.each<[string, object]>([['crit', { crit: ['x'] }], ['b64', { b64: false }]])('%s that is not signed is refused', async (name, header) => {
    const [signed = '', payload = '', signature = ''] = (await sign('HS256')).split('.');
    expect((await check(JSON.stringify({ payload, protected: signed, header, signature }), SECRET)).signature).toMatchObject({ state: 'fail', reason: 'crit-unknown', values: { name } });
  });
});
