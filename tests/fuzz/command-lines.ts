import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkedData } from '../../scripts/lib/checked-data.ts';
import { runToEnd } from '../../src/cli/run.ts';
import type { Draw } from '../arbitrary/draw.ts';
import { FIXTURES } from '../usage-record-fixtures.ts';
import { junk, spoiltText, spoiltValue } from './spoil.ts';
import { must, type Target } from './target.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'ratecard-fuzz-'));
const OFFERS = [
  ...['empiriolabs/mistral-small-3-1', 'openrouter/mistral-medium-3.1', 'mistral/mistral-medium-2508', 'nobody/none'],
] as const;
const WORDS = [
  ...OFFERS,
  'mistral',
  'json',
  'csv',
  'md',
  'focus',
  'sql',
  'support-chat',
  '__proto__',
  '',
  '-',
  '--',
] as const;
const COMMANDS = [
  ...['estimate', 'compare', 'price', 'solve', 'breakeven', 'show', 'search', 'meters', 'changes', 'check', 'export'],
  ...['help', 'nonsense'],
] as const;

/** What an option may be given, in its own form or near it. */
const OPTIONS: readonly (readonly [string, (draw: Draw) => string | null])[] = [
  ['--usage', (draw) => usageOf(draw)],
  ['--requests', (draw) => draw.pick(['1', '30000', '0', '-1', '1.5', '1e9', 'many', '9'.repeat(60)])],
  ['--when', (draw) => draw.pick(['service_tier=batch', 'region=eu', 'x=1', '__proto__=1', 'region=', '='])],
  [
    '--at',
    (draw) => draw.pick(['2026-11-20', '2020-01-01', '2026-02-30', '2026-11-20T09:30:00+02:00', 'now', '9999-12-31']),
  ],
  [
    '--used-before',
    (draw) => draw.pick(['{"usage":{"input_tokens":5},"cost":"1"}', '{}', '[]', '{"cost":1e9}', '{"__proto__":1}']),
  ],
  ['--no-fees', () => null],
  ['--top-up', (draw) => draw.pick(['5', '0', '-5', 'abc', '0.0000001'])],
  ['--pay-by', (draw) => draw.pick(['card', 'crypto', 'any', '__proto__', ''])],
  ['--days', (draw) => draw.pick(['1', '30', '0', '1.5', '999999'])],
  ['--currency', (draw) => draw.pick(['EUR', 'usd', 'credits', '€', ''])],
  [
    '--fx',
    (draw) => draw.pick(['EUR/USD=1.10@2026-11-19', 'USD/EUR=0.9@2026-11-19', 'a/b=c@d', 'USD/EUR=0@2026-11-19']),
  ],
  ['--format', (draw) => draw.pick(['text', 'json', 'csv', 'md', 'focus', 'xml'])],
  ['--limit', (draw) => draw.pick(['1', '5', '0', '-1', '999999999', 'x'])],
  [
    '--where',
    (draw) =>
      draw.pick(['context>=128000', 'can=vision', 'can!=vision', 'lab=mistralai', 'context<x', 'x', '__proto__=1']),
  ],
  ['--model', (draw) => draw.pick(['mistralai/mistral-small-3.1', 'mistral', '', '__proto__'])],
  ['--workload', (draw) => draw.pick(['support-chat', 'coding-agent', 'nightly-classification', 'nothing', '-', '.'])],
  [
    '--set',
    (draw) => draw.pick(['turns=7', 'turns=3..5..9', 'turns=9..5..3', '__proto__=1', 'x', '=', 'conversations=1e99']),
  ],
  ['--budget', (draw) => draw.pick(['10', '0', '-1', '1e9', 'abc', '0.000001'])],
  ['--since', (draw) => draw.pick(['2026-01-01', 'yesterday'])],
  ['--group-by', (draw) => draw.pick(['provider,model', 'day', 'constructor', '', ','])],
  ['--compare', () => null],
  ['--as', (draw) => draw.pick(OFFERS)],
  ['--bills', () => null],
  ['--help', () => null],
  ['--nonsense', () => null],
];

function usageOf(draw: Draw): string {
  const usage = { input_tokens: 1200, cache_read_tokens: 800, output_tokens: 300 };
  const value = draw.chance(30)
    ? [
        { requests: 10, usage },
        { usage, when: { service_tier: 'batch' } },
      ]
    : usage;
  const text = JSON.stringify(draw.chance(50) ? value : spoiltValue(draw, value)) ?? '';
  return draw.chance(80) ? text : spoiltText(draw, text);
}

function argumentsOf(draw: Draw): string[] {
  const command = draw.pick(COMMANDS);
  const words = Array.from({ length: draw.chance(70) ? 1 : draw.below(3) }, () => wordFor(command, draw));
  const options = Array.from({ length: draw.below(4) }, () => OPTIONS[draw.below(OPTIONS.length)]).flatMap((option) => {
    const value = option?.[1](draw) ?? null;
    return option ? [option[0], ...(value === null ? [] : [value])] : [];
  });
  return [command, ...words, ...options].filter((word) => draw.chance(97) || word === command);
}

function wordFor(command: string, draw: Draw): string {
  if (draw.chance(10)) return draw.chance(50) ? (JSON.stringify(junk(draw)) ?? '') : draw.pick(WORDS);
  if (command === 'price') return recordFile(draw);
  if (command === 'export') return draw.pick(['json', 'csv', 'md', 'focus', 'sql']);
  return command === 'check' ? FOLDER : draw.pick(OFFERS);
}

function recordFile(draw: Draw): string {
  const records = FIXTURES[draw.below(FIXTURES.length)]?.records ?? [];
  const path = join(FOLDER, 'records.jsonl');
  const lines = records.map((record) => JSON.stringify(draw.chance(60) ? record : spoiltValue(draw, record)));
  writeFileSync(path, draw.chance(80) ? lines.join('\n') : spoiltText(draw, lines.join('\n')));
  return path;
}

const SLIP = /\[object \w+\]|\bundefined\b|\bNaN\b|\n\s+at .*:\d+:\d+/;

export const commandLines: Target = {
  name: 'command lines',
  cases: 80,
  run: async (draw, show) => {
    const args = argumentsOf(draw);
    show(JSON.stringify(args));
    const said: string[] = [];
    const say = (text: string): void => void said.push(text);
    const directory = checkedData();
    const read = (path: string): string => {
      throw Object.assign(new Error(`no file ${path}`), { code: 'ENOENT' });
    };
    const today = (): string => '2026-11-20';
    const io = { out: say, err: say, readFile: read, readStdin: () => '', today, dataDirectory: directory };
    const code = await runToEnd(args, io, '0.0.0');
    must([0, 1, 2, 3].includes(code), `the exit code ${code}`);
    const all = said.join('\n');
    must(all.trim() !== '', 'nothing was said');
    const slip = SLIP.exec(all);
    must(
      !slip || args.join(' ').includes(slip[0]),
      `said ${slip?.[0]}: ${all.slice(Math.max(0, (slip?.index ?? 0) - 200), (slip?.index ?? 0) + 100)}`,
    );
  },
};
