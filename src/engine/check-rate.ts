import {
  checkAnyDecimal,
  checkDecimal,
  checkMeter,
  checkOneOf,
  eachPart,
  type Findings,
  noteFault,
  type Part,
  partAt,
} from './card-fault.ts';
import { Decimal, isDecimalString } from './decimal.ts';

const STATES = [undefined, 'published', 'included', 'unpublished'];
const BEHIND = [undefined, 'contact', 'plan', 'unknown'];
const TIER_SPANS = {
  cliff: [undefined],
  volume: ['day', 'month', 'year', 'once'],
  graduated: ['request', 'day', 'month', 'year', 'once'],
} as const;

/** Looks through a rate: its numbers, blocks and tiers. */
export function checkRate(rate: Part, path: string, findings: Findings): void {
  const { meter, state, behind, price, per, block, tiers } = rate;
  checkMeter(meter, `${path}/meter`, findings);
  checkOneOf(state, STATES, `${path}/state`, findings);
  checkOneOf(behind, BEHIND, `${path}/behind`, findings);
  if (state !== undefined && state !== 'published') return;
  checkDecimal(price, `${path}/price`, findings, 'nothing');
  if (!Number.isSafeInteger(per) || Number(per) < 1) {
    noteFault(findings, `${path}/per`, per, 'a whole number above zero such as 1000000');
  }
  partAt(block, `${path}/block`, findings, ({ size, minimum }, at) => {
    checkAnyDecimal(size, `${at}/size`, findings, 'zero');
    checkAnyDecimal(minimum, `${at}/minimum`, findings, 'nothing');
  });
  partAt(tiers, `${path}/tiers`, findings, (part, at) => checkTiers(part, at, findings));
}

function checkTiers({ kind, subject, boundary, span, steps }: Part, path: string, findings: Findings): void {
  if (kind !== 'cliff' && kind !== 'volume' && kind !== 'graduated') {
    checkOneOf(kind, Object.keys(TIER_SPANS), `${path}/kind`, findings);
    return;
  }
  if (kind !== 'cliff') checkOneOf(span, TIER_SPANS[kind], `${path}/span`, findings);
  if (kind !== 'graduated') {
    checkMeter(subject, `${path}/subject`, findings);
    checkOneOf(boundary, ['inclusive', 'exclusive'], `${path}/boundary`, findings);
  }
  if (steps === undefined) noteFault(findings, `${path}/steps`, steps, 'a list of steps');
  let below: Decimal | null = null;
  eachPart(steps, `${path}/steps`, findings, ({ over, price }, at) => {
    checkDecimal(over, `${at}/over`, findings, 'nothing');
    checkDecimal(price, `${at}/price`, findings, 'nothing');
    if (!isDecimalString(over)) return;
    const limit = new Decimal(over);
    if (below?.gte(limit))
      noteFault(findings, `${at}/over`, over, `more than the ${below.toFixed()} of the step before`);
    below = limit;
  });
}
