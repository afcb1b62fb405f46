import { vi } from 'vitest';

/** Takes AES with 192 bits away from the engine, as in Chromium. Until mocks are restored. */
export function withoutAes192(): void {
  const importKey = crypto.subtle.importKey.bind(crypto.subtle) as (...parameters: unknown[]) => Promise<CryptoKey>;
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation((...parameters: unknown[]) => {
    const [, data, algorithm] = parameters;
    const name = typeof algorithm === 'string' ? algorithm : (algorithm as { name: string }).name;
    if (name.startsWith('AES') && data instanceof Uint8Array && data.length === 24) return Promise.reject(new DOMException('192-bit AES keys are not supported', 'OperationError'));
    return importKey(...parameters);
  });
}
