/** The only import of the polyfill: everything else takes the extension API from here. */
import browser from 'webextension-polyfill';

export { browser };
export type { Browser, Cookies, Permissions, Runtime, Tabs, WebRequest } from 'webextension-polyfill';
