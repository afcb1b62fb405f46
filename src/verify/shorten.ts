/** Longest text of a token or user that goes into a sentence, in UTF-16 units. */
const LONGEST = 200;

/** A hostile claim may be a megabyte: enough of it to be recognised. */
export function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
