/** Code that runs text or turns it into markup: neither our own nor a library's may be in the packages. */
const FORBIDDEN = [
  // A call of the global function; polynomials of a library have a method of that name.
  /(?<![.\w$])eval\((?![^)]*\)\s*\{)/,
  /\bnew Function\(/,
  /\.innerHTML/,
  /insertAdjacentHTML/,
  /document\.write/,
];

/**
 * The first piece of such code in a built script, with some of what stands around it.
 * @param {string} script
 * @returns {string | undefined}
 */
export function findForbiddenCode(script) {
  const code = script.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found = FORBIDDEN.map((pattern) => pattern.exec(code)).find((match) => match !== null);
  return found === undefined ? undefined : code.slice(Math.max(0, found.index - 40), found.index + 40);
}
