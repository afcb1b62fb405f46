import { array, assert, base64String, json, oneof, property, string } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decodeToken } from '../../../src/index.ts';
import { compactOf, HEADER, toBase64url } from '../tokens.ts';

// Generated cases take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const place = (token: string) => decodeToken(token).problems.map(({ code, segment, offset }) => [code, segment, offset]);
const codes = (token: string) => decodeToken(token).problems.map(({ code }) => code);
const withClaims = (claims: string) => compactOf(HEADER, claims);

describe('decodeToken', () => {
  it('gives each segment of a JWS with its text, bytes, source and JSON', () => {
    const token = withClaims('{"sub":"상균","id":9007199254740993}');
    const { kind, text, segments, problems } = decodeToken(token);
    expect([kind, text, problems]).toEqual(['jws', token, []]);
    expect(segments.map(({ name }) => name)).toEqual(['header', 'payload', 'signature']);
    expect(segments.map((segment) => segment.text).join('.')).toBe(token);
    const [, payload, signature] = segments;
    expect(payload?.source).toBe('{"sub":"상균","id":9007199254740993}');
    expect(payload?.json?.type === 'object' && payload.json.members[1]?.value).toMatchObject({ source: '9007199254740993' });
    expect(Buffer.from(signature?.bytes ?? []).toString()).toBe('sig');
  });

  it('names the five segments of a JWE; the encrypted key may be empty', () => {
    const token = `${toBase64url('{"alg":"dir","enc":"A256GCM"}')}..aXZpdml2aXZpdml2.Y2lwaGVy.dGFn`;
    const { kind, segments, problems } = decodeToken(token);
    expect([kind, problems]).toEqual(['jwe', []]);
    expect(segments.map(({ name }) => name)).toEqual(['header', 'encrypted-key', 'iv', 'ciphertext', 'tag']);
    expect(segments[0]?.json?.type).toBe('object');
    expect(segments[1]?.bytes).toHaveLength(0);
  });

  it('takes a payload that is no JSON as it is (RFC 7515 appendix A.4)', () => {
    const { segments, problems } = decodeToken(compactOf('{"alg":"ES512"}', 'Payload'));
    expect(problems).toEqual([]);
    expect(segments[1]).toMatchObject({ source: 'Payload', json: undefined });
  });

  it('allows white space before and in the header', () => {
    expect(decodeToken(compactOf(' \r\n{ "alg" : "HS256" }', '{}'))).toMatchObject({ kind: 'jws', problems: [] });
  });

  it.each([
    ['nothing', '', 'token-empty'],
    ['over 1 MiB', 'a'.repeat(1_048_577), 'token-too-large'],
    ['no dot', 'abc', 'segment-count'],
    ['one dot', 'abc.def', 'segment-count'],
    ['three dots', 'a.b.c.d', 'segment-count'],
    ['a million dots', '.'.repeat(1_000_000), 'segment-count'],
    ['three segments of which none is JSON', 'abcd.efgh.ijkl', 'utf8-invalid'],
    ['a PASETO', 'v4.local.AAAA', 'base64url-spare-bits'],
    ['an array as header', compactOf('["alg"]', '{}'), 'json-not-object'],
    ['an address', '1.2.3.4.5', 'base64url-length'],
  ])('%s is opaque', (_what, text, code) => {
    const { kind, segments, problems } = decodeToken(text);
    expect([kind, segments, problems[0]?.code]).toEqual(['opaque', [], code]);
  });

  const header = toBase64url(HEADER);
  const payload = toBase64url('{"sub":"x"}');
  it.each<[string, string, readonly (readonly [string, string, number?])[]]>([
    ['padded header', `${toBase64url('{"alg":"RS512"}x')}==.e30.c2ln`, [['base64url-padding', 'header', 22], ['json-trailing', 'header', 15]]],
    ['a space in the payload', `${header}.${payload.slice(0, 4)} ${payload.slice(4)}.c2ln`, [['base64url-character', 'payload', 4]]],
    ['a plus in the signature', `${header}.${payload}.c2+n`, [['base64url-character', 'signature', 2]]],
    ['spare bits in the signature', `${header}.${payload}.c2l`, [['base64url-spare-bits', 'signature', 2]]],
    ['an impossible length', `${header}.${payload}.c2lnc`, [['base64url-length', 'signature']]],
    ['no UTF-8 in the header', `${toBase64url(Buffer.from('7b22616c67223a22ff227d', 'hex'))}.e30.c2ln`, [['utf8-invalid', 'header']]],
    ['no UTF-8 in a payload that begins like JSON', `${header}.${toBase64url(Buffer.from('7b2261223a22ff227d', 'hex'))}.c2ln`, [['utf8-invalid', 'payload']]],
    ['bytes as a payload', `${header}.${toBase64url(Uint8Array.of(255, 254))}.c2ln`, []],
    ['a byte order mark before the payload', compactOf(HEADER, '\uFEFF{}'), [['utf8-bom', 'payload', 0]]],
    ['a byte order mark', compactOf(`\uFEFF${HEADER}`, '{}'), [['utf8-bom', 'header', 0]]],
    ['broken header JSON', compactOf('{"alg":"HS256"', '{}'), [['json-end', 'header', 14]]],
    ['text after the header', compactOf('{"alg":"HS256"}}', '{}'), [['json-trailing', 'header', 15]]],
    ['a duplicate in the header', compactOf('{"alg":"none","alg":"HS256"}', '{}'), [['json-duplicate-name', 'header', 14]]],
    ['a duplicate deep in the payload', withClaims('{"a":{"b":1,"b":1}}'), [['json-duplicate-name', 'payload', 12]]],
    ['a deep payload', withClaims('['.repeat(700_000)), [['json-depth', 'payload', 100]]],
    ['no alg', compactOf('{"typ":"JWT"}', '{}'), [['alg-missing', 'header']]],
    ['a number as alg', compactOf('{"alg":256}', '{}'), [['alg-missing', 'header']]],
    ['no alg in a JWE', `${toBase64url('{"enc":"A256GCM"}')}.....`.slice(0, -1), [['alg-missing', 'header']]],
    ['alg none', compactOf('{"alg":"none"}', '{}', ''), [['alg-none', 'header']]],
    ['alg none in another spelling', compactOf('{"alg":"nOnE"}', '{}', ''), [['alg-none', 'header']]],
    ['an empty signature', compactOf(HEADER, '{}', ''), [['signature-empty', 'signature']]],
    ['a date as text', withClaims('{"exp":"1300819380"}'), [['numeric-date-type', 'payload']]],
    ['dates in milliseconds', withClaims('{"iat":1700000000000,"auth_time":1700000000000}'), [['numeric-date-milliseconds', 'payload'], ['numeric-date-milliseconds', 'payload']]],
    ['dates beyond all dates', withClaims('{"exp":1e999,"nbf":-1}'), [['numeric-date-range', 'payload'], ['numeric-date-range', 'payload']]],
    ['updated_at as null', withClaims('{"updated_at":null}'), [['numeric-date-type', 'payload']]],
  ])('%s', (_what, token, expected) => {
    expect(place(token)).toEqual(expected.map(([code, segment, offset]) => [code, segment, offset]));
  });

  it('sees nothing wrong in ordinary dates', () => {
    expect(codes(withClaims('{"exp":1300819380,"nbf":0,"iat":1300819380.5,"auth_time":1e9,"updated_at":1}'))).toEqual([]);
  });

  it('says in a sentence what is wrong and where, counted from 1', () => {
    expect(decodeToken(`${header}.${payload.slice(0, 4)}=${payload.slice(4)}.c2ln`).problems[0]?.message).toBe('the payload, character 5: "=" is not a base64url character');
    expect(decodeToken(compactOf('{"alg"}', '{}')).problems[0]?.message).toBe('the header, character 7: expected ":"');
    expect(decodeToken('a.b').problems[0]?.message).toBe('expected 3 (JWS) or 5 (JWE) parts separated by dots, found 2');
  });

  it('never quotes more than one character of the token', () => {
    const secret = 'hunter2-hunter2';
    const tokens = [secret, `${secret}.${secret}`, `e30 ${secret}.${secret}.${secret}`, compactOf(`{"alg":"${secret}" ${secret}}`, `{"${secret}":1,"${secret}":2,"exp":"${secret}"}`, `${secret}!`)];
    for (const message of tokens.flatMap((token) => decodeToken(token).problems).map((problem) => problem.message)) {
      expect(message).not.toContain('hunter');
      expect(message).not.toContain(toBase64url(secret).slice(0, 6));
    }
  });

  it('never throws and keeps every text', () => {
    const segment = oneof(base64String().map((text) => text.replaceAll('=', '')), json().map(toBase64url), string());
    const token = oneof(string({ unit: 'binary' }), array(segment, { maxLength: 6 }).map((segments) => segments.join('.')));
    assert(
      property(token, (text) => {
        const { segments, ...decoded } = decodeToken(text);
        expect(decoded.text).toBe(text);
        expect(decoded.kind === 'opaque' ? segments : segments.map((part) => part.text).join('.')).toEqual(decoded.kind === 'opaque' ? [] : text);
      }),
    );
  });
});
