import type { JsonNode, Problem, ProblemCode } from '../types.ts';
import { memberOf } from './members.ts';

/** Claims defined as NumericDate: RFC 7519 section 4.1, OpenID Connect Core sections 2 and 5.1. */
export const NUMERIC_DATE_CLAIMS = ['exp', 'nbf', 'iat', 'auth_time', 'updated_at'] as const;
/** Later than the year 5138 in seconds, and 1973 in milliseconds: no date of a token is meant so. */
const SURELY_MILLISECONDS = 100_000_000_000;

/** Seconds from the epoch to the last day that JavaScript knows, in the year 275760. */
export const LAST_DATE = 8_640_000_000_000;

/** Dates that are not seconds since the epoch (RFC 7519 section 2) are named, never put right. */
export function checkNumericDates(payload: JsonNode | undefined): Problem[] {
  return NUMERIC_DATE_CLAIMS.flatMap((name) => {
    const value = memberOf(payload, name);
    if (value === undefined) return [];
    if (value.type !== 'number') return [problem('numeric-date-type', `"${name}" is a ${value.type}, expected a number of seconds`)];
    if (value.value < 0 || value.value > LAST_DATE) return [problem('numeric-date-range', `"${name}" is ${value.value < 0 ? 'before 1970' : 'too large for any date'}`)];
    if (value.value > SURELY_MILLISECONDS) return [problem('numeric-date-milliseconds', `"${name}" looks like milliseconds, expected seconds`)];
    return [];
  });
}

function problem(code: ProblemCode, message: string): Problem {
  return { code, segment: 'payload', message: `the payload: ${message}` };
}
