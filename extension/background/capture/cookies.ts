/** Cookies as the browser keeps them, HttpOnly and partitioned ones included. */
import type { Observation } from '../../../src/index.ts';
import { browser, type Cookies } from '../../shared/browser.ts';

/** Cookies of the hosts of these origins, on whatever path, as seen from one tab. Empty without host permission. */
export async function readCookies(tabId: number, origins: readonly string[], at: number): Promise<Observation[]> {
  const lists = await Promise.all(origins.filter((origin) => URL.canParse(origin)).map(readCookiesOf));
  return lists.flat().map((cookie) => observeCookie(cookie, tabId, at));
}

/** By domain finds every path of the host itself, by URL those that a parent domain shares with it. */
async function readCookiesOf(origin: string): Promise<Cookies.Cookie[]> {
  // Without a partitionKey both browsers leave partitioned cookies out.
  const partitionKey = {};
  try {
    const [ofHost, shared] = await Promise.all([
      browser.cookies.getAll({ domain: new URL(origin).hostname, partitionKey }),
      browser.cookies.getAll({ url: `${origin}/`, partitionKey }),
    ]);
    return [...ofHost, ...shared].filter((cookie) => isSentTo(cookie, origin));
  } catch {
    return [];
  }
}

/** Calls `record` for every cookie that is set while its host is watched, once for each tab on a site it belongs to. */
export function captureCookieChanges(record: (observations: Observation[]) => void, now: () => number): void {
  browser.cookies.onChanged.addListener(({ removed, cookie }) => {
    if (!removed) void observeChange(cookie, now()).then(record);
  });
}

async function observeChange(cookie: Cookies.Cookie, at: number): Promise<Observation[]> {
  const tabs = await browser.tabs.query({});
  return tabs.flatMap(({ id, url }) => (id !== undefined && url !== undefined && isSentTo(cookie, url) ? [observeCookie(cookie, id, at)] : []));
}

/** Domain matching of RFC 6265 section 5.1.3. */
function isSentTo(cookie: Cookies.Cookie, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const host = new URL(url).hostname;
  const domain = cookie.domain.replace(/^\./, '');
  return host === domain || (!cookie.hostOnly && host.endsWith(`.${domain}`));
}

function observeCookie(cookie: Cookies.Cookie, tabId: number, at: number): Observation {
  return {
    text: cookie.value,
    witness: 'browser',
    slot: {
      type: 'cookie',
      name: cookie.name,
      domain: cookie.domain,
      path: cookie.path,
      httpOnly: cookie.httpOnly,
      partition: cookie.partitionKey?.topLevelSite ?? '',
    },
    tabId,
    frameId: 0,
    origin: '',
    at,
  };
}
