import type { Push, UiRequests } from './messages.ts';

/** All that the components need of the browser. The shells share one; unit tests make a small one of their own. */
export interface Client {
  readonly background: UiRequests;
  onPush(listener: (push: Push) => void): void;
  /** Asks for host permission. Must be called straight from a click. Resolves to whether it was given. */
  watch(patterns: readonly string[]): Promise<boolean>;
  unwatch(patterns: readonly string[]): Promise<void>;
  reloadTab(tabId: number): Promise<void>;
  copy(text: string): Promise<void>;
  save(text: string, fileName: string): void;
}
