import { shorten } from '../verify/shorten.ts';

/** A name as a step of a path, RFC 9535 section 2.3.1: `.name`, or `['any name']`. Longer names are cut after 200 characters. */
export function stepTo(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]{0,99}$/.test(name)) return `.${name}`;
  return `['${JSON.stringify(shorten(name)).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}']`;
}
