import { groupDigits, money } from '../catalog/words/money.ts';
import { Decimal, plain } from '../engine/decimal.ts';
import type { BreakEven } from '../workload/index.ts';
import { csv } from './csv.ts';
import { document, heading, inline, table } from './markdown.ts';

/**
 * Where the cheaper of two changes, as CSV: a row for each stretch of values on which one of them is the cheaper, from
 * the lowest that was looked at, with the exact crossing at which the stretch begins and both costs at its first value.
 */
export function breakEvenCsv(answer: BreakEven): string {
  const { vary, currency } = answer;
  const header = [
    `${vary} from`,
    `${vary} up to`,
    'cheaper',
    'exact crossing before it',
    `cost on ${answer.a} (${currency})`,
    `cost on ${answer.b} (${currency})`,
    'costs at',
  ];
  return csv(
    header,
    stretchesOf(answer).map(({ from, to, cheaper, at, a, b, costsAt }) => [from, to, cheaper, at, a, b, costsAt]),
  );
}

/** Where the cheaper of two changes, as a Markdown table with exact amounts. */
export function breakEvenMarkdown(answer: BreakEven): string {
  const { vary, currency } = answer;
  const amount = (text: string | null): string => (text === null ? '' : inline(money(text, currency)));
  const rows = stretchesOf(answer).map(({ from, to, cheaper, at, a, b, costsAt }) => [
    groupDigits(from),
    groupDigits(to),
    inline(cheaper),
    at === null ? '' : groupDigits(at),
    costsAt === null ? '' : groupDigits(costsAt),
    amount(a),
    amount(b),
  ]);
  const costs = [answer.a, answer.b].map((offer) => `On ${inline(offer)}`);
  const head = [`${inline(vary)} from`, 'Up to', 'Cheaper', 'Exact crossing', 'Costs at', ...costs];
  return document([
    heading(1, `Break-even: ${answer.a} and ${answer.b}`),
    rows.length > 0 ? table(head, rows, [0, 1, 3, 4, 5, 6]) : 'One of the two has no price for this anywhere.',
    `Looked at ${answer.looked_at} values of ${inline(vary)}, in steps of ${answer.step}.`,
  ]);
}

interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly cheaper: string;
  /** The exact crossing at which it begins, with a value and both costs there. */
  readonly at: string | null;
  readonly costsAt: string | null;
  readonly a: string | null;
  readonly b: string | null;
}

function stretchesOf(answer: BreakEven): Stretch[] {
  const { crossings, compared_from: from, compared_to: end } = answer;
  if (from === null || end === null) return [];
  const name = (side: 'a' | 'b' | 'equal' | null): string =>
    side === 'a' || side === 'b' ? (answer.a === answer.b ? `${answer[side]} (${side})` : answer[side]) : 'equal';
  const none = { at: null, costsAt: null, a: null, b: null };
  const [first] = crossings;
  if (!first) return [{ from, to: end, cheaper: name(answer.cheaper_at_end), ...none }];
  return [
    { from, to: first.last, cheaper: name(first.cheaper_before), ...none },
    ...crossings.flatMap((crossing, index): Stretch[] => {
      const { at, a, b, first: costsAt, cheaper_from: begins, cheaper_after } = crossing;
      const to = crossings[index + 1]?.last ?? end;
      const isSplit = begins !== costsAt;
      const equal = { from: costsAt, to: before(begins, answer.step), cheaper: 'equal', at, costsAt, a, b };
      const after = { from: begins, to, cheaper: name(cheaper_after) };
      return isSplit ? [equal, { ...after, ...none }] : [{ ...after, at, costsAt, a, b }];
    }),
  ];
}

/** The value one step before another. */
function before(value: string, step: string): string {
  return plain(new Decimal(value).minus(step));
}
