import type { DecodedToken, JsonNode, JwsSignature } from '../types.ts';

/** Protected and unprotected members as one header, RFC 7515 section 4. Where both have a name, the protected one counts. */
export function joseHeader({ protected: signed, header }: Pick<JwsSignature, 'protected' | 'header'>): JsonNode | undefined {
  if (header?.type !== 'object') return signed?.json;
  if (signed?.json?.type !== 'object') return header;
  return { type: 'object', members: [...header.members, ...signed.json.members] };
}

/** The header of a token; of a JWS with several signatures, that of the first. */
export function headerOf({ segments, signatures = [] }: DecodedToken): JsonNode | undefined {
  const [first] = signatures;
  return first === undefined ? segments.find(({ name }) => name === 'header')?.json : joseHeader(first);
}
