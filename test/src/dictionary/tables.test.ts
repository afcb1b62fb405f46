import { describe, expect, it } from 'vitest';
import { ALGORITHM_ENTRIES } from '../../../src/dictionary/algorithms.ts';
import { ATTESTATION_CLAIMS } from '../../../src/dictionary/attestation-claims.ts';
import type { DictionaryEntry, DictionaryUnit } from '../../../src/dictionary/entry.ts';
import { VENDORS } from '../../../src/dictionary/find-vendor.ts';
import { HEADER_PARAMETERS } from '../../../src/dictionary/header-parameters.ts';
import { IDENTITY_CLAIMS } from '../../../src/dictionary/identity-assurance-claims.ts';
import { OAUTH_CLAIMS } from '../../../src/dictionary/oauth-claims.ts';
import { OIDC_CLAIMS } from '../../../src/dictionary/oidc-claims.ts';
import { REGISTERED_CLAIMS } from '../../../src/dictionary/registered-claims.ts';
import { TELEPHONY_CLAIMS } from '../../../src/dictionary/telephony-claims.ts';

const registered = [...REGISTERED_CLAIMS, ...OIDC_CLAIMS, ...OAUTH_CLAIMS, ...IDENTITY_CLAIMS, ...TELEPHONY_CLAIMS, ...ATTESTATION_CLAIMS];
const TABLES: readonly (readonly [string, readonly DictionaryEntry[]])[] = [
  ['registered claims', registered],
  ['header parameters', HEADER_PARAMETERS],
  ['algorithms', ALGORITHM_ENTRIES],
  ...VENDORS.map(({ vendor, entries }) => [vendor, entries] as const),
];

const UNITS: Record<DictionaryUnit, true> = {
  'seconds-since-epoch': true, seconds: true, minutes: true, number: true, boolean: true, uri: true, list: true, 'space-separated-list': true,
  'json-object': true, base64url: true, hex: true, uuid: true, date: true, email: true, 'phone-number': true, 'ip-address': true,
  'language-tag': true, 'time-zone': true, 'media-type': true, jwt: true,
};
const SOURCE = /^(?:RFC \d{4}|(?:OpenID|Financial-grade API|W3C) [\w .-]+?)(?: section \d+(?:\.\d+)*)?$/;
const OTHER_SOURCES = new Set([
  'SD-JWT VC draft', 'Token Status List draft', 'IETF draft cose-dilithium', 'ETSI GS NFV-SEC 022', 'CTA-5009', 'AWS Application Load Balancer',
  ...VENDORS.map(({ vendor }) => vendor),
]);

it('holds more than 100 registered claims, and claims of every vendor', () => {
  expect(registered.length).toBeGreaterThan(100);
  expect(VENDORS.every(({ entries }) => entries.length > 0)).toBe(true);
});

describe.each(TABLES)('%s', (_, entries) => {
  it('has no name twice', () => {
    const names = entries.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(entries.map((entry) => [entry.name, entry] as const))('%s is complete', (_name, { en, ko, source, unit }) => {
    expect(en).toMatch(/^[A-Z-].*[^\s.]\.$/);
    expect(en).not.toMatch(/[가-힣]/);
    expect(ko).toMatch(/[가-힣].*니다\.$/);
    expect(OTHER_SOURCES.has(source) || SOURCE.test(source), source).toBe(true);
    expect(unit === undefined || Object.hasOwn(UNITS, unit)).toBe(true);
  });
});
