import { capital } from '../../../catalog/words/capital.ts';
import { dateWords } from '../../../catalog/words/date.ts';
import { amountDigits, groupDigits, shortAmount, shortMoney } from '../../../catalog/words/money.ts';
import { everyWords, losesCredit, waysToChoose } from '../../../catalog/words/way-words.ts';
import { Decimal, plain, sum } from '../../../engine/decimal.ts';
import { type Estimate, type EstimateStep, volumeKey } from '../../../workload/index.ts';
import { type Markup, markup } from '../../markup/markup.ts';
import { rangeBar, stackedBar } from './bar.ts';
import { resultTable } from './result-table.ts';

/** An amount for a column whose head names the currency. */
const short = (amount: string): string => amountDigits(shortAmount(amount));

const largest = (amounts: readonly string[]): string =>
  amounts.length === 0 ? '0' : plain(Decimal.max(...amounts.map((amount) => new Decimal(amount))));

/** The inputs that are ranges, by how much each moves the total alone. */
export function driversTable({ drivers, currency, total }: Estimate): Markup[] {
  if (drivers.length === 0) return [];
  const most = largest(drivers.flatMap(({ low, high }) => [low.total, high.total]));
  return [
    resultTable(
      'drivers',
      'What moves it most',
      'Each input alone goes from its low to its high value, all others as expected; the mark is the expected total.',
      [
        { head: 'Input', set: 'wrap' },
        { head: 'From', set: 'number' },
        { head: 'To', set: 'number' },
        { head: `Cost, from 0 to ${shortMoney(most, currency)}`, set: 'bar' },
        { head: `At low, ${currency}`, set: 'figure' },
        { head: `At high, ${currency}`, set: 'figure' },
      ],
      drivers.map(({ label, low, high }) => [
        capital(label),
        groupDigits(low.value),
        groupDigits(high.value),
        rangeBar(low.total, total?.expected ?? null, high.total, most),
        short(low.total),
        short(high.total),
      ]),
    ),
  ];
}

/** The months, each with what it costs at the expected inputs. */
export function monthsTable({ months, currency, kind }: Estimate): Markup[] {
  if (months.length < 2) return [];
  const most = largest(months.flatMap(({ total }) => total ?? []));
  return [
    resultTable(
      'months',
      'Month by month',
      'At the expected inputs. Each month is priced at the rates of its first day.',
      [
        { head: 'Month', set: 'text' },
        { head: 'From', set: 'text' },
        { head: capital(volumeKey(kind)), set: 'number' },
        { head: 'Requests', set: 'number' },
        { head: `Cost, from 0 to ${shortMoney(most, currency)}`, set: 'bar' },
        { head: `Cost, ${currency}`, set: 'figure' },
      ],
      months.map(({ month, at, volume, requests, total }) => [
        String(month),
        dateWords(at.slice(0, 10)),
        groupDigits(volume),
        groupDigits(requests),
        total === null ? '' : stackedBar([{ amount: total, shade: 0 }], most),
        total === null ? 'no total' : short(total),
      ]),
    ),
  ];
}

const MOST_STEPS = 60;
const SHADES = 6;

/** Steps that read the same, one after the other, are calls of one request: hits and misses, made again. */
interface Read extends EstimateStep {
  readonly merged: boolean;
}

function readsOf(steps: readonly EstimateStep[]): Read[] {
  const runs: EstimateStep[][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    const isSame = last?.[0] && JSON.stringify(last[0].terms) === JSON.stringify(step.terms) && step.terms.length > 0;
    if (isSame) last.push(step);
    else runs.push([step]);
  }
  return runs.flatMap((run) => {
    const [first, ...others] = run;
    if (!first) return [];
    const requests = plain(sum(run.map(({ requests: own }) => new Decimal(own))));
    return { ...first, requests, label: commonName(run.map(({ label }) => label)), merged: others.length > 0 };
  });
}

/** What names have in common, up to a comma: `step 2 of 5` of `step 2 of 5, cache hit` and `step 2 of 5, cache missed`. */
function commonName(names: readonly string[]): string {
  const [first = [], ...others] = names.map((name) => name.split(', '));
  if (others.length === 0) return names[0] ?? '';
  const same = first.findIndex((part, at) => others.some((other) => other[at] !== part));
  return (same < 0 ? first : first.slice(0, Math.max(1, same))).join(', ');
}

/** The requests of the first month, step by step, with a picture of what the input of each is made up of. */
export function stepsTable({ steps }: Estimate): Markup[] {
  const reads = readsOf(steps);
  const shown = reads.slice(0, MOST_STEPS);
  if (shown.length === 0) return [];
  const whats = [...new Set(steps.flatMap(({ terms }) => terms.map(({ what }) => what)))];
  const shadeOf = (what: string): number => whats.indexOf(what) % SHADES;
  const sizes = (step: EstimateStep) =>
    step.terms.map(({ what, times, tokens }) => ({
      amount: plain(new Decimal(times).times(tokens)),
      shade: shadeOf(what),
    }));
  const most = largest(shown.map((step) => plain(sum(sizes(step).map(({ amount }) => new Decimal(amount))))));
  const hasPicture = most !== '0';
  const note = [
    'Tokens of one request, in the first month at the expected inputs',
    ...(shown.some(({ merged }) => merged) ? ['; cache hits, misses and calls made again are counted together'] : []),
    ...(reads.length > MOST_STEPS ? [`; the first ${MOST_STEPS} of ${groupDigits(String(reads.length))}`] : []),
    '.',
  ].join('');
  const table = resultTable(
    'steps',
    'What each request reads',
    note,
    [
      { head: 'Request, and what it reads', set: 'wrap' },
      { head: 'How many', set: 'number' },
      { head: 'Tokens in', set: 'number' },
      ...(hasPicture ? [{ head: `In, from 0 to ${groupDigits(most)} tokens`, set: 'bar' } as const] : []),
      { head: 'Tokens out', set: 'number' },
    ],
    shown.map((step) => [
      stepName(step),
      groupDigits(step.requests),
      groupDigits(step.usage['input_tokens'] ?? '0'),
      ...(hasPicture ? [stackedBar(sizes(step), most)] : []),
      groupDigits(step.usage['output_tokens'] ?? '0'),
    ]),
  );
  const legend = whats.map((what) =>
    markup('li', {}, markup('span', { class: `swatch shade-${shadeOf(what)}`, 'aria-hidden': 'true' }), capital(what)),
  );
  return [
    whats.length > 1
      ? { ...table, children: [...(table.children ?? []), markup('ul', { class: 'legend' }, ...legend)] }
      : table,
  ];
}

/** A step's name over how its input comes about. */
function stepName({ label, terms }: EstimateStep): Markup {
  const words = terms.map(
    ({ what, times, tokens }) => `${what} ${times === '1' ? '' : `${groupDigits(times)} × `}${groupDigits(tokens)}`,
  );
  return markup('span', {}, capital(label), markup('span', { class: 'seller' }, words.join(' + ')));
}

/** So many ways to pay are shown; the others cost as much or more. */
const MOST_WAYS = 3;

/** The cheapest ways to buy the credit, where there is a choice. */
export function waysTable({ ways_to_pay, bills, currency }: Estimate): Markup[] {
  const ways = waysToChoose(ways_to_pay, MOST_WAYS);
  if (ways.length === 0) return [];
  const loses = losesCredit(ways);
  const own = bills[0]?.currency ?? currency;
  return [
    resultTable(
      'ways',
      'Cheapest ways to pay',
      'For a year of months like the first, or as many as are looked at.',
      [
        { head: 'Method', set: 'text' },
        { head: 'Buy every', set: 'text' },
        { head: `Credit, ${own}`, set: 'figure' },
        { head: `Fee, ${own}`, set: 'figure' },
        { head: 'Purchases', set: 'number' },
        { head: `Paid in all, ${own}`, set: 'figure' },
        { head: `Left over, ${own}`, set: 'figure' },
        ...(loses ? [{ head: `Expired, ${own}`, set: 'figure' } as const] : []),
      ],
      ways.map((way) => [
        way.method,
        everyWords(way),
        short(way.credit),
        short(way.fee),
        way.purchases,
        short(way.paid),
        short(way.stranded),
        ...(loses ? [short(way.expired)] : []),
      ]),
    ),
  ];
}
