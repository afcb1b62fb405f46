import { describe, expect, it } from 'vitest';
import { describeAlgorithm, describeClaim, describeHeader } from '../../../src/index.ts';
import { ALGORITHM_ENTRIES } from '../../../src/dictionary/algorithms.ts';
import { VENDORS } from '../../../src/dictionary/find-vendor.ts';
import { HEADER_PARAMETERS } from '../../../src/dictionary/header-parameters.ts';

const source = (name: string, issuer?: string) => describeClaim(name, issuer === undefined ? {} : { issuer })?.source;

describe('describeClaim', () => {
  it.each([
    ['roles', 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0', 'Microsoft Entra ID'],
    ['appid', 'https://sts.windows.net/00000000-0000-0000-0000-000000000000/', 'Microsoft Entra ID'],
    ['tfp', 'https://contoso.b2clogin.com/tid/v2.0/', 'Microsoft Entra ID'],
    ['azp', 'https://shop.eu.auth0.com/', 'Auth0'],
    ['client_id', 'https://cognito-idp.ap-northeast-2.amazonaws.com/ap-northeast-2_abc', 'Amazon Cognito'],
    ['identities', 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc', 'Amazon Cognito'],
    ['identities', 'https://securetoken.google.com/project', 'Firebase Authentication'],
    ['hd', 'accounts.google.com', 'Google'],
    ['hd', 'https://accounts.google.com', 'Google'],
    ['preferred_username', 'https://sso.example.com/auth/realms/shop', 'Keycloak'],
    ['scp', 'https://dev-1.okta.com/oauth2/default', 'Okta'],
    ['ver', 'https://dev-1.okta.com', 'Okta'],
    ['amr', 'https://abc.supabase.co/auth/v1', 'Supabase'],
    ['role', 'supabase', 'Supabase'],
    ['azp', 'https://calm-cat-1.clerk.accounts.dev', 'Clerk'],
    ['org_id', 'https://calm-cat-1.clerk.accounts.dev', 'Clerk'],
    ['ref', 'https://token.actions.githubusercontent.com', 'GitHub Actions'],
  ])('%s of %s is explained by %s', (name, issuer, expected) => expect(source(name, issuer)).toBe(expected));

  it.each([
    ['https://evil.example/login.microsoftonline.com'],
    ['https://login.microsoftonline.com.evil.example/'],
    ['https://login.microsoftonline.com@evil.example/'],
    ['https://evil-okta.com'],
    ['https://okta.com.evil.example'],
    ['https://evil.example/?a=/realms/'],
    ['file://login.microsoftonline.com/'],
    ['no URL'],
    [''],
    [`https://login.microsoftonline.com/${'x'.repeat(10_000)}`],
  ])('does not take %s for a vendor', (issuer) => expect(source('roles', issuer)).toBe('RFC 9068 section 2.2.3.1'));

  it('gives the registered meaning without an issuer, and to a vendor without one of its own', () => {
    expect(source('azp')).toBe('OpenID Connect Core 1.0 section 2');
    expect(source('sid')).toBe('OpenID Connect Front-Channel Logout 1.0 section 3');
    expect(source('exp', 'https://shop.auth0.com/')).toBe('RFC 7519 section 4.1.4');
  });

  it('gives the only vendor’s meaning under an unknown issuer, none where vendors differ or the issuer is another’s', () => {
    expect(source('realm_access', 'https://sso.example.com')).toBe('Keycloak');
    expect(source('tid')).toBe('Microsoft Entra ID');
    expect(source('scp')).toBeUndefined();
    expect(source('tid', 'https://shop.auth0.com/')).toBeUndefined();
    expect(source('https://hasura.io/jwt/claims', 'https://shop.auth0.com/')).toBe('Hasura');
  });

  it('finds every vendor by every issuer that it lists', () => {
    for (const { vendor, issuers, entries } of VENDORS) {
      for (const pattern of issuers) {
        const host = pattern.replace('*', 'a');
        const issuer = pattern.startsWith('/') ? `https://sso.example${pattern}x` : host.includes('.') ? `https://${host}/x` : host;
        expect(source(entries[0]?.name ?? '', issuer)).toBe(vendor);
      }
    }
  });
});

describe('names that objects have of their own, and other spellings', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '', 'EXP', 'Alg', 'hs256', 'x'.repeat(100_000), '\ud800'])('%s is not in the dictionary', (name) => {
    expect(describeClaim(name)).toBeUndefined();
    expect(describeClaim(name, { issuer: 'https://dev-1.okta.com' })).toBeUndefined();
    expect(describeHeader(name)).toBeUndefined();
    expect(describeAlgorithm(name)).toBeUndefined();
  });
});

describe('describeHeader', () => {
  const REGISTERED = 'alg jku jwk kid x5u x5c x5t x5t#S256 typ cty crit enc zip epk apu apv iv tag p2s p2c iss sub aud b64 ppt url nonce svt trust_chain';
  it.each(REGISTERED.split(' '))('knows %s', (name) => expect(describeHeader(name)?.name).toBe(name));
  it('finds every entry', () => expect(HEADER_PARAMETERS.every((entry) => describeHeader(entry.name) === entry)).toBe(true));
});

describe('describeAlgorithm', () => {
  it.each([
    ['signature', 'HS256 HS384 HS512 RS256 RS384 RS512 ES256 ES384 ES512 PS256 PS384 PS512 none ES256K EdDSA Ed25519 Ed448 ML-DSA-44 ML-DSA-65 ML-DSA-87'],
    ['key-management', 'RSA1_5 RSA-OAEP RSA-OAEP-256 RSA-OAEP-384 RSA-OAEP-512 A128KW A192KW A256KW dir ECDH-ES ECDH-ES+A128KW ECDH-ES+A192KW ECDH-ES+A256KW'],
    ['key-management', 'A128GCMKW A192GCMKW A256GCMKW PBES2-HS256+A128KW PBES2-HS384+A192KW PBES2-HS512+A256KW'],
    ['content-encryption', 'A128CBC-HS256 A192CBC-HS384 A256CBC-HS512 A128GCM A192GCM A256GCM'],
  ])('%s: %s', (use, names) => expect(names.split(' ').map((name) => describeAlgorithm(name)?.use)).toEqual(names.split(' ').map(() => use)));
  it('finds every entry', () => expect(ALGORITHM_ENTRIES.every((entry) => describeAlgorithm(entry.name) === entry)).toBe(true));
});
