import type { JsonNode } from '../types.ts';

/**
 * Whether a part could be compared: `encrypted` is the payload of a JWE, `opaque` a text with nothing inside that can be
 * decoded, `not-json` a part whose bytes are no JSON (or nested too deep).
 */
export type PartState = 'readable' | 'encrypted' | 'opaque' | 'not-json';

/**
 * | code | what changed |
 * | --- | --- |
 * | added, removed | a member stands on one side only |
 * | changed | the value is another one |
 * | date-moved | a NumericDate is another one: `shift` |
 * | items-changed | a list, or `scope` text, gained or lost items: `itemsAdded`, `itemsRemoved` |
 * | items-too-many | a list with more than 1,000 items on one side is another one; its items were not compared |
 * | reordered | a list whose order means something holds the same items in another order |
 * | form-changed | the same items, but as one text before and as a list after, or the other way round |
 * | duplicates-changed | the name stands more than once on one side, and the values are other ones |
 */
export type ChangeCode =
  | 'added' | 'removed' | 'changed' | 'date-moved' | 'items-changed' | 'items-too-many' | 'reordered' | 'form-changed' | 'duplicates-changed';

/** By how much a date moved. `seconds` is above 0, rounded to milliseconds. */
export interface TimeShift {
  readonly seconds: number;
  readonly direction: 'later' | 'earlier';
}

export interface Change {
  readonly code: ChangeCode;
  /** From the root of the part, RFC 9535 style: `$.realm_access.roles`. Names longer than 200 characters are cut. */
  readonly path: string;
  /** Every value under the name, in the token's order: none where it was added, several where the name is a duplicate. */
  readonly older: readonly JsonNode[];
  /** None where it was removed. */
  readonly newer: readonly JsonNode[];
  readonly shift?: TimeShift;
  readonly itemsAdded?: readonly JsonNode[];
  readonly itemsRemoved?: readonly JsonNode[];
}

export interface PartComparison {
  readonly older: PartState;
  readonly newer: PartState;
  /** At most 1,000, the older token's order first. Empty unless both sides are readable. */
  readonly changes: readonly Change[];
  /** How many changes came after the 1,000 that are listed. */
  readonly omitted: number;
  /** Names directly in the part that have equal values on both sides. */
  readonly unchanged: number;
}

export interface TokenComparison {
  /** The texts are the same, character for character. */
  readonly identical: boolean;
  readonly header: PartComparison;
  readonly payload: PartComparison;
}
