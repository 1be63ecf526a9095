import type { Meters } from '../../engine/meter.ts';
import type { Period, PublishedRate, Rate, Tiers } from '../../engine/rate-card.ts';
import type { CatalogOffer } from '../catalog.ts';
import { capital } from './capital.ts';
import { conditionWords } from './condition-words.ts';
import { fundingRows } from './funding-rows.ts';
import { groupDigits, money } from './money.ts';
import type { RateRow } from './rate-row.ts';
import { ruleRows } from './rule-rows.ts';
import { SPAN } from './span-words.ts';
import { perWords } from './unit-words.ts';

export type { RateRow } from './rate-row.ts';

/** Every rate and rule of a period, and the offer's terms of payment, as rows. */
export function rateRows(offer: CatalogOffer, period: Period, meters: Meters): RateRow[] {
  const path = `periods/${offer.periods.indexOf(period)}`;
  const rates = period.rates.flatMap((rate, i) => rowsOfRate(rate, `${path}/rates/${i}`, offer.currency, meters));
  return [...rates, ...ruleRows(period, path, offer.currency, meters), ...fundingRows(offer)];
}

const UNPUBLISHED = { contact: 'not published', plan: 'with a plan only', unknown: 'not known' };

function rowsOfRate(rate: Rate, path: string, currency: string, meters: Meters): RateRow[] {
  const meter = meters.get(rate.meter);
  const head = {
    kind: 'rate' as const,
    type: rate.label ?? capital(meter?.many ?? rate.meter),
    path,
    source: rate.source,
    ...(rate.reading === undefined ? {} : { reading: rate.reading }),
  };
  const condition = conditionWords(rate.when);
  const specOf = (): string => [rate.spec ?? '', condition].filter(Boolean).join(', ');
  if (rate.state === 'included') return [{ ...head, spec: specOf(), rate: 'included' }];
  if (rate.state === 'unpublished') {
    return [{ ...head, spec: specOf(), rate: UNPUBLISHED[rate.behind ?? 'contact'] }];
  }
  const { size, minimum } = rate.block ?? {};
  const blocks = [
    ...(size === undefined ? [] : [`in started blocks of ${groupDigits(size)}`]),
    ...(minimum === undefined ? [] : [`at least ${groupDigits(minimum)} a request`]),
  ];
  const spec = [rate.spec ?? perWords(rate, meters), ...blocks, condition].filter(Boolean).join(', ');
  const tiers = (rate.tiers?.steps ?? []).map((step, index) => ({
    ...head,
    kind: 'tier' as const,
    type: tierWords(rate, index, meters),
    spec: '',
    rate: money(step.price, currency),
    path: `${path}/tiers/steps/${index}`,
  }));
  return [{ ...head, spec, rate: money(rate.price, currency) }, ...tiers];
}

/** What a count must pass to reach a step, and what the step's price is for. */
function reachWords(tiers: Tiers, subject: string): string {
  switch (tiers.kind) {
    case 'cliff':
      return `${subject} in the request, for all of it`;
    case 'volume':
      return `${subject} ${SPAN[tiers.span]}, for all of them`;
    case 'graduated':
      return `${subject} ${tiers.span === 'request' ? 'in the request' : SPAN[tiers.span]}, for the part above`;
  }
}

/** `over 200,000 input tokens in the request, for all of it`. */
function tierWords(rate: PublishedRate, index: number, meters: Meters): string {
  const { tiers } = rate;
  const step = tiers?.steps[index];
  if (!tiers || !step) return '';
  const subject = tiers.kind === 'graduated' ? rate.meter : tiers.subject;
  const from = tiers.kind !== 'graduated' && tiers.boundary === 'inclusive' ? 'from' : 'over';
  return `${from} ${groupDigits(step.over)} ${reachWords(tiers, meters.get(subject)?.many ?? subject)}`;
}
