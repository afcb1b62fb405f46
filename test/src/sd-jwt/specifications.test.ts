import type { JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { checkKeyBinding, decodeSdJwt, decodeToken, parseKey, verifyToken } from '../../../src/index.ts';
import { printJson } from '../../../src/export/print-json.ts';
import python from '../../fixtures/vectors/sd-jwt-python/specifications.json' with { type: 'json' };
import rfc9901 from '../../fixtures/vectors/sd-jwt-rfc9901/specifications.json' with { type: 'json' };
import { digestOf, isChosen, isObject, Issuer, type Json, MARK, markAllBut, signJwt, type Specification } from './issue-sd-jwt.ts';

interface Folder {
  readonly settings: {
    readonly identifiers: { readonly issuer: string; readonly verifier: string };
    readonly key_settings: { readonly issuer_keys: readonly JWK[]; readonly holder_key: JWK };
    readonly key_binding_nonce: string;
    readonly iat: number;
    readonly exp: number;
  };
  readonly cases: Record<string, unknown>;
}

const FOLDERS: readonly (readonly [string, Folder])[] = [
  ['sd-jwt-python testcase', python.testcases],
  ['sd-jwt-python example', python.examples],
  ['RFC 9901 example', rfc9901.examples],
];
const CASES = FOLDERS.flatMap(([source, folder]) =>
  Object.entries(folder.cases).map(([name, specification]) => ({ id: `${source} ${name}`, folder, specification: specification as Specification })),
);

/** What is left of the specified claims when everything that was not chosen is taken out: no digests in the way. */
function prune(value: Json, wanted: Json): Json {
  const all = wanted === 'all';
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const want = all ? wanted : Array.isArray(wanted) ? (wanted[index] ?? null) : null;
      if (!isObject(item) || !(MARK in item)) return [prune(item, want)];
      return isChosen(want) ? [prune(item[MARK] ?? null, want)] : [];
    });
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, member]) => {
      const name = key.replace(/^!sd /, '');
      const want = all ? wanted : isObject(wanted) ? (wanted[name] ?? null) : null;
      return name === key || isChosen(want) ? [[name, prune(member, want)]] : [];
    }),
  );
}

async function issue({ settings }: Folder, specification: Specification, wanted: Json) {
  const { identifiers, key_settings: keys, iat, exp, key_binding_nonce: nonce } = settings;
  const marked = specification.non_sd_claims === undefined ? specification.user_claims : markAllBut(specification.user_claims, specification.non_sd_claims);
  const issuer = new Issuer(specification.add_decoy_claims);
  const holder = { kty: keys.holder_key.kty ?? '', crv: keys.holder_key.crv ?? '', x: keys.holder_key.x ?? '', y: keys.holder_key.y ?? '' };
  const around = {
    ...(specification.include_default_claims === false ? {} : { iss: identifiers.issuer, iat, exp }),
    ...(specification.key_binding === true ? { cnf: { jwk: holder } } : {}),
  };
  const concealed = issuer.conceal(marked, wanted);
  const payload = { ...around, ...(isObject(concealed) ? concealed : {}), _sd_alg: 'sha-256' };
  const signed = await signJwt(payload, keys.issuer_keys[0] ?? {}, { typ: 'example+sd-jwt', ...specification.extra_header_parameters });
  const text = [signed, ...issuer.disclosures, ''].join('~');
  const kb = { nonce, aud: identifiers.verifier, iat, sd_hash: digestOf(text) };
  const bound = specification.key_binding === true ? text + (await signJwt(kb, keys.holder_key, { typ: 'kb+jwt' })) : text;
  return { text: bound, issuer, around, marked };
}

describe('the specifications are issued and read back', () => {
  it('leaves none out: 17 test cases, 15 and 15 examples, 17 of them with an expected view', () => {
    expect(FOLDERS.map(([, { cases }]) => Object.keys(cases).length)).toEqual([17, 15, 15]);
    expect(CASES.filter(({ specification }) => specification.expect_verified_user_claims !== undefined)).toHaveLength(17);
  });

  describe.each(CASES)('$id', ({ folder, specification }) => {
    it.each([
      ['as specified', specification.holder_disclosed_claims],
      ['everything disclosed', 'all'],
      ['nothing disclosed', {}],
    ] as const)('%s', async (kind, wanted) => {
      const { text, issuer, around, marked } = await issue(folder, specification, wanted);
      const decoded = await decodeSdJwt(text);
      expect(decoded.problems).toEqual([]);
      const expected = { ...around, ...(prune(marked, wanted) as object) };
      if (kind === 'as specified' && specification.expect_verified_user_claims !== undefined) {
        expect(expected).toEqual({ ...around, ...specification.expect_verified_user_claims });
      }
      expect(JSON.parse(printJson(decoded.payload ?? { type: 'null', source: 'null', value: null }))).toEqual(expected);
      expect(decoded.undisclosed).toBe(issuer.hidden);
      expect(decoded.disclosures.map((disclosure) => disclosure.text)).toEqual(issuer.disclosures);
      expect(decoded.disclosures.every(({ path, salt, value }) => path !== undefined && salt !== undefined && value !== undefined)).toBe(true);
    });

    it('is of the kind sd-jwt, and its signature is checked', async () => {
      const { text } = await issue(folder, specification, specification.holder_disclosed_claims);
      expect(decodeToken(text)).toMatchObject({ kind: 'sd-jwt', text, problems: [] });
      const { d: _, ...key } = folder.settings.key_settings.issuer_keys[0] ?? {};
      const { keys } = await parseKey(JSON.stringify(key));
      expect((await verifyToken(text, { keys, now: folder.settings.iat })).signature.reason).toBe('signature-matches');
    });

    it('its key binding is checked, where it has one', async () => {
      const { text } = await issue(folder, specification, specification.holder_disclosed_claims);
      const { identifiers, key_binding_nonce: nonce, iat } = folder.settings;
      const report = await checkKeyBinding(text, { nonce, audience: identifiers.verifier, now: iat + 1 });
      const states = Object.values(report).map(({ state, reason }) => `${state} ${reason}`);
      if (specification.key_binding !== true) expect(new Set(states)).toEqual(new Set(['not-checked proof-missing']));
      else expect(states).toEqual(['pass claim-matches', 'pass proof-key-public', 'pass signature-matches', 'pass claim-matches', 'pass claim-matches', 'pass claim-matches', 'pass proof-fresh']);
    });
  });
});
