import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as library from '../../../src/index.ts';
import { readSuite } from './read-suite.ts';
import { runJsonSuite } from './run-json-suite.ts';

const SUITE = join(import.meta.dirname, '../../fixtures/vectors/JSONTestSuite');
const parsing = runJsonSuite(library, readSuite(join(SUITE, 'test_parsing')));
const begins = (letter: string) => parsing.filter(({ name }) => name.startsWith(letter));

/** What is no UTF-8 (RFC 8259 section 8.1), and what is nested more than 100 levels deep. */
const REFUSED_BY_CHOICE = [
  'i_string_UTF-16LE_with_BOM.json',
  'i_string_UTF-8_invalid_sequence.json',
  'i_string_UTF8_surrogate_U+D800.json',
  'i_string_invalid_utf-8.json',
  'i_string_iso_latin_1.json',
  'i_string_lone_utf8_continuation_byte.json',
  'i_string_not_in_unicode_range.json',
  'i_string_overlong_sequence_2_bytes.json',
  'i_string_overlong_sequence_6_bytes.json',
  'i_string_overlong_sequence_6_bytes_null.json',
  'i_string_truncated-utf-8.json',
  'i_string_utf16BE_no_BOM.json',
  'i_string_utf16LE_no_BOM.json',
  'i_structure_500_nested_arrays.json',
];

describe('JSONTestSuite', () => {
  it('has 318 parsing cases: 95 valid, 188 invalid, 35 left to the implementation', () => {
    expect([parsing.length, begins('y_').length, begins('n_').length, begins('i_').length]).toEqual([318, 95, 188, 35]);
  });

  it.each(begins('y_'))('$name is accepted, its text kept', ({ got }) => expect(got).toBe('accepted'));

  it.each(begins('n_'))('$name is refused', ({ got }) => expect(got).toBe('refused'));

  it('leaves nothing of the implementation’s choice to chance', () => {
    const refused = begins('i_').filter(({ got }) => got === 'refused').map(({ name }) => name);
    expect(begins('i_').filter(({ got }) => got === 'accepted').length + refused.length).toBe(35);
    expect(refused).toEqual(REFUSED_BY_CHOICE);
  });

  it.each(runJsonSuite(library, readSuite(join(SUITE, 'test_transform'))))('transform/$name keeps its text, or is no UTF-8', ({ name, got }) => {
    expect(got).toBe(/^string_._invalid_codepoints?\.json$/.test(name) ? 'refused' : 'accepted');
  });

  it('has 22 transform cases', () => {
    expect(readdirSync(join(SUITE, 'test_transform')).filter((name) => name.endsWith('.json'))).toHaveLength(22);
    expect(readFileSync(join(SUITE, 'LICENSE'), 'utf8')).toContain('MIT');
  });
});
