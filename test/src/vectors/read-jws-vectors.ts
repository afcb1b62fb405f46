import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import rfc7515 from '../../fixtures/vectors/rfc-extracts/rfc7515-jws.json' with { type: 'json' };
import type { JwsVector } from './run-jws-vectors.ts';

interface CookbookFile {
  readonly input: { readonly payload: string; readonly key: object | object[] };
  readonly output: Readonly<Record<string, string | { readonly payload?: string; readonly signatures?: readonly object[] }>>;
}
const COOKBOOK = join(import.meta.dirname, '../../fixtures/vectors/ietf-jose-cookbook');
const read = (path: string): unknown => JSON.parse(readFileSync(join(COOKBOOK, path), 'utf8'));

function fromCookbook(id: string, { input, output }: CookbookFile): JwsVector {
  const forms = Object.fromEntries(Object.entries(output).map(([form, value]) => [form, typeof value === 'string' ? value : JSON.stringify(value)]));
  const keys = Array.isArray(input.key) ? input.key : [input.key];
  const several = keys.length > 1 ? { expected: 'pass signatures-match' } : {};
  return { id, keys, forms, ...several, ...(id.includes('detached') ? { detached: input.payload } : {}) };
}

const files = ['jws', 'rfc7797', 'curve25519'].flatMap((folder) => readdirSync(join(COOKBOOK, folder)).filter((name) => name.endsWith('.json') && name !== 'ecdh-es.json').sort().map((name) => `${folder}/${name}`));
const nested = read('6.nesting_signatures_and_encryption.json') as { readonly sign: CookbookFile };
const extracts = rfc7515.cases.flatMap((vector): JwsVector[] => {
  if (vector.general !== undefined) return [{ id: vector.id, keys: vector.keys, forms: { general: JSON.stringify(vector.general) }, expected: 'pass signatures-match' }];
  return vector.flattened === undefined ? [] : [{ id: vector.id, keys: [vector.key ?? {}], forms: { flattened: JSON.stringify(vector.flattened) } }];
});
// This file's protected header has b64 without the crit that RFC 7797 section 6 demands: refused, as it should be.
const UNCRITICAL = 'rfc7797/4.2.hmac-sha2_b64_false.json';
/** As RFC 7797 section 4.2 prints it, with `crit`. */
const RFC7797: JwsVector = {
  id: 'RFC 7797 section 4.2, compact',
  keys: [{ kty: 'oct', k: 'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow' }],
  forms: { detached: 'eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19..A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY' },
  detached: '$.02',
};
/** 8 of RFC 7520, 2 and one more of RFC 7797, RFC 8037 of the cookbook, the signed part of the nested token, RFC 7515 A.6 and A.7. */
export const jwsVectors: readonly JwsVector[] = [RFC7797, ...files.map((path) => fromCookbook(path, read(path) as CookbookFile)), fromCookbook('nested', nested.sign), ...extracts].map((vector) => (vector.id === UNCRITICAL ? { ...vector, expected: 'fail crit-unknown' } : vector));
