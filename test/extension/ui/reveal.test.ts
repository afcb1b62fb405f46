import { describe, expect, it } from 'vitest';
import { reveal, revealParts } from '../../../extension/ui/reveal.ts';

describe('reveal', () => {
  it.each([
    ['\u202egnp.exe', '\\u202egnp.exe'],
    ['ad\u200bmin', 'ad\\u200bmin'],
    ['admin\u2069', 'admin\\u2069'],
    ['\ufeffname', '\\ufeffname'],
    ['a\u0000b\u0085', 'a\\u0000b\\u0085'],
    ['tag\u{e0041}', 'tag\\udb40\\udc41'],
    ['a\u200db', 'a\\u200db'],
  ])('%j becomes %s', (text, shown) => {
    expect(reveal(text)).toBe(shown);
  });

  it.each(['상균', 'München', 'مرحبا', '👨‍👩‍👧', '👩🏽‍💻', '❤️‍🔥', 'a b', 'x'.repeat(1000)])('leaves %s alone', (text) => {
    expect(revealParts(text)).toEqual([{ text, hidden: false }]);
  });

  it('tells the escape it made from one that was written', () => {
    expect(revealParts('\\u202e\u202e')).toEqual([
      { text: '\\u202e', hidden: false },
      { text: '\\u202e', hidden: true },
    ]);
  });
});
