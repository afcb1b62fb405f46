import { useSignal } from '@preact/signals';
import type { Client } from '../../shared/client.ts';
import { t } from '../i18n.ts';
import { Icon } from './Icon.tsx';

const SHOW_DONE_MS = 1600;

interface Props {
  client: Client;
  /** Accessible name: what is copied. */
  label: string;
  /** Visible words, when the icon alone is not enough. */
  caption?: string;
  read: () => string | Promise<string | undefined>;
}

/** Copies on click and says so, also to screen readers. */
export function CopyButton({ client, label, caption, read }: Props) {
  const state = useSignal<'idle' | 'done' | 'failed'>('idle');
  const copy = async () => {
    try {
      const text = await read();
      if (text === undefined) throw new Error('nothing to copy');
      await client.copy(text);
      state.value = 'done';
    } catch {
      state.value = 'failed';
    }
    setTimeout(() => (state.value = 'idle'), SHOW_DONE_MS);
  };
  const said = { idle: '', done: t('copied'), failed: t('copyFailed') }[state.value];
  return (
    <span class="copy">
      <button type="button" class={caption === undefined ? 'quiet' : 'button'} aria-label={label} title={label} onClick={() => void copy()}>
        <Icon name={state.value === 'done' ? 'pass' : 'copy'} />
        {caption !== undefined && <span>{caption}</span>}
      </button>
      <output class="said">{said}</output>
    </span>
  );
}
