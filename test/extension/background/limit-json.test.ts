import { describe, expect, it } from 'vitest';
import { limitJson } from '../../../extension/background/limit-json.ts';
import { decodeToken, type JsonNode } from '../../../src/index.ts';

const encode = (text: string) => Buffer.from(text).toString('base64url');

function payloadOf(json: string): JsonNode {
  const node = decodeToken(`${encode('{"alg":"HS256"}')}.${encode(json)}.c2ln`).segments[1]?.json;
  if (node === undefined) throw new Error('no JSON');
  return node;
}

function count(node: JsonNode): number {
  if (node.type === 'object') return node.members.reduce((sum, { value }) => sum + 1 + count(value), 0);
  return node.type === 'array' ? node.items.reduce((sum, item) => sum + 1 + count(item), 0) : 0;
}

describe('limitJson', () => {
  it('leaves what fits as it is', () => {
    const node = payloadOf('{"a":[1,{"b":null}],"c":"x"}');
    expect(limitJson(node)).toEqual({ node, omitted: 0 });
  });

  it.each([
    ['many items', `[${'1,'.repeat(99_999)}1]`, 100_000],
    ['many members', `{${Array.from({ length: 50_000 }, (_, n) => `"m${n}":${n}`).join()}}`, 50_000],
    ['many nested ones', `[${'[1,1,1,1,1,1,1,1,1],'.repeat(10_000)}1]`, 100_001],
  ])('keeps the first of %s and counts the rest', (_name, json, total) => {
    const { node, omitted } = limitJson(payloadOf(json));
    expect(count(node)).toBe(2_000);
    expect(omitted).toBeGreaterThan(0);
    expect(omitted).toBeLessThanOrEqual(total - 1_000);
  });

  it('cuts long texts', () => {
    const { node, omitted } = limitJson(payloadOf(JSON.stringify('x'.repeat(500_000))));
    expect(omitted).toBe(1);
    expect(node.type === 'string' && node.source.length).toBeLessThan(11_000);
  });
});
