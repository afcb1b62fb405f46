import type { WireSegment } from '../../shared/messages.ts';
import { t } from '../i18n.ts';
import type { Store } from '../store.ts';
import { ClaimTime, isNumericDate } from './ClaimTime.tsx';
import { CopyButton } from './CopyButton.tsx';
import { Exact } from './Exact.tsx';
import { JsonView } from './JsonView.tsx';
import { Panel } from './Panel.tsx';

const LONGEST_SHOWN = 10_000;

interface Props {
  store: Store;
  segment: WireSegment;
}

export function PayloadPanel({ store, segment }: Props) {
  return (
    <Panel title={t('payload')} actions={<CopyDecoded store={store} segment={segment} label={t('copyPayload')} />}>
      {segment.json === undefined ? (
        <Bytes segment={segment} />
      ) : (
        <JsonView
          node={segment.json}
          annotate={(member) => isNumericDate(member) && <ClaimTime seconds={Number(member.value.type === 'number' && member.value.value)} now={store.now} />}
        />
      )}
      <Omitted segment={segment} />
    </Panel>
  );
}

export function HeaderPanel({ store, segment }: Props) {
  return (
    <Panel title={t('header')} actions={<CopyDecoded store={store} segment={segment} label={t('copyHeader')} />}>
      {segment.json === undefined ? <Bytes segment={segment} /> : <JsonView node={segment.json} />}
      <Omitted segment={segment} />
    </Panel>
  );
}

export function SignaturePanel({ store, segment }: Props) {
  const length = Math.floor((segment.text.length * 3) / 4);
  return (
    <Panel
      title={t('signature')}
      note={t('byteCount', { count: length })}
      actions={<CopyButton client={store.client} label={t('copySignature')} read={() => segment.text} />}
    >
      <p class="raw">{segment.text === '' ? t('signatureEmpty') : cut(segment.text)}</p>
    </Panel>
  );
}

function Omitted({ segment: { omitted } }: { segment: WireSegment }) {
  return omitted > 0 ? <p class="hint">{t('notAllShown', { count: omitted })}</p> : null;
}

/** Laying out a text of a megabyte would hold the popup up. */
function cut(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function CopyDecoded({ store, segment, label }: Props & { label: string }) {
  return <CopyButton client={store.client} label={label} read={() => segment.source ?? segment.text} />;
}

/** What is no JSON: as text where it is text, else as hex. */
function Bytes({ segment }: { segment: WireSegment }) {
  return (
    <>
      <p class="hint">{segment.source === undefined ? t('notText') : t('notJson')}</p>
      <p class="raw">
        <Exact text={cut(segment.source ?? segment.hex ?? segment.text)} />
      </p>
    </>
  );
}
