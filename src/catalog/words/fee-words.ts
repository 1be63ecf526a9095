import type { TopUpFee } from '../../engine/funding.ts';
import { listWords } from './list.ts';
import { money } from './money.ts';

/** A fee for buying credit, with its currency: `5.5%, at least $0.80`. */
export function feeWords({ percent, fixed, minimum }: TopUpFee, currency: string): string {
  const charged = [
    ...(percent === undefined ? [] : [`${percent}%`]),
    ...(fixed === undefined ? [] : [money(fixed, currency)]),
  ];
  const least = minimum === undefined ? [] : [`at least ${money(minimum, currency)}`];
  return [...(charged.length > 0 ? [listWords(charged)] : []), ...least].join(', ');
}
