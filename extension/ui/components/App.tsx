import { t } from '../i18n.ts';
import type { Store } from '../store.ts';
import { AccessNotice } from './AccessNotice.tsx';
import { SiteBar } from './SiteBar.tsx';
import { TokenDetail } from './TokenDetail.tsx';
import { TokenList } from './TokenList.tsx';

export function App({ store }: { store: Store }) {
  const view = store.view.value;
  const selected = store.selected.value;
  return (
    <>
      <SiteBar store={store} />
      <AccessNotice store={store} />
      {store.failure.value !== undefined && (
        <p class="warning" role="alert">
          {t('failure', { message: store.failure.value })}
        </p>
      )}
      {(view?.dropped ?? 0) > 0 && <p class="warning">{t('dropped', { count: view?.dropped ?? 0 })}</p>}
      {selected === undefined ? view !== undefined && <Empty closed={view.access === 'closed'} /> : <Columns store={store} />}
    </>
  );
}

function Columns({ store }: { store: Store }) {
  const selected = store.selected.value;
  return (
    <div class="columns">
      <TokenList store={store} />
      {selected !== undefined && <TokenDetail store={store} entry={selected} />}
    </div>
  );
}

function Empty({ closed }: { closed: boolean }) {
  return (
    <main class="empty">
      <h2>{closed ? t('closedTitle') : t('emptyTitle')}</h2>
      <p>{closed ? t('closedText') : t('emptyText')}</p>
    </main>
  );
}
