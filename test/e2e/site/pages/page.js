/**
 * @template {HTMLElement} T
 * @param {string} id @param {abstract new (...args: never[]) => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`no #${id}`);
}

/** @param {string} tag @param {string} className @param {(Node | string)[]} content strings become text, never markup */
export function create(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...content);
  return element;
}
