import { expect, it } from 'vitest';
import { oneAtATime } from '../../../extension/ui/one-at-a-time.ts';

it('answers any number of calls during a run by one more run', async () => {
  const finish: (() => void)[] = [];
  const run = oneAtATime(() => new Promise<void>((resolve) => void finish.push(resolve)));
  for (let n = 0; n < 50; n += 1) run();
  expect(finish).toHaveLength(1);
  finish[0]?.();
  await Promise.resolve();
  await Promise.resolve();
  expect(finish).toHaveLength(2);
  finish[1]?.();
  await Promise.resolve();
  await Promise.resolve();
  run();
  expect(finish).toHaveLength(3);
});
