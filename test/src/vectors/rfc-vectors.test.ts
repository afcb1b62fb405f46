import { describe, expect, it } from 'vitest';
import * as library from '../../../src/index.ts';
import rfc7515 from '../../fixtures/vectors/rfc-extracts/rfc7515-jws.json' with { type: 'json' };
import rfc8037 from '../../fixtures/vectors/rfc-extracts/rfc8037-okp.json' with { type: 'json' };
import { runRfcVectors } from './run-rfc-vectors.ts';

const rows = await runRfcVectors(library, { rfc7515, rfc8037 });

describe('RFC 7515 and RFC 8037 vectors', () => {
  it('leaves no case out: 7 tokens verified and decoded, 5 of them with 3 flipped bits', () => {
    expect(rows.map(({ id }) => id)).toHaveLength(7 * 2 + 5 * 3);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.filter(({ expected }) => expected.startsWith('pass'))).toHaveLength(5);
  });

  it.each(rows)('$id: $expected', ({ expected, got }) => expect(got).toBe(expected));

  it('a missing case is a row that fails', async () => {
    const without = await runRfcVectors(library, { rfc7515: { cases: rfc7515.cases.slice(1) }, rfc8037 });
    expect(without.filter(({ expected, got }) => expected !== got).map(({ id }) => id)).toContain('RFC7515 A.1 is missing');
  });
});
