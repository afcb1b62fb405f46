import { describe, expect, it } from 'vitest';
import { createObservations } from '../../../extension/background/observations.ts';
import type { Observation, Slot } from '../../../src/index.ts';
import { createMemoryArea } from './memory-area.ts';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (claims: object) => `${encode({ alg: 'HS256' })}.${encode(claims)}.${'c2ln'.repeat(11)}`;
const header: Slot = { type: 'header', name: 'Authorization', origin: 'https://api.example.com' };
const storage: Slot = { type: 'storage', area: 'local', origin: 'https://example.com', key: 'token' };

function observe(text: string, slot: Slot, at: number, change: Partial<Observation> = {}): Observation {
  return { text, slot, at, witness: 'page', tabId: 1, frameId: 0, origin: 'https://example.com', ...change };
}

describe('createObservations', () => {
  it('joins one token seen in several places into one entry', async () => {
    const observations = createObservations(createMemoryArea());
    const token = tokenOf({ sub: '1' });
    await observations.record([
      observe(`Bearer ${token}`, header, 1, { witness: 'browser' }),
      observe(`Bearer ${token}`, header, 2),
      observe(JSON.stringify({ state: { token } }), storage, 3),
    ]);
    const [entry, ...others] = await observations.listTab(1);
    expect(others).toEqual([]);
    expect(entry?.token).toMatchObject({ text: token, kind: 'jws', firstSeen: 1, lastSeen: 3 });
    expect(entry?.sightings.map(({ witness, slot, path }) => [witness, slot.type, path])).toEqual([
      ['browser', 'header', ''],
      ['page', 'header', ''],
      ['page', 'storage', '$.state.token'],
    ]);
  });

  it('updates the sighting of a place instead of adding to it', async () => {
    const observations = createObservations(createMemoryArea());
    const token = tokenOf({ sub: '1' });
    await observations.record([observe(`Bearer ${token}`, header, 1)]);
    await observations.record([observe(`Bearer ${token}`, header, 9)]);
    const [entry] = await observations.listTab(1);
    expect(entry?.sightings).toHaveLength(1);
    expect(entry?.sightings[0]).toMatchObject({ firstSeen: 1, lastSeen: 9 });
  });

  it('goes on from storage after the worker died', async () => {
    const area = createMemoryArea();
    await createObservations(area).record([observe(tokenOf({ n: 1 }), storage, 1)]);
    const woken = createObservations(area);
    await woken.record([observe(tokenOf({ n: 2 }), storage, 2)]);
    expect((await woken.listTab(1)).map(({ token }) => token.firstSeen)).toEqual([2, 1]);
  });

  it('knows a place again after the worker died', async () => {
    const area = createMemoryArea();
    const token = tokenOf({ sub: '1' });
    await createObservations(area).record([observe(token, storage, 1), observe(`Bearer ${token}`, header, 1)]);
    const woken = createObservations(area);
    await woken.record([observe(token, storage, 2), observe(`Bearer ${token}`, header, 2)]);
    const [entry] = await woken.listTab(1);
    expect(entry?.sightings.map(({ firstSeen, lastSeen }) => [firstSeen, lastSeen])).toEqual([[1, 2], [1, 2]]);
  });

  it('stores the compact text and nothing decoded', async () => {
    const area = createMemoryArea();
    await createObservations(area).record([observe(tokenOf({ name: '상균' }), storage, 1)]);
    const stored = JSON.stringify([...area.content]);
    expect(stored).toContain(tokenOf({ name: '상균' }));
    expect(stored).not.toContain('상균');
  });

  it('keeps tabs apart, and forgets a cleared tab with the tokens only it had', async () => {
    const area = createMemoryArea();
    const observations = createObservations(area);
    const shared = tokenOf({ shared: true });
    await observations.record([observe(shared, storage, 1), observe(tokenOf({ own: 1 }), storage, 2)]);
    await observations.record([observe(shared, storage, 3, { tabId: 2 })]);
    await observations.clearTab(1, '');
    expect(await observations.listTab(1)).toEqual([]);
    expect(await observations.listTab(2)).toHaveLength(1);
    expect([...area.content.keys()].filter((key) => key.startsWith('token:'))).toHaveLength(1);
  });

  it('forgets with a tab what workers of its site sent, and nothing of other sites', async () => {
    const observations = createObservations(createMemoryArea());
    const worker = { tabId: -1, frameId: -1, witness: 'browser' } as const;
    await observations.record([
      observe(`Bearer ${tokenOf({ n: 1 })}`, header, 1, worker),
      observe(`Bearer ${tokenOf({ n: 2 })}`, header, 2, { ...worker, origin: 'https://other.example' }),
    ]);
    await observations.clearTab(1, 'https://example.com');
    expect((await observations.listTab(-1)).map(({ token }) => token.firstSeen)).toEqual([2]);
  });

  it('drops the tokens unseen for longest when the budget is full, and counts them', async () => {
    const observations = createObservations(createMemoryArea());
    const large = (n: number) => tokenOf({ n, filler: 'x'.repeat(600_000) });
    for (let n = 0; n < 12; n += 1) await observations.record([observe(large(n), storage, n)]);
    const kept = await observations.listTab(1);
    expect(await observations.countDropped()).toBe(12 - kept.length);
    expect(kept[0]?.token.firstSeen).toBe(11);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length).toBeLessThan(12);
  });

  it('rejects when the write failed, so that nothing is acknowledged that is not stored', async () => {
    const area = createMemoryArea();
    const observations = createObservations(area);
    area.failNext = true;
    await expect(observations.record([observe(tokenOf({}), storage, 1)])).rejects.toThrow('quota');
  });
});
