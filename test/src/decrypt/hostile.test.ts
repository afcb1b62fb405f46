import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptToken, openSessionCookie, parseDecryptionKey } from '../../../src/index.ts';
import { encrypt, flattened, octKey, sealIron } from './sealing.ts';

const key = octKey(16);
const { keys } = await parseDecryptionKey(JSON.stringify(key));
const seeds = [
  await encrypt({ alg: 'A128KW', enc: 'A128GCM' }, key),
  JSON.stringify(await flattened({ alg: 'A128KW', enc: 'A128CBC-HS256' }, key)),
  sealIron('password', '{}'),
];
/** A seed with one character replaced, cut out or repeated. */
const mutated = fc.tuple(fc.constantFrom(...seeds), fc.nat(2_000), fc.string({ maxLength: 3 }), fc.nat(3)).map(([seed, place, text, cut]) => {
  const at = place % seed.length;
  return { seed, text: seed.slice(0, at) + text + seed.slice(at + cut) };
});

describe('hostile input', () => {
  it('never rejects, and opens nothing that was changed in its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async ({ seed, text }) => {
        const results = [await decryptToken(text, { keys }), await openSessionCookie(text, { secret: 'password', cookieName: 'session' })];
        if (!seed.startsWith('{') && text.trim() !== seed) expect(results.map(({ state }) => state)).not.toContain('decrypted');
      }),
      { numRuns: 500 },
    );
  });

  it.each(['{"ciphertext":"","protected":"","__proto__":{"alg":"dir"}}', '{"ciphertext":"AA","header":[]}', `{"ciphertext":"AA","header":{"a":${'['.repeat(100_000)}`, '....', '\u0000....', '{"ciphertext":"AA","recipients":[null]}'])(
    '%.60s',
    async (text) => expect((await decryptToken(text, { keys })).state).not.toBe('decrypted'),
  );
});
