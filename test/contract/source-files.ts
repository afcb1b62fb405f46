import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** Paths below `folder`, relative to the repository, with forward slashes. */
export function listFiles(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

export function readText(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

export function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readText(file)) as Record<string, unknown>;
}

export interface Import {
  /** A repository path, or a package name. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** The static and dynamic imports of a source file. */
export function importsOf(file: string): Import[] {
  const statements = readText(file).matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm);
  return [...statements].map(([, type, fixed, dynamic]) => {
    const specifier = fixed ?? dynamic ?? '';
    return { target: specifier.startsWith('.') ? join(dirname(file), specifier).replaceAll('\\', '/') : specifier, typeOnly: type !== undefined };
  });
}

/** The code of a file without comments and string literals, to look for names in. */
export function codeOf(file: string): string {
  return readText(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$|'(?:\\.|[^'\\\n])*'/gm, ' ');
}
