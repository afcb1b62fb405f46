/** Keys and expectations the user typed, by site: in storage.session, so that they never reach the disk. */
import type { StorageArea } from './write-queue.ts';
import { NO_TRUST, type Trust } from '../shared/messages.ts';

const PREFIX = 'trust:';

export interface TrustStore {
  read(site: string): Promise<Trust>;
  save(site: string, trust: Trust): Promise<void>;
}

export function createTrustStore(area: Pick<StorageArea, 'set' | 'remove'> & { get(key: string): Promise<Record<string, unknown>> }): TrustStore {
  return {
    async read(site) {
      const key = PREFIX + site;
      return ((await area.get(key))[key] as Trust | undefined) ?? NO_TRUST;
    },
    async save(site, { keyText, issuer, audience }) {
      const key = PREFIX + site;
      if (keyText === '' && issuer === '' && audience === '') await area.remove([key]);
      else await area.set({ [key]: { keyText, issuer, audience } });
    },
  };
}
