import { describe, expect, it } from 'vitest';
import { checkDpopProof, checkKeyBinding } from '../../../src/index.ts';
import type { DpopContext, Light, ProofReason } from '../../../src/index.ts';
import rfc9449 from '../../fixtures/vectors/rfc-extracts/rfc9449-dpop.json' with { type: 'json' };
import { compactOf } from '../tokens.ts';

const [PROOF = ''] = rfc9449.proofs;
const IAT = 1_562_262_616;

type Example = readonly [values: readonly string[], lights: () => Promise<object>];
const real = (context: Partial<DpopContext> = {}) => async () => checkDpopProof(PROOF, { now: IAT, ...context });
const made = (header: object, claims = '{}') => async () => checkDpopProof(compactOf(JSON.stringify({ alg: 'ES256', ...header }), claims), { now: IAT, method: 'GET' });
const bound = (claims: object, keyBinding: string) => async () => checkKeyBinding(`${compactOf('{"alg":"ES256"}', JSON.stringify(claims))}~${keyBinding}`, { now: IAT });

/** Each reason with the names its sentence has a place for, and with what shows it: one without an example does not compile. */
const REASONS: Record<ProofReason, Example> = {
  'proof-missing': [[], bound({}, '')],
  'proof-unreadable': [[], async () => checkDpopProof('', { now: IAT })],
  'claim-matches': [['claim', 'found'], real()],
  'claim-differs': [['claim', 'expected', 'found'], real({ method: 'GET' })],
  'claim-present': [['claim', 'found'], real()],
  'claim-missing': [['claim'], made({})],
  'claim-malformed': [['claim'], made({}, '{"htm":1}')],
  'claim-not-compared': [['claim'], real()],
  'proof-fresh': [['iat', 'within'], real()],
  'proof-old': [['iat', 'within', 'age'], real({ now: IAT + 301 })],
  'proof-future': [['iat', 'within', 'age'], real({ now: IAT - 301 })],
  'hash-unavailable': [['alg'], bound({ _sd_alg: 'x' }, compactOf('{"alg":"ES256"}', '{}'))],
  'proof-key-public': [['kty'], real()],
  'proof-key-missing': [[], made({})],
  'proof-key-private': [[], made({ jwk: { kty: 'EC', d: 'AA' } })],
  'proof-key-symmetric': [[], made({ jwk: { kty: 'oct', k: 'AA' } })],
  'proof-key-unreadable': [[], made({ jwk: {} })],
};

describe('every reason of a proof can be shown, with its values', () => {
  it.each(Object.entries(REASONS))('%s', async (reason, [values, run]) => {
    const lights = Object.values(await run()).filter((light): light is Light => typeof light === 'object' && light !== null);
    const shown = lights.find((light) => light.reason === reason);
    expect(Object.keys(shown?.values ?? { none: '' })).toEqual(values);
  });
});
