import type { Light, Verdict } from '../../../src/index.ts';
import { t } from '../i18n.ts';
import { reasonText } from '../reasons.ts';
import { Icon } from './Icon.tsx';

const STATES = { pass: 'statePass', fail: 'stateFail', 'not-checked': 'stateNotChecked' } as const;
const NAMES = { signature: 'lightSignature', time: 'lightTime', expectations: 'lightExpectations' } as const;

/** Three separate answers; the state stands there in words and shape, never in colour alone. */
export function Lights({ verdict }: { verdict: Verdict }) {
  return (
    <ul class="lights" aria-label={t('lights')}>
      {(['signature', 'time', 'expectations'] as const).map((name) => (
        <LightItem key={name} name={name} light={verdict[name]} reason={reasonText(verdict, name)} />
      ))}
    </ul>
  );
}

function LightItem({ name, light, reason }: { name: keyof Verdict; light: Light; reason: string }) {
  return (
    <li class={`light ${light.state}`} data-light={name} data-state={light.state}>
      <Icon name={light.state} />
      <strong>
        {t(NAMES[name])}: {t(STATES[light.state])}
      </strong>
      <span class="reason">{reason}</span>
    </li>
  );
}
