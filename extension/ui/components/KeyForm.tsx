import { useSignal } from '@preact/signals';
import type { Problem } from '../../../src/index.ts';
import { t } from '../i18n.ts';
import { problemText } from '../reasons.ts';
import type { Store } from '../store.ts';
import { Icon } from './Icon.tsx';

/** What the user gives to verify with: a secret or key, and whom the token should come from and be meant for. */
export function KeyForm({ store, problems }: { store: Store; problems: readonly Problem[] }) {
  const shown = useSignal(false);
  const { keyText, issuer, audience } = store.trust.value;
  return (
    <form class="keys" autocomplete="off" onSubmit={(event) => event.preventDefault()}>
      <label class="wide">
        <span>{t('keyLabel')}</span>
        <textarea
          class={shown.value ? '' : 'masked'}
          rows={keyText.includes('\n') ? 4 : 1}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          aria-describedby="key-hint"
          placeholder={t('keyPlaceholder')}
          value={keyText}
          onInput={(event) => store.changeTrust({ keyText: event.currentTarget.value })}
        />
      </label>
      <button type="button" class="quiet show" aria-pressed={shown.value} aria-label={t('showKey')} title={t('showKey')} onClick={() => (shown.value = !shown.value)}>
        <Icon name="eye" />
      </button>
      <p id="key-hint" class="hint">
        {problems.length > 0 ? <KeyProblems problems={problems} /> : t('keyHint')}
      </p>
      <label>
        <span>{t('issuerLabel')}</span>
        <input type="text" spellcheck={false} autocapitalize="off" value={issuer} onInput={(event) => store.changeTrust({ issuer: event.currentTarget.value })} />
      </label>
      <label>
        <span>{t('audienceLabel')}</span>
        <input type="text" spellcheck={false} autocapitalize="off" value={audience} onInput={(event) => store.changeTrust({ audience: event.currentTarget.value })} />
      </label>
    </form>
  );
}

function KeyProblems({ problems }: { problems: readonly Problem[] }) {
  return (
    <span class="problems" role="alert">
      {problems.map((problem, index) => (
        <span key={index}>{problemText(problem)}</span>
      ))}
    </span>
  );
}
