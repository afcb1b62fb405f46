import { describe, expect, it } from 'vitest';
import { answerCall, createClient, parseCall } from '../../../extension/shared/rpc.ts';

interface Requests {
  double(value: number): Promise<number>;
  refuse(): Promise<void>;
}

class CodedError extends Error {
  readonly code = 'too-late';
}

const handlers = {
  double: (value: number) => Promise.resolve(value * 2),
  refuse: () => Promise.reject(new CodedError('it is over')),
} satisfies Requests;

/** Messages are JSON in Chromium: so is this transport. */
async function send(message: unknown): Promise<unknown> {
  const call = parseCall(JSON.parse(JSON.stringify(message)), 'ui');
  return call && JSON.parse(JSON.stringify(await answerCall(handlers, call.method, call.params)));
}

describe('calls between contexts', () => {
  const client = createClient<Requests>('ui', ['double', 'refuse'], send);

  it('gives the result', async () => {
    expect(await client.double(21)).toBe(42);
  });

  it('rejects with the code and message of the failure', async () => {
    await expect(client.refuse()).rejects.toMatchObject({ name: 'RpcError', code: 'too-late', message: 'it is over' });
  });

  it('rejects when nobody answers', async () => {
    const deaf = createClient<Requests>('ui', ['double', 'refuse'], () => Promise.resolve(null));
    await expect(deaf.double(1)).rejects.toMatchObject({ code: 'no-answer' });
  });

  it('does not take a call of another channel', () => {
    expect(parseCall({ claimcheck: 'content', method: 'double', params: [1] }, 'ui')).toBeUndefined();
  });

  it.each([undefined, null, 'double', 7, {}, { claimcheck: 'ui' }, { claimcheck: 'ui', method: 1, params: [] }, { claimcheck: 'ui', method: 'a', params: {} }])(
    'does not take %j',
    (message) => {
      expect(parseCall(message, 'ui')).toBeUndefined();
    },
  );

  it.each(['toString', 'constructor', '__proto__', 'hasOwnProperty', 'nothing'])('has no method %s', async (method) => {
    expect(await answerCall(handlers, method, [])).toMatchObject({ ok: false, code: 'unknown-method' });
  });
});
