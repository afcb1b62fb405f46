/** Typed calls between contexts over `runtime.sendMessage`, and pushes the other way. */

// oxlint-disable-next-line typescript/no-explicit-any -- a constraint over every method signature
type Methods<Requests> = { [Name in keyof Requests]: (...params: any[]) => Promise<unknown> };
export type Channel = 'content' | 'ui';

interface Call {
  readonly claimcheck: Channel;
  readonly method: string;
  readonly params: readonly unknown[];
}

type Answer = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly code: string; readonly message: string };

/** Why a call to another context failed. */
export class RpcError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'RpcError';
    this.code = code;
  }
}

/** A client whose methods send one message each. Rejects with RpcError, also when nobody answers. */
export function createClient<Requests extends Methods<Requests>>(
  channel: Channel,
  methods: readonly (keyof Requests & string)[],
  send: (message: unknown) => Promise<unknown>,
): Requests {
  const entries = methods.map((method) => [method, (...params: unknown[]) => request({ claimcheck: channel, method, params }, send)]);
  return Object.fromEntries(entries) as Requests;
}

async function request(call: Call, send: (message: unknown) => Promise<unknown>): Promise<unknown> {
  const answer = (await send(call)) as Answer | null | undefined;
  if (answer?.ok === true) return answer.result ?? undefined;
  throw new RpcError(answer?.code ?? 'no-answer', answer?.message ?? `"${call.method}" was not answered`);
}

/** The call in a message, or undefined when it is not one of `channel`. */
export function parseCall(message: unknown, channel: Channel): { method: string; params: readonly unknown[] } | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { claimcheck, method, params } = message as Partial<Record<keyof Call, unknown>>;
  if (claimcheck !== channel || typeof method !== 'string' || !Array.isArray(params)) return undefined;
  return { method, params };
}

/** Runs the handler and turns its result or failure into something that survives messaging. */
export async function answerCall(handlers: object, method: string, params: readonly unknown[]): Promise<Answer> {
  if (!Object.hasOwn(handlers, method)) return { ok: false, code: 'unknown-method', message: `no method "${method}"` };
  try {
    const handler = (handlers as Record<string, (...params: readonly unknown[]) => Promise<unknown>>)[method];
    return { ok: true, result: await handler?.(...params) };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    return { ok: false, code: typeof code === 'string' ? code : 'failed', message: error instanceof Error ? error.message : 'failed' };
  }
}
