import { afterEach, describe, expect, it, vi } from 'vitest';
import * as library from '../../../src/index.ts';
import { withoutAes192 } from '../decrypt/engine.ts';
import { jweFiles } from './read-jwe-vectors.ts';
import { runJweVectors } from './run-jwe-vectors.ts';

const rows = await runJweVectors(library, jweFiles);

afterEach(() => vi.restoreAllMocks());

describe('JWE vectors of RFC 7520, RFC 7516, RFC 7517 and RFC 8037', () => {
  it('leaves no case out: 13 of the cookbook and one of X25519 in every serialization, 5 of the RFCs', () => {
    const { cookbook } = jweFiles;
    expect(cookbook).toHaveLength(14);
    const serializations = cookbook.flatMap(({ file }) => Object.keys(file.output)).length;
    const refused = rows.filter(({ expected }) => expected === 'not-tried jwe-rsa1-5').length;
    expect(refused).toBe(4);
    expect(rows).toHaveLength((serializations + 5 - refused) * 2 + refused);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it.each(rows)('$id: $expected', ({ expected, got }) => expect(got).toBe(expected));

  it('gives the same in an engine without AES-192', async () => {
    withoutAes192();
    expect(await runJweVectors(library, jweFiles)).toEqual(rows);
  });
});
