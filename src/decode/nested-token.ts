import type { JsonNode } from '../types.ts';
import { beginsObject } from './begins-object.ts';
import { mediaType } from './describe-type.ts';
import { stringMember } from './members.ts';

/** The token that a payload holds, RFC 7519 section 5.2: announced by `cty`, however broken, or plainly a compact one. */
export function findNested(header: JsonNode | undefined, payload: string | undefined): string | undefined {
  if (payload === undefined || !beginsObject(payload)) return undefined;
  if (mediaType(stringMember(header, 'cty') ?? '') === 'jwt') return payload;
  const parts = payload.split('.', 6);
  return (parts.length === 3 || parts.length === 5) && /^[A-Za-z0-9_.-]+$/.test(payload) ? payload : undefined;
}
