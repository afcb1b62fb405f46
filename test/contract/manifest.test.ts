import { describe, expect, it } from 'vitest';
import { type Browser, manifestFor } from '../../extension/manifest.ts';
import { readJson, readText } from './source-files.ts';

const union = readJson('manifest.json');
const { version } = readJson('package.json') as { version: string };
const readme = readText('README.md');

interface Manifest {
  version: string;
  background: Record<string, unknown>;
  permissions: string[];
  optional_host_permissions: string[];
  content_security_policy: { extension_pages: string };
}

const build = (browser: Browser) => manifestFor(browser, union, version, []) as unknown as Manifest & Record<string, unknown>;

describe('manifest.json', () => {
  it('leaves the version to package.json', () => {
    expect(union['version']).toBe('0.0.0');
    expect(build('chrome').version).toBe(version);
    expect(build('firefox').version).toBe(version);
  });

  it('gives each browser its own background and none of the other browser’s keys', () => {
    expect(build('chrome').background).toEqual({ service_worker: 'background.js', type: 'module' });
    expect(build('firefox').background).toEqual({ scripts: ['background.js'], type: 'module' });
    expect(build('chrome')).not.toHaveProperty('browser_specific_settings');
    expect(build('firefox')).not.toHaveProperty('minimum_chrome_version');
  });

  it.each(['chrome', 'firefox'] as const)('asks for no site at install in %s', (browser) => {
    const manifest = build(browser);
    expect(manifest['host_permissions']).toBeUndefined();
    expect(manifest['content_scripts']).toBeUndefined();
    expect(manifest.permissions.filter((permission) => /[:/<*]/.test(permission))).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['<all_urls>']);
  });

  it('exposes nothing to pages and allows no connection from extension pages', () => {
    expect(union).not.toHaveProperty('web_accessible_resources');
    expect(union).not.toHaveProperty('externally_connectable');
    const { extension_pages: policy } = build('chrome').content_security_policy;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
    expect(policy).not.toMatch(/connect-src|unsafe/);
  });

  it('grants hosts at install only to a development build', () => {
    expect(manifestFor('chrome', union, version, ['*://localhost/*'])['host_permissions']).toEqual(['*://localhost/*']);
  });
});

describe('README', () => {
  const { permissions, optional_host_permissions: hosts } = union as unknown as Manifest;

  it.each([...permissions, ...hosts])('explains the permission %s and what breaks without it', (permission) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${permission}\``));
    expect(row?.split('|').filter((cell) => cell.trim() !== '')).toHaveLength(3);
  });

  it('states the minimum versions of the manifest', () => {
    const gecko = (union['browser_specific_settings'] as { gecko: { strict_min_version: string } }).gecko.strict_min_version;
    expect(readme).toContain(`Chrome ${String(union['minimum_chrome_version'])}`);
    expect(readme).toContain(`Firefox ${gecko.replace('.0', '')}`);
  });
});
