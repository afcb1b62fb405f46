/** What a token says it is, by the `typ` of its header. */
export type TokenTypeId = (typeof TOKEN_TYPES)[number]['id'];

/** Explicit types and the text that defines each: RFC 8725 section 3.11. Ids are media types without `application/`, in lower case but for `JWT`. */
export const TOKEN_TYPES = [
  { id: 'JWT', source: 'RFC 7519 section 5.1' },
  { id: 'at+jwt', source: 'RFC 9068 section 2.1' },
  { id: 'dpop+jwt', source: 'RFC 9449 section 4.2' },
  { id: 'logout+jwt', source: 'OpenID Connect Back-Channel Logout 1.0 section 2.4' },
  { id: 'secevent+jwt', source: 'RFC 8417 section 2.3' },
  { id: 'token-introspection+jwt', source: 'RFC 9701 section 5' },
  { id: 'oauth-client-attestation+jwt', source: 'draft-ietf-oauth-attestation-based-client-auth' },
  { id: 'oauth-client-attestation-pop+jwt', source: 'draft-ietf-oauth-attestation-based-client-auth' },
  { id: 'entity-statement+jwt', source: 'OpenID Federation 1.0 section 3' },
  { id: 'trust-mark+jwt', source: 'OpenID Federation 1.0 section 7' },
  { id: 'kb+jwt', source: 'RFC 9901 section 4.3' },
  { id: 'dc+sd-jwt', source: 'draft-ietf-oauth-sd-jwt-vc' },
  { id: 'vc+sd-jwt', source: 'draft-ietf-oauth-sd-jwt-vc, before version 06' },
] as const;
