import { APPLE, GITHUB_ACTIONS, HASURA, KUBERNETES } from './vendor-others.ts';
import { AUTH0 } from './vendor-auth0.ts';
import { CLERK } from './vendor-clerk.ts';
import { COGNITO } from './vendor-aws.ts';
import { ENTRA } from './vendor-entra.ts';
import { FIREBASE, GOOGLE } from './vendor-google.ts';
import { KEYCLOAK } from './vendor-keycloak.ts';
import { OKTA } from './vendor-okta.ts';
import { SUPABASE } from './vendor-supabase.ts';
import type { VendorTable } from './vendor.ts';

/** First match wins: `/realms/` says least and stands last of those that have issuers. */
export const VENDORS: readonly VendorTable[] = [
  ENTRA, AUTH0, COGNITO, FIREBASE, GOOGLE, OKTA, SUPABASE, CLERK, APPLE, GITHUB_ACTIONS, KUBERNETES, KEYCLOAK, HASURA,
];

/** No issuer of a vendor is longer, and a token's may be a megabyte. */
const LONGEST_ISSUER = 2048;

/** Whose issuer it is, by the host and not by words somewhere in the URL: the token's word, and no proof. */
export function findVendor(issuer: string): VendorTable | undefined {
  if (issuer.length > LONGEST_ISSUER) return undefined;
  const url = parseUrl(issuer);
  return VENDORS.find(({ issuers }) => issuers.some((pattern) => isMatch(pattern, issuer, url)));
}

function isMatch(pattern: string, issuer: string, url: URL | undefined): boolean {
  if (pattern.startsWith('/')) return url?.pathname.includes(pattern) ?? false;
  return issuer === pattern || (url !== undefined && hostMatches(pattern, url.hostname));
}

/** The dots beside `*` stand in the pattern: `evil-okta.com` is not `*.okta.com`. */
function hostMatches(pattern: string, host: string): boolean {
  const [before = '', after] = pattern.split('*');
  if (after === undefined) return host === pattern;
  return host.length > before.length + after.length && host.startsWith(before) && host.endsWith(after);
}

function parseUrl(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
  } catch {
    return undefined;
  }
}
