/** A cookie's or storage key's name that says it is one chunk of many. */
export interface ChunkName {
  readonly base: string;
  readonly number: number;
  /** How the number hangs on the base: `.0` (Supabase, Auth.js, better-auth), `__0` (nextjs-auth0), `kinde-token0`. */
  readonly separator: '.' | '__' | '';
}

const LONGEST_NAME = 1000;

/** Undefined for a name without chunk number, or with one that no writer writes (`.01`, `.1000`). */
export function readChunkName(name: string): ChunkName | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const digits = /\d+$/.exec(name)?.[0] ?? '';
  if (!/^(?:0|[1-9]\d{0,2})$/.test(digits)) return undefined;
  const rest = name.slice(0, name.length - digits.length);
  const separator = separatorOf(rest);
  const base = separator === undefined ? '' : rest.slice(0, rest.length - separator.length);
  return separator === undefined || base === '' ? undefined : { base, number: Number(digits), separator };
}

export function writeChunkName({ base, separator }: ChunkName, number: number): string {
  return `${base}${separator}${number}`;
}

function separatorOf(rest: string): ChunkName['separator'] | undefined {
  if (rest.endsWith('.')) return '.';
  if (rest.endsWith('__')) return '__';
  return rest.startsWith('kinde-') && rest.length > 'kinde-'.length ? '' : undefined;
}
