/**
 * The built-ins the hook uses, taken before the page can replace them. `call` is uncurried so that a later change of
 * Function.prototype changes nothing: `uncurry(method)(self, ...args)`.
 */
const { apply, getOwnPropertyDescriptor } = Reflect;

type Method<Self, Args extends unknown[], Result> = (self: Self, ...args: Args) => Result;

function uncurry<Self, Args extends unknown[], Result>(method: (this: Self, ...args: Args) => Result): Method<Self, Args, Result> {
  return (self, ...args) => apply(method, self, args);
}

function getter<Self, Result>(prototype: Self, name: string): Method<Self, [], Result> {
  return uncurry((getOwnPropertyDescriptor(prototype as object, name)?.get ?? (() => undefined)) as (this: Self) => Result);
}

export { apply, getOwnPropertyDescriptor };
export const NativeProxy = Proxy;
export const NativeMessageEvent = MessageEvent;
export const { isArray } = Array;
export const createNull = Object.create as (prototype: null) => Record<string, unknown>;

export const toLowerCase = uncurry(String.prototype.toLowerCase);
export const addEventListener = uncurry(EventTarget.prototype.addEventListener);
export const removeEventListener = uncurry(EventTarget.prototype.removeEventListener);
export const dispatchEvent = uncurry(EventTarget.prototype.dispatchEvent);
export const postMessage = uncurry(MessagePort.prototype.postMessage as (this: MessagePort, message: unknown) => void);
export const headersGet = uncurry(Headers.prototype.get);
export const requestUrl = getter<Request, string>(Request.prototype, 'url');
export const requestMethod = getter<Request, string>(Request.prototype, 'method');
export const requestHeaders = getter<Request, Headers>(Request.prototype, 'headers');
export const urlHref = getter<URL, string>(URL.prototype, 'href');

const weakMap = new WeakMap<object, unknown>();
const weakGet = uncurry(WeakMap.prototype.get);
const weakSet = uncurry(WeakMap.prototype.set);

/** A private note on an object of the page. */
export function remember(object: object, note: unknown): void {
  weakSet(weakMap, object, note);
}

export function recall(object: object): unknown {
  return weakGet(weakMap, object);
}
