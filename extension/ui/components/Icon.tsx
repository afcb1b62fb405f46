const PATHS = {
  pass: 'M5 10.5l3.2 3.2L15 7',
  fail: 'M6.5 6.5l7 7m0-7l-7 7',
  'not-checked': 'M6.5 10h7',
  copy: 'M7.5 7.5h7v8h-7zM5.5 12.5v-8h7',
  save: 'M10 4.5v7m-3-2.6l3 3 3-3M5 15.5h10',
  reload: 'M15 8a5.5 5.5 0 1 0 .5 3.6M15.2 4.5V8h-3.5',
  eye: 'M3.5 10s2.4-4.2 6.5-4.2 6.5 4.2 6.5 4.2-2.4 4.2-6.5 4.2S3.5 10 3.5 10zM10 11.7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4',
  clock: 'M10 5.5v4.8l3 1.8M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14',
} as const;

export type IconName = keyof typeof PATHS;

/** A decoration: what it means always stands beside it in words. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
