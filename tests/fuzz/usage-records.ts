import { readValues } from '../../src/record-pricing/read-values.ts';
import { ADAPTERS, parseRecord, recordProblemText } from '../../src/usage-records/index.ts';
import type { Draw } from '../arbitrary/draw.ts';
import { FIXTURES, readAll } from '../usage-record-fixtures.ts';
import { spoiltText, spoiltValue } from './spoil.ts';
import { must, mustRead, type Target } from './target.ts';

const QUANTITY = /^\d+(\.\d+)?$/;

/** Whatever values come: each record has plain quantities, and each problem has words. */
function hold(draw: Draw, values: readonly unknown[]): void {
  const format = draw.chance(40) ? ADAPTERS[draw.below(ADAPTERS.length)]?.format : undefined;
  const { outcomes } = readAll(values, format === undefined ? {} : { format });
  for (const outcome of outcomes) {
    must(Number.isInteger(outcome.where), 'an outcome without its line');
    if (outcome.kind === 'skipped') continue;
    for (const problem of outcome.problems) mustRead(recordProblemText(problem));
    if (outcome.kind !== 'record') continue;
    for (const { usage } of outcome.record.readings) {
      for (const count of Object.values(usage)) must(QUANTITY.test(String(count)), `a quantity of ${String(count)}`);
    }
  }
}

function pickRecords(draw: Draw): readonly unknown[] {
  return FIXTURES[draw.below(FIXTURES.length)]?.records ?? [];
}

const shaped: Target = {
  name: 'usage records, their values spoilt',
  cases: 1500,
  run: (draw, show) => {
    const text = JSON.stringify(pickRecords(draw).map((record) => spoiltValue(draw, record)));
    show(text);
    hold(draw, JSON.parse(text) as unknown[]);
  },
};

const texts: Target = {
  name: 'files of usage records, their text spoilt',
  cases: 600,
  run: async (draw, show) => {
    const records = pickRecords(draw);
    const ways = [
      () => records.map((record) => JSON.stringify(record)).join('\n'),
      () => records.map((record) => `data: ${JSON.stringify(record)}\n`).join('\n'),
      () => JSON.stringify(records, null, 2),
      () => `model,input_tokens,output_tokens\n${'mega,1200,300\n'.repeat(1 + draw.below(5))}`,
      () => `${'[{"a":'.repeat(draw.below(3000))}1`,
      () => `{"usage":${'['.repeat(draw.below(100_000))}`,
    ] as const;
    const spoilt = spoiltText(draw, draw.pick(ways)());
    show(spoilt);
    const pieces = async function* (): AsyncGenerator<string> {
      const size = 1 + draw.below(Math.max(64, Math.ceil(spoilt.length / 20)));
      for (let at = 0; at < spoilt.length; at += size) yield spoilt.slice(at, at + size);
    };
    const values: unknown[] = [];
    const lines = spoilt.split('\n').length + 1;
    await readValues(pieces(), {
      value: (value, line) => {
        must(line >= 0 && line <= lines, `a value at line ${line} of ${lines}`);
        values.push(value);
      },
      problem: ({ code }, line) => must(line >= 0 && line <= lines, `${code} at line ${line} of ${lines}`),
    });
    hold(draw, values);
  },
};

const digits: Target = {
  name: 'records with numbers of any length',
  cases: 500,
  run: (draw, show) => {
    const text = `${1 + draw.below(9)}${Array.from({ length: draw.below(40) }, () => draw.below(10)).join('')}`;
    const json = `{"n": ${draw.chance(50) ? text : `0.${text}`}, "s": "${text}:${text}"}`;
    show(json);
    const { n, s } = parseRecord(json) as { n: unknown; s: unknown };
    const written = json.slice(6, json.indexOf(','));
    must(bareDigits(String(n)) === bareDigits(written), `${written} was read as ${String(n)}`);
    must(s === `${text}:${text}`, `a text was read as ${String(s)}`);
  },
};

/** The digits of a decimal without what adds nothing to it. */
function bareDigits(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

export const usageRecords: readonly Target[] = [shaped, texts, digits];
