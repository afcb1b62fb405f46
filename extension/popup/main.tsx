/** The toolbar popup: shows the tab it was opened over. As a page of its own, `?tab=ID` names the tab. */
import { render } from 'preact';
import { browser } from '../shared/browser.ts';
import { browserClient } from '../shared/browser-client.ts';
import { App } from '../ui/components/App.tsx';
import { installMessages, t } from '../ui/i18n.ts';
import { createStore, runClock } from '../ui/store.ts';

installMessages((key) => browser.i18n.getMessage(key), browser.i18n.getUILanguage());
document.documentElement.lang = t('language');
void start();

async function start(): Promise<void> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) document.documentElement.classList.add('page');
  const tabId = named === null ? await activeTabId() : Number(named);
  const store = createStore(browserClient(), tabId, () => Math.floor(Date.now() / 1000));
  runClock(store.now, () => Date.now());
  render(<App store={store} />, document.body);
}

async function activeTabId(): Promise<number> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? -1;
}
