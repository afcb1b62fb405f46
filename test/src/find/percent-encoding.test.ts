import { assert, property, string } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { decodePercent, isEscapedChunk } from '../../../src/find/percent-encoding.ts';

// Generated cases take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

describe('decodePercent', () => {
  it.each([
    ['', ''],
    ['%41%20b', 'A b'],
    ['%EC%83%81', '상'],
    ['100%25', '100%'],
    // No UTF-8, or no escape: only ASCII is decoded, the rest stays.
    ['%41%', 'A%'],
    ['%41%4', 'A%4'],
    ['%41%zz', 'A%zz'],
    ['%7B%22a%22%FF', '{"a"%FF'],
    ['%EC%83%81%22%E9', '%EC%83%81"%E9'],
    ['%22상%', '"상%'],
    ['%80%', '%80%'],
    // No digit, though its last eight bits are those of one.
    ['%\u01304%', '%\u01304%'],
  ])('%j', (text, expected) => expect(decodePercent(text)).toBe(expected));

  it('undoes encodeURIComponent', () => {
    assert(property(string(), (text) => decodePercent(encodeURIComponent(text)) === text));
  });

  it('never throws, and leaves text without escapes as it is', () => {
    assert(property(string({ unit: 'binary' }), (text) => typeof decodePercent(`${text}%`) === 'string'));
    assert(property(string(), (text) => decodePercent(text.replaceAll('%', '')) === text.replaceAll('%', '')));
  });
});

it.each([
  ['a%20b', true],
  ['a%20b c', false],
  ['a%20b;c', false],
  ['a%2', false],
  ['ab', false],
])('%j is one escaped chunk: %s', (text, expected) => expect(isEscapedChunk(text)).toBe(expected));
