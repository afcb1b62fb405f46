/** Characters that mean the same percent-encoded or not: RFC 3986 section 2.3. */
const UNRESERVED = /^[A-Za-z0-9._~-]$/;

/**
 * An HTTP URL for comparison as `htu` (RFC 9449 section 4.3): without query and fragment, and normalised after RFC 3986
 * sections 6.2.2 and 6.2.3 (case of scheme, host and escapes, default port, dot segments, escapes nobody needs).
 * Undefined when it is not an http or https URL.
 */
export function normalizeUrl(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined;
  const path = url.pathname.replace(/%[0-9A-Fa-f]{2}/g, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return UNRESERVED.test(character) ? character : escape.toUpperCase();
  });
  return url.origin + path;
}
