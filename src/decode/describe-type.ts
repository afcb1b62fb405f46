import type { DecodedToken } from '../types.ts';
import { headerOf } from './jose-header.ts';
import { stringMember } from './members.ts';
import { TOKEN_TYPES, type TokenTypeId } from './token-types.ts';

const IDS: ReadonlyMap<string, TokenTypeId> = new Map(TOKEN_TYPES.map(({ id }) => [id.toLowerCase(), id]));

/**
 * Which known type the header's `typ` names, with or without `application/`, in any case (RFC 7515 section 4.1.9);
 * `none` for another one, or without `typ`. Says what the token claims to be, which nobody has checked.
 */
export function describeType(decoded: DecodedToken): TokenTypeId | 'none' {
  return IDS.get(mediaType(stringMember(headerOf(decoded), 'typ') ?? '')) ?? 'none';
}

/** As RFC 7515 sections 4.1.9 and 4.1.10 compare them: without `application/` where no other slash follows, in lower case. */
export function mediaType(text: string): string {
  return text.toLowerCase().replace(/^application\/(?=[^/]*$)/, '');
}
