import type { DecodedToken } from '../types.ts';
import { headerOf } from './jose-header.ts';
import { numberMember, stringMember, stringsMember } from './members.ts';

const LONGEST = 200;
const MOST_AUDIENCES = 20;

/** What a list shows of a token. Times are NumericDates; texts are cut to 200 UTF-16 units, audiences to the first 20. Nothing in it is verified. */
export interface TokenSummary {
  readonly alg?: string;
  readonly typ?: string;
  readonly kid?: string;
  readonly issuer?: string;
  readonly audience?: readonly string[];
  readonly subject?: string;
  readonly name?: string;
  readonly issuedAt?: number;
  readonly notBefore?: number;
  readonly expiresAt?: number;
}

/**
 * Never throws; what is missing or of the wrong type is left out. Of a name that stands twice the last value is taken,
 * as JSON.parse and with it most verifiers do.
 */
export function summarizeToken(decoded: DecodedToken): TokenSummary {
  const header = headerOf(decoded);
  const payload = decoded.segments.find(({ name }) => name === 'payload')?.json;
  return compact({
    alg: cut(stringMember(header, 'alg')),
    typ: cut(stringMember(header, 'typ')),
    kid: cut(stringMember(header, 'kid')),
    issuer: cut(stringMember(payload, 'iss')),
    audience: stringsMember(payload, 'aud')?.slice(0, MOST_AUDIENCES).map(cutText),
    subject: cut(stringMember(payload, 'sub')),
    name: cut(stringMember(payload, 'name')),
    issuedAt: numberMember(payload, 'iat'),
    notBefore: numberMember(payload, 'nbf'),
    expiresAt: numberMember(payload, 'exp'),
  });
}

function cut(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cutText(text);
}

/** Never between the halves of a surrogate pair: half of one would be lost on its way through storage and messages. */
function cutText(text: string): string {
  if (text.length <= LONGEST) return text;
  const last = text.charCodeAt(LONGEST - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? LONGEST - 1 : LONGEST);
}

function compact<T extends object>(object: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}
