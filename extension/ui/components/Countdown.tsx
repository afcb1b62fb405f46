import type { ReadonlySignal } from '@preact/signals';
import type { TokenSummary } from '../../../src/index.ts';
import { t } from '../i18n.ts';
import { formatDuration, formatRoughly } from '../time.ts';

interface Props {
  summary: TokenSummary;
  now: ReadonlySignal<number>;
}

/** Time left until `exp`, or since. A timer is not read out each second: its role is silent until asked. */
export function Countdown({ summary: { expiresAt, issuedAt, notBefore }, now }: Props) {
  if (expiresAt === undefined) return <p class="countdown none">{t('noExpiry')}</p>;
  const left = expiresAt - now.value;
  const from = notBefore ?? issuedAt;
  const share = from !== undefined && expiresAt > from ? Math.min(1, Math.max(0, left / (expiresAt - from))) : undefined;
  return (
    <div class={`countdown ${left > 0 ? 'running' : 'over'}`}>
      {left > 0 && <span class="caption">{t('expiresIn')}</span>}
      <span role="timer" aria-label={t('expiresIn')}>
        {left > 0 ? formatDuration(left) : t('expiredAgo', { duration: formatRoughly(-left) })}
      </span>
      {share !== undefined && (
        <span class="bar" aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} />
        </span>
      )}
    </div>
  );
}
