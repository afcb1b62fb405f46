/** Match patterns of one host. They have no port: Firefox refuses one. */

/** Every page of the origin's host, over http and https: what "watch this site" asks for. */
export function sitePattern(origin: string): string {
  return `*://${new URL(origin).hostname}/*`;
}

/** The host over this origin's scheme alone. */
export function originPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
