/** The extension API as the components see it. */
import { browser, type Runtime } from './browser.ts';
import type { Client } from './client.ts';
import type { Push, UiRequests } from './messages.ts';
import { createClient } from './rpc.ts';

const METHODS = ['readTab', 'viewTab', 'inspectToken', 'saveTrust', 'exportToken', 'clearTab'] as const;

export function browserClient(): Client {
  return {
    background: createClient<UiRequests>('ui', METHODS, (message) => browser.runtime.sendMessage(message)),
    onPush(listener) {
      browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
        if (sender.id === browser.runtime.id && sender.tab === undefined && isPush(message)) listener(message);
        return undefined;
      });
    },
    watch: (origins) => browser.permissions.request({ origins: [...origins] }),
    async unwatch(origins) {
      await browser.permissions.remove({ origins: [...origins] });
    },
    async reloadTab(tabId) {
      await browser.tabs.reload(tabId);
    },
    copy: (text) => navigator.clipboard.writeText(text),
    save: saveFile,
  };
}

function isPush(message: unknown): message is Push {
  const type = typeof message === 'object' && message !== null ? (message as Partial<Push>).type : undefined;
  return type === 'tab-changed' || type === 'access-changed';
}

function saveFile(text: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
