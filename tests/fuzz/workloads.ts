import { readdirSync, readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { locatedText } from '../../src/catalog/problem.ts';
import { readWorkloadText } from '../../src/catalog/read-workload-file.ts';
import { estimate, WorkloadError, workloadProblemText } from '../../src/workload/index.ts';
import type { Draw } from '../arbitrary/draw.ts';
import { offerOf } from '../workload-offers.ts';
import { spoiltText, spoiltValue } from './spoil.ts';
import { must, mustRead, type Target } from './target.ts';

const FOLDER = 'data/workloads';
const TEXTS = readdirSync(FOLDER).map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));
const OFFER = offerOf('one', {
  rates: [
    { meter: 'input_tokens', price: '3', per: 1_000_000 },
    { meter: 'cache_read_tokens', price: '0.3', per: 1_000_000 },
    { meter: 'output_tokens', price: '15', per: 1_000_000 },
  ],
});

/** Work is estimated to the last digit, or told in places why it is none. */
function hold(text: string): void {
  const read = readWorkloadText('work.yaml', text);
  if ('problems' in read) {
    must(read.problems.length > 0, 'neither a workload nor a problem');
    for (const problem of read.problems) mustRead(locatedText(problem));
    return;
  }
  try {
    const { total, months } = estimate(OFFER, read.workload, { at: '2026-11-20' });
    must(total === null || /^\d+(\.\d+)?$/.test(total.expected), `a total of ${JSON.stringify(total)}`);
    must(months.length > 0, 'an estimate of no month');
  } catch (error) {
    if (!(error instanceof WorkloadError)) throw error;
    for (const problem of error.problems) mustRead(workloadProblemText(problem));
  }
}

const pickText = (draw: Draw): string => TEXTS[draw.below(TEXTS.length)] ?? '';

export const workloads: readonly Target[] = [
  {
    name: 'workload files, their text spoilt',
    cases: 200,
    run: (draw, show) => {
      const text = spoiltText(draw, pickText(draw));
      show(text);
      hold(text);
    },
  },
  {
    name: 'workload files, their values spoilt',
    cases: 200,
    run: (draw, show) => {
      const text = stringify(spoiltValue(draw, grown(draw, parse(pickText(draw)))), { aliasDuplicateObjects: false });
      show(text);
      hold(text);
    },
  },
];

/** Work with some of its numbers at the ends of what can be asked. */
function grown(draw: Draw, work: Record<string, unknown>): unknown {
  const numbers = Object.keys(work).filter((key) => typeof work[key] === 'number');
  const key = numbers[draw.below(Math.max(1, numbers.length))];
  if (key === undefined || draw.chance(50)) return work;
  return { ...work, [key]: draw.pick([0, 1, 2, 1e3, 1e6, 1e9, 9_999_999_999_999]) };
}
