import { exportJWK, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { checkKeyBinding } from '../../../src/index.ts';
import type { KeyBindingContext, KeyBindingReport } from '../../../src/index.ts';
import { compactOf, HEADER } from '../tokens.ts';
import { NOW } from '../verify/signing.ts';
import { digestOf, signJwt } from './issue-sd-jwt.ts';

const pair = await generateKeyPair('ES256', { extractable: true });
const other = await exportJWK((await generateKeyPair('ES256', { extractable: true })).privateKey);
const holder = await exportJWK(pair.privateKey);
const jwk = (await exportJWK(pair.publicKey)) as { kty: string; crv: string; x: string; y: string };
const CONTEXT: KeyBindingContext = { nonce: 'n', audience: 'https://v.example', now: NOW };

const issued = (claims: object) => `${compactOf(HEADER, JSON.stringify(claims))}~`;
const BOUND = issued({ cnf: { jwk } });

interface Change {
  readonly sdJwt?: string;
  readonly claims?: object;
  readonly header?: object;
  readonly key?: typeof holder;
  readonly context?: Partial<KeyBindingContext>;
}

async function bind({ sdJwt = BOUND, claims = {}, header = {}, key = holder }: Change): Promise<string> {
  const payload = { nonce: 'n', aud: 'https://v.example', iat: NOW, sd_hash: digestOf(sdJwt), ...claims };
  return sdJwt + (await signJwt(payload, key, { typ: 'kb+jwt', ...header }));
}

async function reasonsOf(text: string, context: KeyBindingContext): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await checkKeyBinding(text, context)).map(([name, { state, reason }]) => [name, `${state} ${reason}`]));
}

const GOOD = {
  typ: 'pass claim-matches', key: 'pass proof-key-public', signature: 'pass signature-matches', sdHash: 'pass claim-matches',
  nonce: 'pass claim-matches', audience: 'pass claim-matches', issuedAt: 'pass proof-fresh',
};

describe('checkKeyBinding', () => {
  it('each answer apart', async () => expect(await reasonsOf(await bind({}), CONTEXT)).toEqual(GOOD));

  it.each<[string, Change, Partial<Record<keyof KeyBindingReport, string>>]>([
    ['another typ', { header: { typ: 'JWT' } }, { typ: 'fail claim-differs' }],
    ['another nonce', { claims: { nonce: 'm' } }, { nonce: 'fail claim-differs' }],
    ['no nonce', { claims: { nonce: undefined } }, { nonce: 'fail claim-missing' }],
    ['another audience', { claims: { aud: 'https://w.example' } }, { audience: 'fail claim-differs' }],
    ['an array as audience', { claims: { aud: ['https://v.example'] } }, { audience: 'fail claim-malformed' }],
    ['for another SD-JWT', { claims: { sd_hash: digestOf('x') } }, { sdHash: 'fail claim-differs' }],
    ['no sd_hash', { claims: { sd_hash: undefined } }, { sdHash: 'fail claim-missing' }],
    ['too old', { claims: { iat: NOW - 301 } }, { issuedAt: 'fail proof-old' }],
    ['in the future', { claims: { iat: NOW + 301 } }, { issuedAt: 'fail proof-future' }],
    ['no time', { claims: { iat: undefined } }, { issuedAt: 'fail claim-missing' }],
    ['signed with another key', { key: other }, { signature: 'fail signature-differs' }],
    ['no cnf', { sdJwt: issued({}) }, { key: 'not-checked proof-key-missing', signature: 'not-checked no-key' }],
    ['a cnf that names its key', { sdJwt: issued({ cnf: { kid: 'k' } }) }, { key: 'not-checked proof-key-missing', signature: 'not-checked no-key' }],
    ['a private key in cnf', { sdJwt: issued({ cnf: { jwk: holder } }) }, { key: 'fail proof-key-private', signature: 'not-checked no-key' }],
    ['a secret in cnf', { sdJwt: issued({ cnf: { jwk: { kty: 'oct', k: 'c2VjcmV0' } } }) }, { key: 'fail proof-key-symmetric', signature: 'not-checked no-key' }],
    ['sha-512', { sdJwt: issued({ cnf: { jwk }, _sd_alg: 'sha-512' }) }, { sdHash: 'fail claim-differs' }],
    ['an unknown hash', { sdJwt: issued({ cnf: { jwk }, _sd_alg: 'sha3-256' }) }, { sdHash: 'not-checked hash-unavailable' }],
    ['nothing to compare with', { context: { nonce: undefined, audience: undefined } as object }, { nonce: 'not-checked claim-not-compared', audience: 'not-checked claim-not-compared' }],
  ])('%s', async (_, change, expected) => {
    const { nonce, audience, now } = { ...CONTEXT, ...change.context };
    const context = { ...(nonce === undefined ? {} : { nonce }), ...(audience === undefined ? {} : { audience }), now };
    expect(await reasonsOf(await bind(change), context)).toEqual({ ...GOOD, ...expected });
  });

  it('the hash of _sd_alg is that of sd_hash too', async () => {
    const sdJwt = issued({ cnf: { jwk }, _sd_alg: 'sha-512' });
    expect(await reasonsOf(await bind({ sdJwt, claims: { sd_hash: digestOf(sdJwt, 'sha512') } }), CONTEXT)).toEqual(GOOD);
  });

  it('a key that stands twice is not taken', async () => {
    const key = JSON.stringify(jwk);
    const text = await bind({ sdJwt: `${compactOf(HEADER, `{"cnf":{"jwk":${key},"jwk":${key}}}`)}~` });
    expect(await reasonsOf(text, CONTEXT)).toEqual({ ...GOOD, key: 'not-checked proof-key-missing', signature: 'not-checked no-key' });
  });

  it.each([
    ['none there', BOUND, 'not-checked proof-missing', 'not-checked proof-missing'],
    ['no JWT', `${BOUND}a.b`, 'not-checked proof-unreadable', 'not-checked token-opaque'],
    ['a payload that is no object', `${BOUND}${compactOf('{"alg":"ES256","typ":"kb+jwt"}', 'text')}`, 'not-checked proof-unreadable', 'fail signature-differs'],
  ])('%s', async (_, text, reason, signature) => {
    const { signature: found, ...others } = await reasonsOf(text, CONTEXT);
    expect(found).toBe(signature);
    expect(new Set(Object.values(others))).toEqual(new Set([reason]));
  });
});
