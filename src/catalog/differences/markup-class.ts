import { Decimal } from '../../engine/decimal.ts';
import type { DifferenceClass, Explanation } from './difference.ts';
import { findDiscount, findMarkup } from './markup.ts';
import { sameOffer } from './pairs.ts';
import type { Statement } from './statement.ts';

/**
 * Cards whose prices are all another's times one ratio. Each price is held against one other: the maker's own offer if
 * that fits, else the one with the smallest ratio. Two sources on one offer may have it before and after a change of
 * all its prices, or with and without a discount.
 */
export const markup: DifferenceClass = (said) =>
  firstOfEachValue(said).flatMap((dearer): Explanation[] => {
    const found = said.flatMap((cheaper) => {
      if (!dearer.card || !cheaper.card || dearer.value === cheaper.value) return [];
      const markup =
        findMarkup(dearer.card.plain, cheaper.card.plain) ?? findDiscount(dearer.card.plain, cheaper.card.plain);
      return markup && dearer.meter && markup.meters.includes(dearer.meter) ? [{ cheaper, ...markup }] : [];
    });
    const [best] = found.sort(
      (a, b) => Number(isMaker(b.cheaper)) - Number(isMaker(a.cheaper)) || new Decimal(a.ratio).cmp(b.ratio),
    );
    if (!best) return [];
    const { cheaper, ratio, meters } = best;
    const args = {
      dearer: dearer.speaker.name,
      cheaper: cheaper.speaker.name,
      ratio,
      meters: meters.map(meterWords),
      within: sameOffer(dearer, cheaper),
    };
    return [{ kind: 'markup', values: [dearer.value, cheaper.value], args }];
  });

function firstOfEachValue(said: readonly Statement[]): Statement[] {
  return [...new Map([...said].reverse().map((statement) => [statement.value, statement])).values()].reverse();
}

function isMaker({ speaker }: Statement): boolean {
  return speaker.kind === 'lab';
}

function meterWords(meter: string): string {
  return meter.replaceAll('_', ' ');
}
