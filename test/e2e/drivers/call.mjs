/**
 * Runs a function in another place through something that evaluates expressions there. Arguments and result travel as
 * JSON; a function that names anything outside of itself will not find it.
 * @template T
 * @template {unknown[]} Args
 * @param {(expression: string) => Promise<unknown>} evaluate awaits promises
 * @param {((...args: Args) => T | Promise<T>) | string} fn a function, or the source of one
 * @param {Args} args
 * @returns {Promise<T>}
 */
export async function callIn(evaluate, fn, ...args) {
  const call = `(${String(fn)})(...${JSON.stringify(args)})`;
  const json = await evaluate(`(async () => JSON.stringify(await ${call}))()`);
  // A function without a result has no JSON either.
  return /** @type {T} */ (typeof json === 'string' ? JSON.parse(json) : undefined);
}
