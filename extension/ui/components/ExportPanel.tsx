import { useSignal } from '@preact/signals';
import type { TokenEntry } from '../../shared/messages.ts';
import { t } from '../i18n.ts';
import { hostOf } from '../places.ts';
import type { Store } from '../store.ts';
import { CopyButton } from './CopyButton.tsx';
import { Icon } from './Icon.tsx';
import { Panel } from './Panel.tsx';

/** The decoded claims as JSON. What could be replayed leaves only when it is asked for. */
export function ExportPanel({ store, entry }: { store: Store; entry: TokenEntry }) {
  const everything = useSignal(false);
  const read = () => store.client.background.exportToken(entry.id, everything.value ? 'everything' : 'claims');
  const save = async () => {
    const text = await read();
    if (text !== undefined) store.client.save(text, fileNameOf(store));
  };
  return (
    <Panel title={t('export')}>
      <div class="export">
        <CopyButton client={store.client} label={t('copyJson')} caption={t('copyJson')} read={read} />
        <button type="button" class="button" onClick={() => void save()}>
          <Icon name="save" />
          <span>{t('saveJson')}</span>
        </button>
        <label class="check">
          <input type="checkbox" checked={everything.value} onChange={(event) => (everything.value = event.currentTarget.checked)} />
          <span>{t('includeSignature')}</span>
        </label>
      </div>
      {everything.value && <p class="warning">{t('includeSignatureWarning')}</p>}
    </Panel>
  );
}

/** Named after the site and the time, never after the token. */
function fileNameOf(store: Store): string {
  const host = hostOf(store.view.value?.site ?? '').replace(/[^\w.-]+/g, '-');
  const time = new Date(store.now.value * 1000).toISOString().slice(0, 19).replace(/[:T]/g, '-');
  return `claims-${host}-${time}.json`;
}
