import { sitePattern } from '../../shared/match-pattern.ts';
import { t } from '../i18n.ts';
import { hostOf } from '../places.ts';
import type { Store } from '../store.ts';

/** The site, whether it is being recorded, and the switches for that. */
export function SiteBar({ store }: { store: Store }) {
  const view = store.view.value;
  const site = view?.site ?? '';
  const watched = view?.access === 'watched';
  return (
    <header class="site">
      <img src="/icons/32.png" alt="" width="24" height="24" />
      <h1>Claimcheck</h1>
      <bdi class="host">{hostOf(site)}</bdi>
      <span class={`recording ${watched ? 'on' : ''}`}>{watched ? t('recordingOn') : t('recordingOff')}</span>
      <span class="actions">
        {(view?.tokens.length ?? 0) > 0 && (
          <button type="button" class="button" onClick={() => void store.clear()}>
            {t('clear')}
          </button>
        )}
        {watched && <StopButton store={store} site={site} everywhere={view.everywhere} />}
      </span>
    </header>
  );
}

/** A part of "all sites" cannot be given back alone. */
function StopButton({ store, site, everywhere }: { store: Store; site: string; everywhere: boolean }) {
  const patterns = everywhere ? ['<all_urls>'] : [sitePattern(site)];
  return (
    <button type="button" class="button" onClick={() => void store.client.unwatch(patterns)}>
      {everywhere ? t('stopWatchingAll') : t('stopWatching')}
    </button>
  );
}
