export type Browser = 'chrome' | 'firefox';
type Manifest = Record<string, unknown>;

const FOREIGN_KEYS: Record<Browser, readonly string[]> = {
  chrome: ['browser_specific_settings', 'background.scripts'],
  firefox: ['minimum_chrome_version', 'background.service_worker'],
};

/**
 * The package's manifest from the one at the top: the other browser's keys removed (each browser warns about
 * them), the version stamped, and for a development build the hosts granted at install.
 */
export function manifestFor(browser: Browser, union: Manifest, version: string, grantedHosts: readonly string[]): Manifest {
  const manifest = structuredClone(union);
  for (const path of FOREIGN_KEYS[browser]) removePath(manifest, path.split('.'));
  manifest['version'] = version;
  if (grantedHosts.length > 0) manifest['host_permissions'] = [...grantedHosts];
  return manifest;
}

function removePath(object: Manifest, [key, ...rest]: string[]): void {
  if (key === undefined) return;
  if (rest.length === 0) delete object[key];
  else removePath(object[key] as Manifest, rest);
}
