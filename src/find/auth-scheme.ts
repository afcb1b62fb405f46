/** `Bearer abc` taken apart, RFC 9110 section 11.4. */
export interface Credentials {
  /** Lower-case: schemes are compared without regard to case. */
  readonly scheme: string;
  readonly text: string;
}

const LONGEST_SCHEME = 40;

/** A scheme, a space and one token68, and nothing else; undefined for any other text. */
export function takeCredentials(text: string): Credentials | undefined {
  const trimmed = text.trim();
  const space = trimmed.indexOf(' ');
  if (space < 1 || space > LONGEST_SCHEME || !/^[A-Za-z][\w-]*$/.test(trimmed.slice(0, space))) return undefined;
  const credentials = trimmed.slice(space).trimStart();
  if (/[^\w\-.~+/=]/.test(credentials)) return undefined;
  return { scheme: trimmed.slice(0, space).toLowerCase(), text: credentials };
}
