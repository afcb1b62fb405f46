import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as library from '../../../src/index.ts';
import rfc7516 from '../../fixtures/vectors/rfc-extracts/rfc7516-jwe.json' with { type: 'json' };
import rfc7517 from '../../fixtures/vectors/rfc-extracts/rfc7517-jwk.json' with { type: 'json' };
import { withoutAes192 } from '../decrypt/engine.ts';
import { type CookbookFile, runJweVectors } from './run-jwe-vectors.ts';

const FOLDER = new URL('../../fixtures/vectors/ietf-jose-cookbook/', import.meta.url);
const names = [...readdirSync(new URL('jwe', FOLDER)).map((name) => `jwe/${name}`), 'curve25519/ecdh-es.json'];
const cookbook = names.map((name) => ({ name: name.replace('jwe/', ''), file: JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as CookbookFile }));
const files = { cookbook, rfc7516, rfc7517 };
const rows = await runJweVectors(library, files);

afterEach(() => vi.restoreAllMocks());

describe('JWE vectors of RFC 7520, RFC 7516, RFC 7517 and RFC 8037', () => {
  it('leaves no case out: 13 of the cookbook and one of X25519 in every serialization, 5 of the RFCs', () => {
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
    expect(await runJweVectors(library, files)).toEqual(rows);
  });
});
