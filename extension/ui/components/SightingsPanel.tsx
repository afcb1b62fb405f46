import type { Sighting } from '../../../src/index.ts';
import { t } from '../i18n.ts';
import { joinPlaces, type Place, placeText } from '../places.ts';
import { formatMoment } from '../time.ts';
import { Exact } from './Exact.tsx';
import { Panel } from './Panel.tsx';

const WITNESSES = { browser: 'witnessBrowser', page: 'witnessPage' } as const;

/** Every place this token was seen in, and who says so. */
export function SightingsPanel({ sightings }: { sightings: readonly Sighting[] }) {
  return (
    <Panel title={t('seenIn')}>
      <ul class="sightings">
        {joinPlaces(sightings).map((place, index) => (
          <PlaceItem key={index} place={place} />
        ))}
      </ul>
    </Panel>
  );
}

function PlaceItem({ place: { last, witnesses } }: { place: Place }) {
  const { slot, request, lastSeen } = last;
  return (
    <li>
      <Exact class="place" text={placeText(last)} />
      <span class="facts">
        {slot.type === 'cookie' && slot.httpOnly && <span class="badge">HttpOnly</span>}
        {request !== undefined && (
          <Exact text={`${request.method} ${request.url}`} />
        )}
        <span>{witnesses.map((witness) => t(WITNESSES[witness])).join(', ')}</span>
        <span>{formatMoment(lastSeen / 1000)?.local}</span>
      </span>
    </li>
  );
}
