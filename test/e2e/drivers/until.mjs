const POLL_MS = 50;

/** @param {number} ms */
export function sleep(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Polls until the condition answers something truthy, and gives that. The only kind of wait in these tests. An error
 * counts as "not yet"; the last one is told when time is up.
 * @template T
 * @param {() => T | Promise<T>} condition
 * @param {string} what for the error message: "timed out waiting for <what>"
 * @param {number} timeoutMs
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(condition, what, timeoutMs = 8000) {
  const deadline = Date.now() + timeoutMs;
  /** @type {Error | undefined} */
  let cause;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
      cause = undefined;
    } catch (error) {
      cause = error instanceof Error ? error : new Error(String(error));
    }
    if (Date.now() > deadline) throw new Error(`timed out waiting for ${what}${cause ? `: ${cause.message}` : ''}`, { cause });
    await sleep(POLL_MS);
  }
}
