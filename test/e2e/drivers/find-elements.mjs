/**
 * What to look for: a CSS selector, or a role with its accessible name (made by `byRole`).
 * @typedef {string | RoleTarget} Target
 * @typedef {{ role: string, name?: string | RegExp | undefined, within?: Target | undefined }} RoleTarget
 */

/**
 * @param {string} role an ARIA role
 * @param {string | RegExp} [name] the accessible name: a string is the whole name, spaces collapsed
 * @param {Target} [within] look only inside of these
 * @returns {RoleTarget}
 */
export function byRole(role, name, within) {
  return { role, name, within };
}

/**
 * A target as it can be sent into a page: JSON has no regular expressions.
 * @param {Target} target
 * @returns {unknown}
 */
export function sendable(target) {
  if (typeof target === 'string') return target;
  const { role, name, within } = target;
  const sentName = name instanceof RegExp ? { source: name.source, flags: name.flags } : name;
  return { role, name: sentName, within: within === undefined ? undefined : sendable(within) };
}

/**
 * @param {Target} target
 * @returns {string}
 */
export function describeTarget(target) {
  if (typeof target === 'string') return target;
  const { role, name, within } = target;
  const shownName = name === undefined ? [] : [name instanceof RegExp ? String(name) : `"${name}"`];
  const place = within === undefined ? [] : [`in ${describeTarget(within)}`];
  return [role, ...shownName, ...place].join(' ');
}

/**
 * Finds the elements of a target. It is sent into the page as source text, so it names nothing outside of itself.
 * By role, only what a screen reader would meet is found; names follow the order of the accname specification
 * (aria-labelledby, aria-label, the host language's label, content, title).
 * @param {Target} sought
 * @returns {Element[]}
 */
export function findElements(sought) {
  /** @type {Record<string, string>} */
  const implicit = {
    button: 'button, summary, input:is([type=button], [type=submit], [type=reset])',
    checkbox: 'input[type=checkbox]',
    definition: 'dd',
    combobox: 'select:not([multiple], [size])',
    group: 'fieldset, details',
    heading: 'h1, h2, h3, h4, h5, h6',
    img: 'img, svg',
    link: 'a[href]',
    list: 'ul, ol, menu',
    listitem: 'li',
    option: 'option',
    radio: 'input[type=radio]',
    region: 'section',
    status: 'output',
    table: 'table',
    term: 'dt',
    // A password field has no role of its own; to its user it is a text field.
    textbox: 'textarea, input:is(:not([type]), [type=text], [type=email], [type=url], [type=tel], [type=password])',
  };
  const namedByContent = new Set(['button', 'checkbox', 'heading', 'link', 'listitem', 'menuitem', 'option', 'radio', 'switch', 'tab']);

  /** @param {string | null | undefined} text */
  const collapse = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

  /** @param {Node} node @returns {string} */
  const textOf = (node) => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.matches('[aria-hidden=true], select, textarea')) return '';
    const own = node.getAttribute('aria-label') ?? node.getAttribute('alt');
    const text = own ?? [...node.childNodes].map(textOf).join('');
    return /^(inline|contents)/.test(getComputedStyle(node).display) ? text : ` ${text} `;
  };

  /** @param {Element} element */
  const hostLabel = (element) => {
    if ('labels' in element && element.labels instanceof NodeList) return [...element.labels].map(textOf).join(' ');
    const captions = { FIELDSET: ':scope > legend', TABLE: ':scope > caption', DETAILS: ':scope > summary' };
    const selector = captions[/** @type {keyof typeof captions} */ (element.tagName)];
    const caption = selector && element.querySelector(selector);
    return caption ? textOf(caption) : element.getAttribute('alt');
  };

  /** @param {Element} element @param {string} role */
  const nameOf = (element, role) => {
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const labels = ids.map((id) => document.getElementById(id)).filter((label) => label !== null);
    const candidates = [
      () => labels.map(textOf).join(' '),
      () => element.getAttribute('aria-label'),
      () => hostLabel(element),
      () => (namedByContent.has(role) ? [...element.childNodes].map(textOf).join('') : ''),
      () => (element instanceof HTMLInputElement && role === 'button' ? element.value : ''),
      () => element.getAttribute('title'),
      () => element.getAttribute('placeholder'),
    ];
    for (const candidate of candidates) {
      const name = collapse(candidate());
      if (name !== '') return name;
    }
    return '';
  };

  /** @param {Element} element @param {string} role */
  const hasRole = (element, role) => {
    const explicit = element.getAttribute('role');
    if (explicit !== null) return explicit.split(/\s+/)[0] === role;
    // A section is a region only when it has a name.
    return element.matches(implicit[role] ?? ':not(*)') && (role !== 'region' || nameOf(element, role) !== '');
  };

  /** @param {Element} element */
  const isExposed = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true], [inert]');

  /** @param {Target} target @returns {Element[]} */
  const search = (target) => {
    if (typeof target === 'string') return [...document.querySelectorAll(target)];
    const { role, name, within } = target;
    // A regular expression arrives here as an object of its source and flags.
    const pattern = typeof name === 'object' ? new RegExp(name.source, name.flags) : undefined;
    const matchesName = (/** @type {string} */ actual) => pattern?.test(actual) ?? (name === undefined || actual === collapse(String(name)));
    const places = within === undefined ? [document] : search(within);
    const all = places.flatMap((place) => [...place.querySelectorAll('*')]);
    return [...new Set(all)].filter((element) => hasRole(element, role) && isExposed(element) && matchesName(nameOf(element, role)));
  };

  return search(sought);
}
