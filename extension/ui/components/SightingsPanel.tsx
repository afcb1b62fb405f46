import type { Sighting } from '../../../src/index.ts';
import { t } from '../i18n.ts';
import { placeText } from '../places.ts';
import { formatMoment } from '../time.ts';
import { Panel } from './Panel.tsx';

/** Every place this token was seen in, and who says so. */
export function SightingsPanel({ sightings }: { sightings: readonly Sighting[] }) {
  return (
    <Panel title={t('seenIn')}>
      <ul class="sightings">
        {sightings.map((sighting, index) => (
          <li key={index}>
            <bdi class="place">{placeText(sighting)}</bdi>
            <span class="facts">
              {sighting.slot.type === 'cookie' && sighting.slot.httpOnly && <span class="badge">HttpOnly</span>}
              {sighting.request !== undefined && (
                <bdi>
                  {sighting.request.method} {sighting.request.url}
                </bdi>
              )}
              <span>{sighting.witness === 'browser' ? t('witnessBrowser') : t('witnessPage')}</span>
              <span>{formatMoment(sighting.lastSeen / 1000)?.local}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
