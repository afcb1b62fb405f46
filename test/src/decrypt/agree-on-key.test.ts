import { expect, it } from 'vitest';
import { agreeOnKey } from '../../../src/decrypt/agree-on-key.ts';
import vector from '../../fixtures/vectors/rfc-extracts/rfc7518-ecdh-es.json' with { type: 'json' };

it('derives the key of RFC 7518 appendix C', async () => {
  const [alice, bob, header] = vector.objects;
  expect(alice?.d).toBeDefined();
  const key = await agreeOnKey({ ...header }, { kty: 'EC', crv: 'P-256', x: bob?.x ?? '', y: bob?.y ?? '', d: bob?.d ?? '' }, vector.algorithm, 128);
  expect(Buffer.from(key).toString('base64url')).toBe(vector.derived_key_b64u);
});
