/** Requests to handlers, by trust: who may ask what is decided here and nowhere else. */
import { browser, type Runtime } from '../shared/browser.ts';
import type { ContentRequests, UiRequests } from '../shared/messages.ts';
import { answerCall, parseCall } from '../shared/rpc.ts';
import type { ReportSource } from './capture/page.ts';

/** Handlers of the content channel also learn who asks, from the browser and not from the message. */
export type ContentHandlers = (source: ReportSource) => ContentRequests;

/**
 * The listener is not async: one that answers "nothing" with a promise would shadow every later listener. It returns
 * a promise only for the calls that are its own.
 */
export function route(content: ContentHandlers, ui: UiRequests): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return undefined;
    const fromUi = parseCall(message, 'ui');
    // Not "has no tab": an extension page opened in a tab has one.
    if (fromUi !== undefined) return isOurPage(sender) ? answerCall(ui, fromUi.method, fromUi.params) : undefined;
    const fromContent = parseCall(message, 'content');
    const source = sourceOf(sender);
    if (fromContent === undefined || source === undefined) return undefined;
    return answerCall(content(source), fromContent.method, fromContent.params);
  });
}

function isOurPage({ url }: Runtime.MessageSender): boolean {
  return url?.startsWith(browser.runtime.getURL('')) === true;
}

function sourceOf({ tab, frameId, url, ...sender }: Runtime.MessageSender): ReportSource | undefined {
  if (tab?.id === undefined) return undefined;
  // Chromium gives the origin, which for srcdoc and about:blank frames is not in the URL.
  const origin = (sender as { origin?: string }).origin ?? (url !== undefined && URL.canParse(url) ? new URL(url).origin : '');
  return { tabId: tab.id, frameId: frameId ?? 0, origin };
}
