import type { Catalog } from '../../catalog/catalog.ts';
import type { Bill } from '../../engine/bill.ts';
import { type Conditions, conditionsKey } from '../../engine/condition.ts';
import { Decimal, plain, sum, ZERO } from '../../engine/decimal.ts';
import { formatInstant } from '../../engine/instant.ts';
import { tryPriceUsage } from '../../engine/price-usage.ts';
import { type EngineProblem, engineProblemText } from '../../engine/problem.ts';
import { type Located, recordProblemText, type UsageRecord } from '../../usage-records/index.ts';
import type { PriceAnswer } from './answer.ts';
import { bucketsOf } from './buckets.ts';
import { moneyComparison } from './compare-money.ts';
import { addBill, byCost, type Group, groupAnswer, newGroup } from './groups.ts';
import { offerTerms } from './offer-clock.ts';
import { type Matched, type MatchOptions, offerMatcher } from './price-offers.ts';
import { type PriceProblem, priceProblemText } from './price-problem.ts';
import type { ProblemList } from './problem-list.ts';

/** Where a record stands. */
export interface Where {
  readonly file: string;
  readonly line: number;
}

export interface TallyOptions extends MatchOptions {
  /** The moment whose rates hold for everything; absent, each record's own. */
  readonly at: number | null;
  /** The moment for records without a date. */
  readonly today: number;
  readonly when: Conditions;
  readonly groupBy: readonly string[];
}

/** Prices records as they come. */
export interface Tally {
  readonly take: (outcome: Located<Where>) => void;
  readonly answer: (repeated: ReadonlyMap<string, number>) => PriceAnswer;
}

type Offered = Extract<Matched, { kind: 'offer' }>['offer'];

/** Adds up what records cost, in groups. */
export function tallyOf(catalog: Catalog, options: TallyOptions, problems: ProblemList): Tally {
  const { meters } = catalog;
  const matchOffer = offerMatcher(catalog, options);
  const groups = new Map<string, Group>();
  const formats: Record<string, number> = {};
  const skipped = new Map<string, number>();
  const unmatched = new Map<
    string,
    { match: Extract<Matched, { kind: 'unmatched' }>; records: number; tokens: Decimal }
  >();
  const assumed = new Map<string, string>();
  const money = moneyComparison();
  const offerIndex = new Map<Offered, number>();
  const conditionsBy = new WeakMap<Conditions, Conditions>();
  let records = 0;
  let undated = 0;
  const presumed = new Map<string, string>();

  const noteBill = (bill: Bill): void => {
    for (const { code, text } of bill.assumptions) if (code !== 'fees_left_out') assumed.set(text, code);
  };
  const report = (where: Where, problem: PriceProblem): void => {
    problems.add(where.file, where.line, problem.code, priceProblemText(problem));
  };
  const refuse = (group: Group, offer: Offered, found: readonly EngineProblem[], where: Where): void => {
    group.isCertain = false;
    for (const one of found) {
      report(where, { code: 'unpriced', args: { offer: offer.id, message: engineProblemText(one) } });
    }
  };
  const buckets = bucketsOf<Group, Where>(
    meters,
    (group, bill) => {
      addBill(group, bill);
      noteBill(bill);
    },
    refuse,
  );

  const groupOf = (record: UsageRecord, offer: Offered | null, currency: string, where: Where): Group => {
    if (lastGroup && lastGroup.currency === currency) {
      let isSame = true;
      for (let index = 0; index < groupNames.length && isSame; index += 1) {
        isSame = groupValue(index, record, offer, where) === lastGroup.values[index];
      }
      if (isSame) return lastGroup.group;
    }
    const values = groupNames.map((_, index) => groupValue(index, record, offer, where));
    const id = `${currency}\u0000${values.map((value) => value ?? '').join('\u0000')}`;
    let group = groups.get(id);
    if (!group) {
      const key = groupNames.map(({ name }, index) => [name, values[index] ?? null]);
      group = newGroup(Object.fromEntries(key), currency);
      groups.set(id, group);
      groupIds.set(group, groups.size);
    }
    lastGroup = { currency, values, group };
    return group;
  };
  let lastGroup: {
    readonly currency: string;
    readonly values: readonly (string | null)[];
    readonly group: Group;
  } | null = null;
  const groupValue = (index: number, record: UsageRecord, offer: Offered | null, where: Where): string | null => {
    const { name = '', built } = groupNames[index] ?? {};
    return built ? built(record, offer, where) : (record.fields[name] ?? null);
  };
  const groupNames = options.groupBy.map((name) => ({
    name,
    built: Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined,
  }));
  const groupIds = new WeakMap<Group, number>();
  /** The bucket of the record before, found again without spelling out its key. */
  let last: {
    readonly group: Group;
    readonly offer: Offered;
    readonly conditions: Conditions;
    readonly moment: string;
    readonly named: readonly string[];
    readonly key: string;
  } | null = null;

  const priceRecord = (record: UsageRecord, isClean: boolean, where: Where): void => {
    const matched = matchOffer(record);
    if (matched.kind === 'unmatched') {
      if (record.money) money.add(record.money, null, where);
      if (record.readings.length === 0) return;
      const id = `${matched.provider} ${matched.model}`;
      const known = unmatched.get(id) ?? { match: matched, records: 0, tokens: ZERO };
      known.records += 1;
      const usage = record.readings[0]?.usage ?? {};
      known.tokens = known.tokens.plus(usage['input_tokens'] ?? 0).plus(usage['output_tokens'] ?? 0);
      unmatched.set(id, known);
      return;
    }
    const { offer } = matched;
    if (record.readings.length === 0) {
      if (record.money) money.add(record.money, null, where);
      return;
    }
    if (matched.presumed) presumed.set(offer.id, `${record.provider ?? ''} ${record.model}`);
    if (record.at === null && options.at === null) undated += 1;
    const ms = options.at ?? record.at ?? options.today;
    const group = groupOf(record, offer, offer.currency, where);
    group.records += 1;
    if (!isClean) group.isCertain = false;
    const terms = offerTerms(offer);
    if (record.aggregate && terms.perRequest(ms)) {
      group.isCertain = false;
      report(where, { code: 'aggregate_per_request', args: { offer: offer.id } });
      return;
    }
    const conditions = conditionsOf(record.conditions);
    const [first, second] = record.readings;
    const overPeriod = terms.overPeriod(ms);
    if (overPeriod && options.groupBy.length > 0) {
      const text = `tiers and allowances of ${offer.id} over a period were applied to each group and month by itself`;
      assumed.set(text, 'period_rule_split');
    }
    if (first && !second && (!record.money || overPeriod) && isSmall(first.usage)) {
      if (record.money) money.add(record.money, null, where);
      const { usage } = first;
      const moment = terms.momentKey(ms);
      const isLast =
        last?.group === group &&
        last.offer === offer &&
        last.conditions === conditions &&
        last.moment === moment &&
        hasKeys(usage, last.named);
      if (!isLast) {
        const index = offerIndex.get(offer) ?? offerIndex.size;
        offerIndex.set(offer, index);
        const named = Object.keys(usage);
        const key = `${groupIds.get(group)} ${index} ${moment} ${conditionsKey(conditions)} ${named.join(' ')}`;
        last = { group, offer, conditions, moment, named, key };
      }
      buckets.add(last?.key ?? '', group, usage, () => ({ offer, meters: Object.keys(usage), conditions, ms, where }));
      return;
    }
    const bills: { readonly bill: Bill; readonly label: string }[] = [];
    for (const { label, usage } of record.readings) {
      const priced = tryPriceUsage(offer, [{ usage, when: conditions }], {
        at: formatInstant(ms),
        fees: false,
        meters,
      });
      if ('problems' in priced) {
        refuse(group, offer, priced.problems, where);
        return;
      }
      bills.push({ bill: priced.bill, label });
    }
    const ordered = [...bills].sort((a, b) => new Decimal(a.bill.usage_total).comparedTo(b.bill.usage_total));
    const [least, most] = [ordered[0]?.bill, ordered.at(-1)?.bill];
    if (!least || !most) return;
    addBill(group, least, most.usage_total);
    noteBill(least);
    if (!isClean && bills.length > 1) {
      const readings = bills.map(({ label, bill }) => `${label}: ${bill.usage_total} ${bill.currency}`).join('; ');
      problems.add(where.file, where.line, 'readings', `the record can be read in ${bills.length} ways: ${readings}`);
    }
    if (!record.money) return;
    const isPriced = bills.every(({ bill }) => bill.complete);
    const readings = bills.map(({ label, bill }) => ({ label, amount: bill.usage_total }));
    money.add(record.money, isPriced ? { readings, currency: offer.currency } : null, where);
  };

  const conditionsOf = (own: Conditions): Conditions => {
    let all = conditionsBy.get(own);
    if (!all) {
      all = { ...options.when, ...own };
      conditionsBy.set(own, all);
    }
    return all;
  };

  return {
    take: (outcome) => {
      const { where } = outcome;
      if (outcome.kind === 'skipped') {
        skipped.set(outcome.reason, (skipped.get(outcome.reason) ?? 0) + 1);
        return;
      }
      for (const problem of outcome.problems) {
        const at = problem.path === '' ? '' : `${problem.path}: `;
        problems.add(where.file, where.line, problem.code, `${at}${recordProblemText(problem)}`);
      }
      if (outcome.kind === 'unreadable') return;
      records += 1;
      const { record } = outcome;
      formats[record.format] = (formats[record.format] ?? 0) + 1;
      priceRecord(record, outcome.problems.length === 0, where);
    },
    answer: (repeated) => {
      buckets.end();
      for (const [format, count] of repeated) {
        skipped.set(`${format} records that repeat another or hold what their children count`, count);
      }
      if (undated > 0) {
        assumed.set(
          `${undated} records have no date; the rates of ${formatInstant(options.today).slice(0, 10)} are used`,
          'no_date',
        );
      }
      for (const [offer, name] of presumed) {
        assumed.set(
          `nothing says who served ${name.trim()}; ${offer} is taken, --provider says otherwise`,
          'provider_presumed',
        );
      }
      const answers = [...groups.values()].map(groupAnswer).sort(byCost);
      const currencies = [...new Set(answers.map(({ currency }) => currency))];
      const [currency, another] = currencies;
      const complete =
        answers.every((group) => group.complete) && unmatched.size === 0 && Object.keys(problems.counts).length === 0;
      const total = (of: string, side: 'low' | 'high'): string =>
        plain(sum(answers.filter((one) => one.currency === of).map((one) => new Decimal(one[side]))));
      return {
        schema: 'ratecard.price/1',
        groups: answers,
        totals: currencies.map((one) => ({ currency: one, low: total(one, 'low'), high: total(one, 'high') })),
        total: complete && another === undefined ? total(currency ?? '', 'low') : null,
        currency: another === undefined ? (currency ?? null) : null,
        complete,
        records,
        formats,
        skipped: [...skipped].map(([reason, count]) => ({ reason, records: count })),
        unmatched: [...unmatched.values()]
          .map(({ match, records: count, tokens }) => ({
            provider: match.provider,
            model: match.model,
            records: count,
            tokens: plain(tokens),
            nearest: match.nearest,
          }))
          .sort((a, b) => b.records - a.records),
        recorded: money.result(),
        problems: problems.shown,
        problem_counts: problems.counts,
        assumptions: [...assumed].map(([text, code]) => ({ code, text })),
      };
    },
  };
}

function hasKeys(usage: Readonly<Record<string, unknown>>, named: readonly string[]): boolean {
  let index = 0;
  for (const meter in usage) {
    if (named[index] !== meter) return false;
    index += 1;
  }
  return index === named.length;
}

function isSmall(usage: Readonly<Record<string, number | string>>): boolean {
  for (const meter in usage) if (typeof usage[meter] !== 'number') return false;
  return true;
}

const BUILT_IN: Readonly<Record<string, (record: UsageRecord, offer: Offered | null, where: Where) => string | null>> =
  {
    provider: (record, offer) => offer?.provider ?? record.provider,
    offer: (_record, offer) => offer?.id ?? null,
    model: (record) => record.model,
    format: (record) => record.format,
    file: (_record, _offer, where) => where.file,
    year: (record) => dateOf(record, 4),
    month: (record) => dateOf(record, 7),
    day: (record) => dateOf(record, 10),
    hour: (record) => dateOf(record, 13),
  };

/** Names that `--group-by` knows for every format; others are fields of the record. */
export const GROUP_NAMES: readonly string[] = Object.keys(BUILT_IN);

let lastDay = { day: -1, text: '' };

function dateOf(record: UsageRecord, length: number): string | null {
  if (record.at === null) return null;
  if (length === 13) return new Date(record.at).toISOString().slice(0, 13);
  const day = Math.floor(record.at / 86_400_000);
  if (day !== lastDay.day) lastDay = { day, text: new Date(record.at).toISOString().slice(0, 10) };
  return lastDay.text.slice(0, length);
}
