import { currentPeriod, isPricedByMillion } from '../../catalog/unit-prices.ts';
import { capital } from '../../catalog/words/capital.ts';
import { conditionWords } from '../../catalog/words/condition-words.ts';
import { fundingRows } from '../../catalog/words/funding-rows.ts';
import { groupDigits } from '../../catalog/words/group-digits.ts';
import { amountDigits } from '../../catalog/words/money.ts';
import { ruleRows } from '../../catalog/words/rule-rows.ts';
import { Decimal, plain } from '../../engine/decimal.ts';
import { divideBy } from '../../engine/divide.ts';
import { type Offer, type Rate, STANDARD_METERS } from '../../engine/index.ts';
import { COLUMNS, NOTHING } from '../board/columns.ts';
import { amountText, placesIn, quotient, shortText, unitsOf } from '../ranking/units.ts';
import { COMPARED_FACTS, type ComparedOffer } from './compared-offer.ts';

/** A line of a comparison: what it is about, and what each offer says. */
export interface CompareRow {
  readonly label: string;
  readonly unit: string;
  readonly cells: readonly string[];
  /** Whether the offers do not all say the same. */
  readonly differs: boolean;
}

/** Lines under one heading. */
export interface CompareGroup {
  readonly title: string;
  readonly rows: readonly CompareRow[];
}

/** Everything that can be held side by side of some offers. */
export function compareGroups(offers: readonly ComparedOffer[], at: string, currency: string): CompareGroup[] {
  const groups: CompareGroup[] = [
    { title: 'This work', rows: costRows(offers, currency) },
    { title: 'Rates', rows: rateRows(offers, at) },
    { title: 'Terms', rows: termRows(offers, at) },
    {
      title: 'What is sold',
      rows: COMPARED_FACTS.map((id) =>
        row(
          capital(COLUMNS[id].label),
          COLUMNS[id].unit(currency),
          offers.map(({ facts }) => facts[id]),
        ),
      ),
    },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function row(label: string, unit: string, cells: readonly string[]): CompareRow {
  return { label, unit, cells, differs: new Set(cells).size > 1 };
}

function costRows(offers: readonly ComparedOffer[], currency: string): CompareRow[] {
  const totals = offers.map(({ result }) => ('total' in result ? result.total : null));
  const places = Math.max(0, ...totals.map((total) => placesIn(total ?? '0')));
  const units = totals.map((total) => (total === null ? null : unitsOf(total, places)));
  const least = units.reduce((low, one) => (one && (low === null || one < low) ? one : low), null);
  const times = (one: bigint | null): string => (!one || !least ? NOTHING : amountText(quotient(one, least, 2)));
  const cost = offers.map(({ result }) =>
    'total' in result ? amountText(shortText(result.total)) : `not priced: ${result.reason}`,
  );
  return [row('Total', `${currency} a month`, cost), row('×', 'times the cheapest paid', units.map(times))];
}

/** The rates of all offers by meter, condition and step, each for as many units. */
function rateRows(offers: readonly ComparedOffer[], at: string): CompareRow[] {
  const lines = new Map<string, { label: string; unit: string; cells: string[] }>();
  const put = (column: number, label: string, unit: string, text: string): void => {
    const key = `${label}|${unit}`;
    const line = lines.get(key) ?? { label, unit, cells: offers.map(() => NOTHING) };
    line.cells[column] = text;
    lines.set(key, line);
  };
  const order = [...STANDARD_METERS.keys()];
  for (const [column, { offer }] of offers.entries()) {
    const rates = [...(currentPeriod(offer, at)?.rates ?? [])].sort(
      (a, b) => order.indexOf(a.meter) - order.indexOf(b.meter),
    );
    for (const rate of rates) putRate(rate, offer, (label, unit, text) => put(column, label, unit, text));
  }
  return [...lines.values()].map(({ label, unit, cells }) => row(label, unit, cells));
}

function putRate(rate: Rate, { currency }: Offer, put: (label: string, unit: string, text: string) => void): void {
  const meter = STANDARD_METERS.get(rate.meter);
  const byMillion = isPricedByMillion(rate.meter);
  const unit = byMillion ? `${currency} per 1M` : `${currency} each`;
  const label = [capital(meter?.many ?? rate.meter), conditionWords(rate.when)].filter(Boolean).join(', ');
  if (rate.state === 'included' || rate.state === 'unpublished') {
    put(label, unit, rate.state === 'included' ? 'included' : 'not published');
    return;
  }
  const size = byMillion ? 1_000_000 : 1;
  const divide = divideBy(new Decimal(rate.per));
  const price = (text: string): string => amountDigits(plain(divide(new Decimal(text).times(size)).value));
  put(label, unit, price(rate.price));
  const { tiers } = rate;
  for (const { over, price: text } of tiers?.steps ?? []) {
    const subject = tiers && 'subject' in tiers ? tiers.subject : rate.meter;
    const words = STANDARD_METERS.get(subject)?.many ?? subject;
    put(`${label}, above ${groupDigits(over)} ${words}`, unit, price(text));
  }
}

/** Rules beside the rates and terms of payment, by what they are called. */
function termRows(offers: readonly ComparedOffer[], at: string): CompareRow[] {
  const lines = new Map<string, string[][]>();
  for (const [column, { offer }] of offers.entries()) {
    const period = currentPeriod(offer, at);
    const rules = period ? ruleRows(period, '', offer.currency, STANDARD_METERS) : [];
    for (const { type, spec, rate } of [...rules, ...fundingRows(offer)]) {
      const line = lines.get(type) ?? offers.map(() => []);
      line[column]?.push([rate, spec].filter(Boolean).join(', '));
      lines.set(type, line);
    }
  }
  return [...lines].map(([type, cells]) =>
    row(
      type,
      '',
      cells.map((texts) => texts.join('; ') || NOTHING),
    ),
  );
}
