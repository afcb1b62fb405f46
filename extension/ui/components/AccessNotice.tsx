import { sitePattern } from '../../shared/match-pattern.ts';
import { t } from '../i18n.ts';
import type { Store } from '../store.ts';
import { Icon } from './Icon.tsx';

/** Says what cannot be seen yet, and offers the one step that changes it. */
export function AccessNotice({ store }: { store: Store }) {
  const view = store.view.value;
  if (view?.access === 'active-tab') return <OfferWatching store={store} site={view.site} />;
  if (view?.access === 'watched' && view.fromStart === false) return <OfferReload store={store} tabId={view.tabId} />;
  return null;
}

function OfferWatching({ store, site }: { store: Store; site: string }) {
  return (
    <aside class="notice" aria-label={t('notYetSeen')}>
      <p>{t('notYetSeenText')}</p>
      <span class="actions">
        <button type="button" class="button primary" onClick={() => void store.client.watch([sitePattern(site)])}>
          {t('watchSite')}
        </button>
        <button type="button" class="button" onClick={() => void store.client.watch(['<all_urls>'])}>
          {t('watchAll')}
        </button>
      </span>
    </aside>
  );
}

function OfferReload({ store, tabId }: { store: Store; tabId: number }) {
  return (
    <aside class="notice" aria-label={t('reloadTitle')}>
      <p>{t('reloadText')}</p>
      <span class="actions">
        <button type="button" class="button primary" onClick={() => void store.client.reloadTab(tabId)}>
          <Icon name="reload" />
          <span>{t('reload')}</span>
        </button>
      </span>
    </aside>
  );
}
