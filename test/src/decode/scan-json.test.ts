import { array, assert, constantFrom, json, oneof, property } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { scanJson } from '../../../src/decode/scan-json.ts';
import { printJson } from '../../../src/export/print-json.ts';
import type { JsonNode } from '../../../src/types.ts';

// Generated cases take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function plain(node: JsonNode | undefined): unknown {
  if (node?.type === 'object') return new Map(node.members.map(({ name, value }) => [name, plain(value)]));
  return node?.type === 'array' ? node.items.map(plain) : node?.value;
}

const codes = (source: string) => scanJson(source).problems.map(({ code, offset }) => [code, offset]);

describe('scanJson', () => {
  it.each([
    ['', 'json-end', 0],
    ['  ', 'json-end', 2],
    ['{', 'json-end', 1],
    ['{"a"', 'json-end', 4],
    ['{"a":', 'json-end', 5],
    ['{"a":1', 'json-end', 6],
    ['[1,', 'json-end', 3],
    ['"abc', 'json-end', 4],
    ['-', 'json-end', 1],
    ['1.', 'json-end', 2],
    ['1e', 'json-end', 2],
    ['{,}', 'json-syntax', 1],
    ['{a:1}', 'json-syntax', 1],
    ["{'a':1}", 'json-syntax', 1],
    ['{"a" 1}', 'json-syntax', 5],
    ['{"a":1,}', 'json-syntax', 7],
    ['[1,]', 'json-syntax', 3],
    ['[1 2]', 'json-syntax', 3],
    ['[1}', 'json-syntax', 2],
    ['[01]', 'json-syntax', 2],
    ['[+1]', 'json-syntax', 1],
    ['[.5]', 'json-syntax', 1],
    ['[1.e1]', 'json-syntax', 3],
    ['[1e+]', 'json-syntax', 4],
    ['[NaN]', 'json-syntax', 1],
    ['[tru]', 'json-syntax', 1],
    ['["\\x"]', 'json-syntax', 2],
    ['["\\u12g4"]', 'json-syntax', 2],
    ['["a\tb"]', 'json-syntax', 3],
    ['[1]\u00a0', 'json-trailing', 3],
    ['{}{}', 'json-trailing', 2],
    ['1 2', 'json-trailing', 2],
    ['\uFEFF{}', 'json-syntax', 0],
  ])('refuses %j: %s at %s', (source, code, offset) => {
    expect(scanJson(source).node).toBeUndefined();
    expect(codes(source)).toEqual([[code, offset]]);
  });

  it('keeps digits, escapes and order as they are written', () => {
    const source = '{"b":12345678901234567890,"a":1.50e+3,"\\u0062":"\\uC0C1\\n","z":-0}';
    const { node } = scanJson(source);
    expect(node?.type === 'object' && node.members.map(({ nameSource, value }) => [nameSource, 'source' in value ? value.source : ''])).toEqual([
      ['"b"', '12345678901234567890'],
      ['"a"', '1.50e+3'],
      ['"\\u0062"', '"\\uC0C1\\n"'],
      ['"z"', '-0'],
    ]);
  });

  it('marks and reports duplicate names at every depth, escapes undone', () => {
    const source = '{"a":[{"x":1,"y":2,"\\u0078":3}],"b":{"a":1},"b":2}';
    const { node, problems } = scanJson(source);
    const duplicates: string[] = [];
    const walk = (value: JsonNode | undefined): void => {
      if (value?.type === 'array') value.items.forEach(walk);
      if (value?.type !== 'object') return;
      for (const member of value.members) {
        if (member.duplicate) duplicates.push(member.nameSource);
        walk(member.value);
      }
    };
    walk(node);
    expect(duplicates).toEqual(['"x"', '"\\u0078"', '"b"', '"b"']);
    expect(problems.map(({ code, offset }) => [code, offset])).toEqual([
      ['json-duplicate-name', source.indexOf('"\\u0078"')],
      ['json-duplicate-name', source.lastIndexOf('"b"')],
    ]);
  });

  it('reports no more than 100 duplicates but marks them all', () => {
    const { node, problems } = scanJson(`{${Array.from({ length: 300 }, () => '"a":1').join()}}`);
    expect(problems).toHaveLength(100);
    expect(node?.type === 'object' && node.members.every(({ duplicate }) => duplicate)).toBe(true);
  });

  it('takes __proto__, constructor and lone surrogates for names and values like any other', () => {
    const { node, problems } = scanJson('{"__proto__":{"x":1},"constructor":2,"s":"\\ud800"}');
    expect(problems).toEqual([]);
    expect(node?.type === 'object' && node.members.map(({ name }) => name)).toEqual(['__proto__', 'constructor', 's']);
    expect(node?.type === 'object' && node.members[2]?.value).toEqual({ type: 'string', source: '"\\ud800"', value: '\ud800' });
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it.each(['[', '{"a":'])('reads 100 levels of %j, refuses 101 and a million', (opening) => {
    const nested = (depth: number) => opening.repeat(depth) + (opening === '[' ? '' : '1') + (opening === '[' ? ']' : '}').repeat(depth);
    expect(scanJson(nested(100)).problems).toEqual([]);
    for (const depth of [101, 1_000_000]) {
      expect(scanJson(nested(depth)).node).toBeUndefined();
      expect(codes(nested(depth))).toEqual([['json-depth', 100 * opening.length]]);
    }
  });

  it('reads a million digits and a number beyond every number', () => {
    const digits = '1'.repeat(1_000_000);
    expect(scanJson(digits).node).toEqual({ type: 'number', source: digits, value: Infinity });
  });

  it('agrees with JSON.parse on every text', () => {
    const fragment = constantFrom('{', '}', '[', ']', ':', ',', '"a"', '"', '\\', 'u00e9', '1', '-', '0', '.', 'e', 'E', '+', 'true', 'null', ' ', '\n', '\u0001', '한');
    const text = oneof(json(), array(fragment).map((parts) => parts.join('')));
    assert(
      property(text, (source) => {
        let parsed: unknown;
        try {
          parsed = JSON.parse(source);
        } catch {
          return scanJson(source).node === undefined;
        }
        const { node } = scanJson(source);
        return node !== undefined && JSON.stringify(JSON.parse(printJson(node))) === JSON.stringify(parsed);
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the values JSON.parse gives', () => {
    expect(plain(scanJson('[1e3,"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9",true,false,null,{}]').node)).toEqual([1000, '"\\/\b\f\n\r\té', true, false, null, new Map()]);
  });
});
