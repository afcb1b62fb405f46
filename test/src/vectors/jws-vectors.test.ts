import { describe, expect, it } from 'vitest';
import * as library from '../../../src/index.ts';
import { jwsVectors } from './read-jws-vectors.ts';
import { runJwsVectors } from './run-jws-vectors.ts';

const rows = await runJwsVectors(library, jwsVectors);

describe('JWS of the JOSE cookbook and of RFC 7515', () => {
  it('leaves no file out', () => expect(jwsVectors).toHaveLength(1 + 8 + 2 + 1 + 1 + 2));
  it.each(rows)('$id: $expected', ({ expected, got }) => expect(got).toBe(expected));
});
