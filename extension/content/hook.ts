/**
 * MAIN world, document_start: sees the Authorization headers that the page's scripts give to fetch and
 * XMLHttpRequest. It only looks at arguments whose reading the page cannot notice, hands the very same arguments on,
 * never throws and never waits. What it cannot read that way, webRequest sees.
 */
import { CALL_EVENT, PORT_EVENT } from './handshake.ts';
import * as native from './intrinsics.ts';

interface Peek {
  url: string | undefined;
  method: string | undefined;
  authorization: string | undefined;
}

const { port1: port, port2: bridgePort } = new MessageChannel();
connect();
hookFetch();
hookXhr();

function connect(): void {
  const offer = () => {
    const event = new native.NativeMessageEvent(PORT_EVENT, { cancelable: true, ports: [bridgePort] });
    // The bridge says that it took the port by cancelling the event.
    return !native.dispatchEvent(globalThis, event);
  };
  if (offer()) return;
  const onCall = () => {
    if (offer()) native.removeEventListener(globalThis, CALL_EVENT, onCall);
  };
  native.addEventListener(globalThis, CALL_EVENT, onCall);
}

function report({ url, method, authorization }: Peek): void {
  if (url === undefined || authorization === undefined) return;
  native.postMessage(port, { type: 'request', method: method ?? 'GET', url, authorization });
}

/** Wraps a function so that name, length and behaviour stay native. A null prototype keeps polluted ones out. */
function watch<F extends (...args: never[]) => unknown>(target: F, look: (self: unknown, args: readonly unknown[]) => void): F {
  const handler = native.createNull(null);
  handler['apply'] = (fn: F, self: unknown, args: readonly unknown[]) => {
    try {
      look(self, args);
    } catch {
      // The page must never notice that its arguments were hostile to us.
    }
    return native.apply(fn, self, args);
  };
  return new native.NativeProxy(target, handler);
}

function hookFetch(): void {
  globalThis.fetch = watch(globalThis.fetch, (_self, args) => {
    const fromInput = peekInput(ownValue(args, 0));
    const fromInit = peekInit(ownValue(args, 1));
    report({
      url: fromInput.url,
      method: fromInit.method ?? fromInput.method,
      authorization: fromInit.authorization ?? (fromInit.hasHeaders ? undefined : fromInput.authorization),
    });
  });
}

function peekInput(input: unknown): Peek {
  if (typeof input === 'string') return { url: input, method: undefined, authorization: undefined };
  const href = attempt(() => native.urlHref(input as URL));
  if (href !== undefined) return { url: href, method: undefined, authorization: undefined };
  return {
    url: attempt(() => native.requestUrl(input as Request)),
    method: attempt(() => native.requestMethod(input as Request)),
    authorization: attempt(() => native.headersGet(native.requestHeaders(input as Request), 'authorization') ?? undefined),
  };
}

function peekInit(init: unknown): { method: string | undefined; authorization: string | undefined; hasHeaders: boolean } {
  const headers = ownValue(init, 'headers');
  const method = ownValue(init, 'method');
  return {
    method: typeof method === 'string' ? method : undefined,
    authorization: peekHeaders(headers),
    hasHeaders: headers !== undefined,
  };
}

function peekHeaders(headers: unknown): string | undefined {
  if (typeof headers !== 'object' || headers === null) return undefined;
  const found = attempt(() => native.headersGet(headers as Headers, 'authorization'));
  if (found !== undefined) return found ?? undefined;
  return native.isArray(headers) ? peekPairs(headers) : peekRecord(headers);
}

function peekPairs(pairs: readonly unknown[]): string | undefined {
  for (let index = 0; index < pairs.length; index += 1) {
    const pair = ownValue(pairs, index);
    const name = ownValue(pair, 0);
    const value = ownValue(pair, 1);
    if (isAuthorization(name) && typeof value === 'string') return value;
  }
  return undefined;
}

function peekRecord(record: object): string | undefined {
  for (const name in record) {
    const value = isAuthorization(name) ? ownValue(record, name) : undefined;
    if (typeof value === 'string') return value;
  }
  return undefined;
}

function hookXhr(): void {
  const prototype = XMLHttpRequest.prototype;
  prototype.open = watch(prototype.open, (self, args) => {
    const method = ownValue(args, 0);
    const url = ownValue(args, 1);
    const href = typeof url === 'string' ? url : attempt(() => native.urlHref(url as URL));
    native.remember(self as object, { method: typeof method === 'string' ? method : undefined, url: href, authorization: undefined });
  });
  prototype.setRequestHeader = watch(prototype.setRequestHeader, (self, args) => {
    const value = ownValue(args, 1);
    const opened = native.recall(self as object) as Peek | undefined;
    if (opened !== undefined && isAuthorization(ownValue(args, 0)) && typeof value === 'string') opened.authorization = value;
  });
  prototype.send = watch(prototype.send, (self) => {
    const opened = native.recall(self as object) as Peek | undefined;
    if (opened !== undefined) report(opened);
  });
}

function isAuthorization(name: unknown): boolean {
  return typeof name === 'string' && name.length === 13 && native.toLowerCase(name) === 'authorization';
}

/** The value of an own data property: reading it runs no code of the page, not even a replaced array iterator. */
function ownValue(object: unknown, key: PropertyKey): unknown {
  if (typeof object !== 'object' || object === null) return undefined;
  const descriptor = native.getOwnPropertyDescriptor(object, key);
  // A descriptor inherits from Object.prototype, which the page may have given a "value".
  return descriptor !== undefined && native.getOwnPropertyDescriptor(descriptor, 'value') !== undefined ? descriptor.value : undefined;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
