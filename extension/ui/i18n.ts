import { reveal } from './reveal.ts';
import type messages from '../public/_locales/en/messages.json';

export type MessageKey = Extract<keyof typeof messages, string>;
export type MessageValues = Readonly<Record<string, string | number>>;

let lookUp: (key: string) => string = () => '';
let locale = 'en';

/** Called once by each shell: this folder knows no extension API. `preferred` is the browser's language, a BCP 47 tag. */
export function installMessages(getMessage: (key: string) => string, preferred: string): void {
  lookUp = getMessage;
  // Dates in the region's form, but never in another language than the sentences around them.
  const language = getMessage('language') || preferred;
  locale = new Intl.Locale(preferred).language === language ? preferred : language;
}

export function currentLocale(): string {
  return locale;
}

/** The message in the browser's language, `{name}` replaced by the value of that name. */
export function t(key: MessageKey, values: MessageValues = {}): string {
  return lookUp(key).replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

/** The message whose key is made of a stable code, or undefined when there is none. */
export function messageFor(prefix: string, code: string, values: MessageValues): string | undefined {
  const key = `${prefix}_${code.replaceAll('-', '_')}`;
  return lookUp(key) === '' ? undefined : t(key as MessageKey, values);
}

/** Keeps a foreign text from turning the sentence around it (Unicode's first-strong isolate) or from hiding in it. */
export function isolate(text: string): string {
  return `\u2068${reveal(text)}\u2069`;
}
