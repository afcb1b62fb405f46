import { callIn } from './call.mjs';
import { describeTarget, findElements, sendable } from './find-elements.mjs';
import { until } from './until.mjs';

/** @typedef {import('./find-elements.mjs').Target} Target */
/**
 * What a browser has to offer for a document to be driven: the part that differs.
 * @typedef {object} Surface
 * @property {(expression: string) => Promise<unknown>} evaluate awaits promises; the result is JSON-like
 * @property {(x: number, y: number) => Promise<void>} clickAt in CSS pixels of the viewport
 * @property {(key: string) => Promise<void>} press one key or a chord such as "Shift+Tab"
 * @property {() => Promise<Buffer>} screenshot PNG
 * @property {() => Promise<boolean>} closed
 * @property {() => Promise<void>} close
 */
/** @typedef {ReturnType<typeof createView>} View */

/**
 * Drives one document (the toolbar popup, or an extension page in a tab) as a user would. The same in both browsers.
 * Reading answers at once; `click` and `type` wait until there is exactly one such element and it can be used.
 * @param {Surface} surface
 */
export function createView(surface) {
  /**
   * Runs a function in the document's window.
   * @template T
   * @template {unknown[]} Args
   * @param {((...args: Args) => T | Promise<T>) | string} fn a function, or the source of one
   * @param {Args} args
   * @returns {Promise<T>}
   */
  function evaluate(fn, ...args) {
    return callIn(surface.evaluate, fn, ...args);
  }

  /**
   * @template T
   * @template {unknown[]} Args
   * @param {Target} target
   * @param {(elements: Element[], ...args: Args) => T} fn runs in the document
   * @param {Args} args
   * @returns {Promise<T>}
   */
  function onElements(target, fn, ...args) {
    return evaluate(`(target, ...args) => (${String(fn)})((${String(findElements)})(target), ...args)`, sendable(target), ...args);
  }

  /** @param {Target} target */
  async function click(target) {
    const { x, y } = await clickablePoint(target);
    try {
      await surface.clickAt(x, y);
    } catch (error) {
      // A click may close the popup while the browser is still answering.
      if (!(await surface.closed())) throw error;
    }
  }

  /** @param {Target} target */
  async function clickablePoint(target) {
    let last = '';
    return until(async () => {
      const spot = await onElements(target, locateForClick);
      if (typeof spot === 'string') throw new Error(spot);
      // The popup grows with its content: wait until the element stands still.
      const still = JSON.stringify(spot) === last;
      last = JSON.stringify(spot);
      return still ? spot : undefined;
    }, `${describeTarget(target)} to be clickable`);
  }

  /**
   * Replaces the text of a field, as by a click, "select all" and a paste.
   * @param {Target} target
   * @param {string} text
   */
  async function type(target, text) {
    await click(target);
    await onElements(target, replaceText, text);
  }

  return {
    evaluate,
    click,
    type,
    press: surface.press,
    screenshot: surface.screenshot,
    closed: surface.closed,
    close: surface.close,
    /** @param {Target} target @returns {Promise<string | null>} of the first match */
    text: (target) => onElements(target, (elements) => elements[0]?.textContent ?? null),
    /** @param {Target} target @returns {Promise<string[]>} of every match, in lines as it is laid out */
    shownTexts: (target) => onElements(target, (elements) => elements.map((element) => /** @type {HTMLElement} */ (element).innerText)),
    /** @param {Target} target @returns {Promise<string[]>} of every match */
    texts: (target) => onElements(target, (elements) => elements.map((element) => element.textContent ?? '')),
    /** @param {Target} target */
    count: (target) => onElements(target, (elements) => elements.length),
    /** @param {Target} target @param {string} name */
    attribute: (target, name) => onElements(target, (elements, name) => elements[0]?.getAttribute(name) ?? null, name),
    /** @param {Target} target what the field holds */
    value: (target) => onElements(target, (elements) => /** @type {HTMLInputElement | undefined} */ (elements[0])?.value ?? null),
    /**
     * Waits until a function run in the document answers something truthy.
     * @template T
     * @param {(() => T | Promise<T>) | string} fn
     * @param {string} what
     * @param {number} [timeoutMs]
     */
    until: (fn, what, timeoutMs) => until(() => evaluate(fn), what, timeoutMs),
    /** @param {Target} target @param {number} [timeoutMs] */
    waitFor: (target, timeoutMs) => until(() => onElements(target, (elements) => elements.length > 0), describeTarget(target), timeoutMs),
  };
}

/**
 * Runs in the document: where to click, or why not yet.
 * @param {Element[]} elements
 */
function locateForClick(elements) {
  const [element] = elements;
  if (element === undefined || elements.length > 1) return `there are ${elements.length}`;
  if (element.matches(':disabled, [aria-disabled=true]')) return 'it is disabled';
  let obstacle = '';
  // Scrolling no further than needed shows what a user sees; the centre is free where a fixed bar covers the edge.
  for (const block of /** @type {const} */ (['nearest', 'center'])) {
    element.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) return 'it has no size';
    const x = Math.round(box.x + box.width / 2);
    const y = Math.round(box.y + box.height / 2);
    const hit = document.elementFromPoint(x, y);
    if (element.contains(hit) || (hit && hit.closest('label')?.control === element)) return { x, y };
    obstacle = hit === null ? 'it is outside of the window' : `it is covered by <${hit.localName} class="${hit.className}">`;
  }
  return obstacle;
}

/**
 * Runs in the document. execCommand gives the same trusted beforeinput and input events in both browsers, at any
 * length, where single key strokes would take seconds for a key of some kilobytes.
 * @param {Element[]} elements
 * @param {string} text
 */
function replaceText(elements, text) {
  const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (elements[0]);
  field.focus();
  field.select();
  if (text === '' && field.value === '') return;
  const done = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (!done) throw new Error('the field takes no text');
}
