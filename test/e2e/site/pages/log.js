import { byId, create } from './page.js';
import { currentLang, text } from './texts.js';

/** @typedef {import('./request.js').Exchange} Exchange */
/** @typedef {() => Promise<Exchange[]>} Action */

const KEPT = 30;
/** @type {Promise<void>} */
let queue = Promise.resolve();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let planned;
let started = 0;
let completed = 0;

/** @param {number} status */
function statusBadge(status) {
  const kind = status >= 200 && status < 300 ? 'good' : status === 0 ? 'none' : 'bad';
  return create('span', `badge ${kind}`, status === 0 ? text('noRequest') : String(status || text('failed')));
}

/** @param {string} body */
function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** @param {Exchange} exchange */
function details({ request, sent, challenge, body, note }) {
  const list = create('dl', 'exchange');
  const row = (/** @type {string} */ name, /** @type {Node} */ value) => list.append(create('dt', '', name), create('dd', '', value));
  if (request !== undefined) row(text('request'), create('code', '', sent === undefined ? request : `${request}\n${sent}`));
  if (challenge) row(text('wwwAuthenticate'), create('code', '', challenge));
  if (body) row(text('response'), create('pre', '', pretty(body)));
  return note === undefined ? [list] : [create('p', 'note', note), list];
}

/** @param {string} label @param {Exchange} exchange */
function entry(label, exchange) {
  const time = new Date().toLocaleTimeString(currentLang());
  const head = create('summary', '', statusBadge(exchange.status), create('strong', '', label), create('span', 'time', time));
  const folded = /** @type {HTMLDetailsElement} */ (create('details', '', head, ...details(exchange)));
  folded.open = true;
  return create('li', '', folded);
}

/** Marks the result as not there yet, so that whoever waits for it cannot see the one before. */
function clear() {
  const result = byId('result', HTMLElement);
  result.dataset['status'] = '';
  result.dataset['action'] = '';
}

/** @param {string} id @param {string} label @param {Exchange} last */
function show(id, label, last) {
  const result = byId('result', HTMLElement);
  const summary = last.challenge ?? last.note ?? last.request ?? '';
  result.replaceChildren(statusBadge(last.status), create('strong', '', label), create('span', 'summary', summary));
  completed += 1;
  result.dataset['seq'] = String(completed);
  result.dataset['status'] = Number.isNaN(last.status) ? 'error' : String(last.status);
  result.dataset['action'] = id;
}

/** @param {string} id @param {string} label @param {Action} action */
async function perform(id, label, action) {
  /** @type {Exchange[]} */
  let exchanges;
  try {
    exchanges = await action();
  } catch (error) {
    exchanges = [{ status: Number.NaN, note: error instanceof Error ? error.message : String(error) }];
  }
  const log = byId('log', HTMLElement);
  for (const open of log.querySelectorAll('details[open]')) open.removeAttribute('open');
  for (const exchange of exchanges) log.prepend(entry(label, exchange));
  while (log.childElementCount > KEPT) log.lastElementChild?.remove();
  const last = exchanges.at(-1);
  if (last !== undefined) show(id, label, last);
  return last?.status;
}

/**
 * Runs one action after the other, and shows the result of each.
 * @param {string} id @param {string} label @param {Action} action
 * @param {{ seconds: number, work: () => void }} [after] done later if the action succeeds and nothing else is started before
 */
export function run(id, label, action, after) {
  clearTimeout(planned);
  clear();
  started += 1;
  const mine = started;
  const before = queue;
  queue = (async () => {
    await before;
    const status = await perform(id, label, action);
    if (after !== undefined && status === 200 && started === mine) planned = setTimeout(after.work, after.seconds * 1000);
  })();
  return queue;
}
