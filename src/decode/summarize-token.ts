import type { DecodedToken } from '../types.ts';
import { numberMember, stringMember, stringsMember } from './members.ts';

const LONGEST = 200;

/** What a list shows of a token. Times are NumericDates; texts are cut to 200 characters. Nothing in it is verified. */
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

/** Never throws; what is missing or of the wrong type is left out. */
export function summarizeToken({ segments }: DecodedToken): TokenSummary {
  const header = segments.find(({ name }) => name === 'header')?.json;
  const payload = segments.find(({ name }) => name === 'payload')?.json;
  return compact({
    alg: cut(stringMember(header, 'alg')),
    typ: cut(stringMember(header, 'typ')),
    kid: cut(stringMember(header, 'kid')),
    issuer: cut(stringMember(payload, 'iss')),
    audience: stringsMember(payload, 'aud')?.slice(0, LONGEST).map((audience) => audience.slice(0, LONGEST)),
    subject: cut(stringMember(payload, 'sub')),
    name: cut(stringMember(payload, 'name')),
    issuedAt: numberMember(payload, 'iat'),
    notBefore: numberMember(payload, 'nbf'),
    expiresAt: numberMember(payload, 'exp'),
  });
}

function cut(text: string | undefined): string | undefined {
  return text?.slice(0, LONGEST);
}

function compact<T extends object>(object: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}
