import { assert, constantFrom, property, string, uint8Array } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decodeBase64url } from '../../../src/decode/base64url.ts';

// Generated cases take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

describe('decodeBase64url', () => {
  it.each([
    // RFC 4648 section 10, without padding
    ['', ''],
    ['Zg', 'f'],
    ['Zm8', 'fo'],
    ['Zm9v', 'foo'],
    ['Zm9vYmFy', 'foobar'],
  ])('reads %j', (text, expected) => {
    const { bytes, problems } = decodeBase64url(text);
    expect(Buffer.from(bytes ?? []).toString()).toBe(expected);
    expect(problems).toEqual([]);
  });

  it.each([
    ['Zm9v Zg', 'base64url-character', 4],
    ['Zm+v', 'base64url-character', 2],
    ['Zm/v', 'base64url-character', 2],
    ['Z=9v', 'base64url-character', 1],
    ['Zg===', 'base64url-character', 2],
    ['Zm9v\n', 'base64url-character', 4],
    ['é', 'base64url-character', 0],
    ['Zm9vY', 'base64url-length', undefined],
  ])('%j has no bytes: %s at %s', (text, code, offset) => {
    const { bytes, problems } = decodeBase64url(text);
    expect(bytes).toBeUndefined();
    expect(problems).toContainEqual(expect.objectContaining({ code, ...(offset === undefined ? {} : { offset }) }));
  });

  it.each([
    ['Zg==', 'base64url-padding', 2, 'f'],
    ['Zm8=', 'base64url-padding', 3, 'fo'],
    ['Zh', 'base64url-spare-bits', 1, 'f'],
    ['Zm9', 'base64url-spare-bits', 2, 'fo'],
  ])('%j still has its bytes: %s at %s', (text, code, offset, expected) => {
    const { bytes, problems } = decodeBase64url(text);
    expect(Buffer.from(bytes ?? []).toString()).toBe(expected);
    expect(problems.map((problem) => [problem.code, problem.offset])).toEqual([[code, offset]]);
  });

  it('reads what Node writes, and nothing else is without problems', () => {
    assert(
      property(uint8Array(), (bytes) => {
        const result = decodeBase64url(Buffer.from(bytes).toString('base64url'));
        return result.problems.length === 0 && Buffer.from(result.bytes ?? []).equals(Buffer.from(bytes));
      }),
    );
    assert(
      property(string({ unit: constantFrom(...Array.from('AZaz09-_+/= .')) }), (text) => {
        const { bytes, problems } = decodeBase64url(text);
        return problems.length > 0 || Buffer.from(bytes ?? []).toString('base64url') === text;
      }),
    );
  });
});
