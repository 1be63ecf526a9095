import type { Bill } from '../../src/engine/index.ts';
import { tryPriceUsage } from '../../src/engine/index.ts';
import { fromText, toText } from './decimal-text.ts';
import { oracle } from './oracle.ts';
import type { Answer, Question } from './question.ts';
import { add, type Rational, ZERO } from './rational.ts';

type Figures = Answer | { readonly problems: readonly string[] };

/** The engine's bill as the same figures. */
export function engineAnswer({ offer, groups, options }: Question): Figures {
  const result = tryPriceUsage(offer, groups, options);
  if ('problems' in result) return { problems: result.problems.map(({ code }) => code) };
  return figures(result.bill);
}

function figures({ lines, fees, gaps, usage_total, fees_total, total, converted }: Bill): Answer {
  return {
    lines: lines.map(({ rate, amount, quantity }) => ({ rate, amount, quantity })),
    fees: fees.map(({ kind, amount }) => ({ kind, amount })),
    gaps: gaps.map(({ meter, quantity, code }) => ({ meter, quantity, code })),
    usage_total,
    fees_total,
    total,
    ...(converted === null ? { converted } : {}),
    ...(converted
      ? {
          converted: {
            usage_total: converted.usage_total,
            fees_total: converted.fees_total,
            total: converted.total,
          },
        }
      : {}),
  };
}

/** Where two answers differ, in words; null where they agree. */
export function difference(question: Question): string | null {
  const answer = engineAnswer(question);
  const expected = oracle(question);
  if (sameProblems(answer, expected)) return null;
  const theirs = comparable(answer);
  const ours = comparable(expected);
  if (theirs === ours) return null;
  const { offer, groups, options } = question;
  const card = JSON.stringify({ periods: offer.periods, funding: offer.funding, groups, options }, null, 1);
  return `${card}\nengine\n${theirs}\noracle\n${ours}`;
}

/** Whether both refuse, the engine for some of the reasons: it need not go on once it has one. */
function sameProblems(engine: Figures, expected: Figures): boolean {
  if (!('problems' in engine) || !('problems' in expected)) return false;
  return engine.problems.length > 0 && engine.problems.every((code) => expected.problems.includes(code));
}

/** Gaps of one meter and code together, whatever their reasons say. */
function gapSums({ gaps }: Answer): Map<string, Rational> {
  const sums = new Map<string, Rational>();
  for (const { meter, quantity, code } of gaps) {
    const key = `${code} ${meter}`;
    sums.set(key, add(sums.get(key) ?? ZERO, fromText(quantity)));
  }
  return sums;
}

function comparable(answer: Figures): string {
  if ('problems' in answer) return `problems ${[...new Set(answer.problems)].sort().join(' ')}`;
  const rows = [
    ...answer.lines.map(({ rate, amount, quantity }) => `line ${rate} ${quantity} -> ${amount}`),
    ...answer.fees.filter(({ amount }) => amount !== '0').map(({ kind, amount }) => `fee ${kind} ${amount}`),
    ...[...gapSums(answer)].map(([gap, quantity]) => `gap ${gap} ${toText(quantity)}`),
  ].sort();
  const { usage_total, fees_total, total, converted } = answer;
  return [...rows, `totals ${JSON.stringify({ usage_total, fees_total, total, converted })}`].join('\n');
}
