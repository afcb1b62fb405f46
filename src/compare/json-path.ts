const LONGEST_NAME = 200;

/** RFC 9535 sections 2.2 and 2.3.1: `$.user['access token']`. Long names are cut, and what cannot be printed is escaped. */
export function pathOf(names: readonly string[]): string {
  return `$${names.map(selectorOf).join('')}`;
}

function selectorOf(name: string): string {
  if (/^[A-Za-z_]\w{0,99}$/.test(name)) return `.${name}`;
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  return `['${short.replace(/[\\']/g, '\\$&').replace(/[\p{Cc}\p{Cs}]/gu, escapeUnit)}']`;
}

function escapeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
