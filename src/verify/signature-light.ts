import type { SignatureReason, Verdict } from '../types.ts';

export type SignatureLight = Verdict['signature'];

export function notChecked(reason: SignatureReason, values: Record<string, string> = {}): SignatureLight {
  return { state: 'not-checked', reason, values };
}

export function failed(reason: SignatureReason, values: Record<string, string> = {}): SignatureLight {
  return { state: 'fail', reason, values };
}
