import type { Inspection, TokenEntry } from '../../shared/messages.ts';
import { t } from '../i18n.ts';
import { badgeOf, titleOf } from '../places.ts';
import { problemText } from '../reasons.ts';
import type { Store } from '../store.ts';
import { Countdown } from './Countdown.tsx';
import { Exact } from './Exact.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { KeyForm } from './KeyForm.tsx';
import { Lights } from './Lights.tsx';
import { Panel } from './Panel.tsx';
import { HeaderPanel, PayloadPanel, SignaturePanel } from './Segments.tsx';
import { SightingsPanel } from './SightingsPanel.tsx';

/** Everything about the chosen token. */
export function TokenDetail({ store, entry }: { store: Store; entry: TokenEntry }) {
  const inspection = store.inspection.value;
  return (
    <main class="detail" key={entry.id}>
      <header class="head">
        <div>
          <h2>
            <Exact text={titleOf(entry)} />
          </h2>
          <span class={`badge ${entry.kind}`}>{badgeOf(entry)}</span>
          {entry.summary.typ !== undefined && <Exact class="badge plain" text={entry.summary.typ} />}
        </div>
        {entry.kind !== 'opaque' && <Countdown summary={entry.summary} now={store.now} />}
      </header>
      {inspection !== undefined && (entry.kind === 'opaque' ? <Opaque /> : <Decoded store={store} entry={entry} inspection={inspection} />)}
      <SightingsPanel sightings={entry.sightings} />
    </main>
  );
}

/** Nothing was decoded, so nothing is claimed beyond where it was seen. */
function Opaque() {
  return (
    <Panel title={t('opaqueTitle')}>
      <p>{t('opaqueText')}</p>
    </Panel>
  );
}

function Decoded({ store, entry, inspection }: { store: Store; entry: TokenEntry; inspection: Inspection }) {
  const { decoded, verdict, keyProblems } = inspection;
  const segmentOf = (name: string) => decoded.segments.find((segment) => segment.name === name);
  const payload = segmentOf('payload');
  const header = segmentOf('header');
  const signature = segmentOf('signature');
  return (
    <>
      <Panel title={t('verification')}>
        <Lights verdict={verdict} />
        <KeyForm store={store} problems={keyProblems} />
      </Panel>
      {decoded.problems.length > 0 && (
        <Panel title={t('problems')}>
          <ul class="problems">
            {decoded.problems.map((problem, index) => (
              <li key={index}>
                {problemText(problem)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {payload !== undefined && <PayloadPanel store={store} segment={payload} />}
      {header !== undefined && <HeaderPanel store={store} segment={header} />}
      {signature !== undefined && <SignaturePanel store={store} segment={signature} />}
      {payload !== undefined && <ExportPanel store={store} entry={entry} />}
    </>
  );
}
