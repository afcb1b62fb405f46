import type { TokenEntry } from '../../shared/messages.ts';
import { t } from '../i18n.ts';
import { badgeOf, joinPlaces, placeText, titleOf } from '../places.ts';
import type { Store } from '../store.ts';
import { formatRoughly } from '../time.ts';
import { Exact } from './Exact.tsx';

/** The tokens of this tab, newest first. Arrow keys move, as Tab would. */
export function TokenList({ store }: { store: Store }) {
  const tokens = store.view.value?.tokens ?? [];
  return (
    <nav class="tokens">
      <h2>
        {t('tokens')} <span class="count">{tokens.length}</span>
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- a list without bullets is no list to some screen readers */}
      <ul role="list" aria-label={t('tokens')}>
        {tokens.map((entry) => (
          <li key={entry.id}>
            <TokenButton entry={entry} store={store} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function moveFocus(event: KeyboardEvent): void {
  const item = (event.currentTarget as HTMLElement).parentElement;
  const next = event.key === 'ArrowDown' ? item?.nextElementSibling : event.key === 'ArrowUp' ? item?.previousElementSibling : undefined;
  if (next === undefined) return;
  event.preventDefault();
  next?.querySelector('button')?.focus();
}

function TokenButton({ entry, store }: { entry: TokenEntry; store: Store }) {
  const [first, ...others] = joinPlaces(entry.sightings);
  return (
    <button type="button" aria-current={store.selected.value?.id === entry.id} onClick={() => store.select(entry.id)} onKeyDown={moveFocus}>
      <span class="line">
        <Exact class="title" text={titleOf(entry)} />
        <TimeLeft entry={entry} store={store} />
      </span>
      <span class="line">
        <span class={`badge ${entry.kind}`}>{badgeOf(entry)}</span>
        <Exact class="place" text={first === undefined ? '' : placeText(first.last)} />
        {others.length > 0 && <span class="more">+{others.length}</span>}
      </span>
    </button>
  );
}

function TimeLeft({ entry: { summary }, store }: { entry: TokenEntry; store: Store }) {
  if (summary.expiresAt === undefined) return null;
  const left = summary.expiresAt - store.now.value;
  return left > 0 ? <span class="left">{formatRoughly(left)}</span> : <span class="left over">{t('expired')}</span>;
}
