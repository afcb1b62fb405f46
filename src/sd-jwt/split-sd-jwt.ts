import type { SdJwtProblem } from './disclosure.ts';

export interface SdJwtParts {
  /** The issuer-signed JWT. */
  readonly issuer: string;
  readonly disclosures: readonly string[];
  /** The key binding JWT; undefined where there is none. */
  readonly keyBinding: string | undefined;
  readonly problems: readonly SdJwtProblem[];
}

/**
 * `<issuer-signed JWT>~<disclosure>~…~<key binding JWT or nothing>`, RFC 9901 section 4. A last part without dots is a
 * disclosure whose tilde was lost: it is read as one and reported.
 */
export function splitSdJwt(text: string): SdJwtParts {
  const [issuer = '', ...rest] = text.split('~');
  const last = rest.pop();
  if (last === undefined) return { issuer, disclosures: [], keyBinding: undefined, problems: [grammar('expected a tilde behind the issuer-signed JWT')] };
  const disclosures = rest.filter((part) => part !== '');
  const problems = disclosures.length < rest.length ? [grammar('expected a disclosure between two tildes, found nothing')] : [];
  if (last === '') return { issuer, disclosures, keyBinding: undefined, problems };
  if (last.includes('.')) return { issuer, disclosures, keyBinding: last, problems };
  return { issuer, disclosures: [...disclosures, last], keyBinding: undefined, problems: [...problems, grammar('expected a tilde behind the last disclosure')] };
}

function grammar(message: string): SdJwtProblem {
  return { code: 'sd-grammar', segment: 'token', message };
}

/** What `sd_hash` is taken over: everything up to and with the last tilde, RFC 9901 section 4.3.1. */
export function withoutKeyBinding(text: string): string {
  return text.slice(0, text.lastIndexOf('~') + 1);
}
