import { describe, expect, it } from 'vitest';
import { decodeToken, summarizeToken } from '../../../src/index.ts';
import { compactOf, toBase64url } from '../tokens.ts';

const summarize = (header: string, payload: string) => summarizeToken(decodeToken(compactOf(header, payload)));

describe('summarizeToken', () => {
  it('takes what a list shows', () => {
    const claims = { iss: 'https://issuer', aud: ['a', 'b'], sub: '42', name: '상균', iat: 1, nbf: 2.5, exp: 3 };
    expect(summarize('{"alg":"ES256","typ":"at+jwt","kid":"k1"}', JSON.stringify(claims))).toEqual({
      alg: 'ES256',
      typ: 'at+jwt',
      kid: 'k1',
      issuer: 'https://issuer',
      audience: ['a', 'b'],
      subject: '42',
      name: '상균',
      issuedAt: 1,
      notBefore: 2.5,
      expiresAt: 3,
    });
  });

  it('leaves out what is missing, of another type or no finite number', () => {
    expect(summarize('{"alg":1}', '{"iss":null,"aud":{"a":1},"sub":7,"exp":"3","iat":1e999,"nbf":[1]}')).toEqual({});
    expect(summarizeToken(decodeToken('opaque'))).toEqual({});
  });

  it('takes one audience as a list of one', () => expect(summarize('{}', '{"aud":"a"}')).toEqual({ audience: ['a'] }));

  it('takes the last of a name that stands twice, as JSON.parse does', () => {
    expect(summarize('{"alg":"none","alg":"HS256"}', '{"exp":1,"exp":2}')).toEqual({ alg: 'HS256', expiresAt: 2 });
  });

  it('cuts long texts to 200 units, never through a surrogate pair, and long lists', () => {
    const { subject, name, audience } = summarize('{}', JSON.stringify({ sub: 'x'.repeat(300), name: `${'x'.repeat(199)}😀`, aud: Array.from({ length: 50 }, () => 'y'.repeat(300)) }));
    expect(subject).toBe('x'.repeat(200));
    expect(name).toBe('x'.repeat(199));
    expect(audience).toHaveLength(20);
    expect(audience?.every((text) => text.length === 200)).toBe(true);
  });

  it('knows the header of a JWE', () => {
    expect(summarizeToken(decodeToken(`${toBase64url('{"alg":"dir","enc":"A256GCM","kid":"k"}')}....`))).toEqual({ alg: 'dir', kid: 'k' });
  });
});
