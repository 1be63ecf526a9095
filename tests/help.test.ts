import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkedData } from '../scripts/lib/checked-data.ts';
import { runToEnd } from '../src/cli/run.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'ratecard-help-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(FOLDER, name), text);
  return join(FOLDER, name);
};

async function run(...args: string[]): Promise<{ readonly code: number; readonly said: string }> {
  const said: string[] = [];
  const say = (text: string): void => void said.push(text);
  const [readFile, today] = [(path: string) => readFileSync(path, 'utf8'), () => '2026-11-20'];
  const io = { out: say, err: say, readFile, readStdin: () => '', today, dataDirectory: DATA };
  return { code: await runToEnd(args, io, '0.0.0'), said: said.join('\n') };
}

const TOKENS = 'aigateway/mistral-small-3.1-24b-instruct';
const MESSAGES = 'empiriolabs/mistral-small-3-1';
const FUNDED = 'openrouter/mistral-medium-3.1';
const BATCHED = 'mistral/mistral-medium-2508';
/** An offer with an earlier price, which gives some tokens free, some by the day and some by the month. */
const FREE = 'mistral/with-free-tokens';
const RECORDS = file(
  'records.jsonl',
  ['mistral-medium-2508', 'mine']
    .map((model) => JSON.stringify({ model, input_tokens: 1000, output_tokens: 200, team: 'a' }))
    .join('\n'),
);
const MAP = file('map.yaml', `models:\n  mine: ${BATCHED}\n`);
const ROW = { litellm_provider: 'acme', mode: 'chat', input_cost_per_token: 1e-6, output_cost_per_token: 2e-6 };
const DATASET = file('litellm.json', JSON.stringify({ 'acme/mega': ROW }));
const DEARER = file('litellm-dearer.json', JSON.stringify({ 'acme/mega': { ...ROW, input_cost_per_token: 9e-6 } }));
const EARLIER = join(FOLDER, 'earlier.json');
const DATA = join(FOLDER, 'data');

beforeAll(async () => {
  cpSync(checkedData(), DATA, { recursive: true });
  const rates = (price: string) =>
    `[${['input_tokens', 'output_tokens'].map((meter) => `{ meter: ${meter}, price: "${price}", per: 1000000, source: page }`).join(', ')}]`;
  const gives = (span: string) =>
    `{ label: Free, meters: [input_tokens], quantity: "1000", span: ${span}, source: page }`;
  const periods = [
    `{ from: null, until: 2026-01-01, rates: ${rates('1')} }`,
    `{ from: 2026-01-01, until: null, rates: ${rates('2')}, allowances: [${gives('day')}, ${gives('month')}] }`,
  ];
  writeFileSync(
    join(DATA, 'offers', `${FREE}.yaml`),
    `model: mistralai/mistral-medium-3.1\nmodel_id: free\nname: Free\nchecked: 2026-11-20\nperiods: [${periods}]\n` +
      'sources: { page: { url: "https://mistral.ai", retrieved: 2026-11-20 } }\n',
  );
  const { said } = await run('export', 'json');
  writeFileSync(EARLIER, said.replace('"price": "0.35"', '"price": "0.36"'));
  await run('import', 'litellm', '--from', DATASET, '--write');
});

/** An option as it is given, what stands beside it, without which it would change nothing, and how the command ends. */
type Given = readonly [given: string, beside?: string, code?: number];
interface Command {
  readonly words: string;
  /** Words for options of dates and billing periods, which change nothing elsewhere. */
  readonly periodic?: string;
  readonly options: Readonly<Record<string, Given>>;
  /** Options that change how the answer is found, and must not change the answer. */
  readonly same?: Readonly<Record<string, string>>;
}

const USED = '--usage {"input_tokens":1000000}';
const SET = '--workload support-chat';
const pricing = (usage: string): Readonly<Record<string, Given>> => ({
  '--when': ['--when service_tier=batch', usage],
  '--used-before': ['--used-before {"usage":{"input_tokens":5000}}', usage],
  '--at': ['--at 2020-01-01', usage],
  '--no-fees': ['--no-fees', usage],
  '--top-up': ['--top-up 100', usage],
  '--pay-by': ['--pay-by crypto', usage],
  '--days': ['--days 30', usage],
  '--currency': ['--currency EUR', usage],
  '--fx': ['--fx USD/EUR=0.9@2026-11-19', `${usage} --currency EUR`],
});
const FORMAT: Readonly<Record<string, Given>> = { '--format': ['--format json'] };
const QUESTION: Readonly<Record<string, Given>> = {
  ...pricing(USED),
  '--usage': [USED],
  '--requests': ['--requests 7', USED],
  '--workload': [SET],
  '--set': ['--set turns=9', SET],
  '--format': ['--format json', USED],
};
const { '--requests': _, ...LIMITED } = QUESTION;
const TOKENS_GROW = '--vary tokens';

const COMMANDS: Readonly<Record<string, Command>> = {
  estimate: { words: FUNDED, periodic: FREE, options: QUESTION },
  compare: {
    words: '',
    options: {
      ...QUESTION,
      '--model': ['--model mistralai/mistral-small-3.1', USED],
      '--where': ['--where can=vision', USED],
      '--limit': ['--limit 2', USED],
      '--bills': ['--bills', `${USED} --format json`],
    },
  },
  price: {
    words: RECORDS,
    same: { '--jobs': '--jobs 2' },
    options: {
      '--record-format': ['--record-format anthropic-messages', '', 1],
      '--provider': ['--provider openrouter'],
      '--as': [`--as ${TOKENS}`],
      '--group-by': ['--group-by team'],
      '--compare': ['--compare'],
      '--model': ['--model mistralai/mistral-small-3.1', '--compare'],
      '--map': [`--map ${MAP}`],
      '--when': ['--when service_tier=batch'],
      '--at': ['--at 2025-09-01'],
      ...FORMAT,
    },
  },
  solve: {
    words: `${FUNDED} --budget 10`,
    periodic: `${FREE} --budget 10`,
    options: {
      ...LIMITED,
      '--budget': ['', USED],
      '--horizon': ['--horizon', `${SET} --set months=3`],
    },
  },
  breakeven: {
    words: `${MESSAGES} ${FUNDED}`,
    periodic: `${MESSAGES} ${FREE}`,
    options: {
      ...pricing(`${TOKENS_GROW} --mix 9:1`),
      '--vary': [TOKENS_GROW],
      '--mix': ['--mix 9:1', TOKENS_GROW],
      '--from': ['--from 50', TOKENS_GROW],
      '--to': ['--to 50', TOKENS_GROW],
      '--usage': ['--usage {"output_tokens":500}', '--vary input_tokens'],
      '--requests': ['--requests 7', '--vary input_tokens'],
      '--workload': [SET, '--vary message_tokens'],
      '--set': ['--set turns=9', `${SET} --vary message_tokens`],
      '--set-b': ['--set-b turns=9', `${SET} --vary message_tokens`],
      '--format': ['--format json', TOKENS_GROW],
    },
  },
  show: { words: BATCHED, options: { '--at': ['--at 2020-01-01'], ...FORMAT } },
  search: { words: 'mistrla', options: FORMAT },
  meters: { words: '', options: FORMAT },
  changes: {
    words: '',
    options: { '--since': ['--since 2026-11-21'], '--against': [`--against ${EARLIER}`], ...FORMAT },
  },
  check: { words: '', options: FORMAT },
  export: {
    words: '',
    periodic: `csv --offer ${FREE} ${USED}`,
    options: {
      ...pricing(`csv --offer ${FUNDED} ${USED}`),
      '--used-before': ['--used-before {"usage":{"input_tokens":5000}}'],
      '--days': ['--days 30'],
      '--at': ['--at 2020-01-01'],
      '--offer': [`--offer ${FUNDED} ${USED}`, 'csv'],
      '--usage': [USED, `csv --offer ${MESSAGES}`],
      '--requests': ['--requests 7', `csv --offer ${MESSAGES}`],
      '--table': ['--table mine', `sql --offer ${TOKENS}`],
    },
  },
  import: {
    words: 'litellm',
    options: {
      '--from': [`--from ${DATASET}`],
      '--accept': ['--accept acme:acme/mega', `--from ${DEARER}`],
      '--write': ['--write', `--from ${DEARER} --accept acme:acme/mega`],
      '--format': ['--format json', `--from ${DATASET} --accept acme:acme/mega`],
    },
  },
};
const PERIODIC = ['--used-before', '--days', '--at'];

const asked = new Map<string, ReturnType<typeof run>>();

/** What the command answers to a line of words, each asked once. */
function ask(line: string): ReturnType<typeof run> {
  const answer = asked.get(line) ?? run(...line.split(' ').filter(Boolean));
  if (!line.includes('--write')) asked.set(line, answer);
  return answer;
}

/** The options that a command's help names. */
async function optionsOf(command: string): Promise<string[]> {
  const { said } = await run(command, '--help');
  return [...said.matchAll(/^ {2}(?:-h, )?(--[a-z-]+)/gm)]
    .map(([, option = '']) => option)
    .filter((one) => one !== '--help');
}

test('the help of the command names the commands below', async () => {
  const { said } = await run('--help');
  const names = [...(said.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
  expect(names.filter((name) => name !== 'help')).toEqual(Object.keys(COMMANDS));
});

describe.each(Object.entries(COMMANDS))('every option of %s', (name, { words, periodic, options, same = {} }) => {
  test('is below', async () => {
    expect((await optionsOf(name)).sort()).toEqual([...Object.keys(options), ...Object.keys(same)].sort());
  });

  test.each(Object.entries(options))(
    '%s is taken, and changes the answer',
    async (option, [given, beside = '', code]) => {
      const base = PERIODIC.includes(option) && periodic !== undefined ? periodic : words;
      const answer = await ask(`${name} ${base} ${beside} ${given}`);
      expect(code === undefined ? [0, 3] : [code], answer.said).toContain(answer.code);
      if (given !== '') expect(answer.said).not.toBe((await ask(`${name} ${base} ${beside}`)).said);
    },
  );

  test.each(Object.entries(same))('%s is taken, and changes nothing of the answer', async (_option, given) => {
    expect(await ask(`${name} ${words} ${given}`)).toEqual(await ask(`${name} ${words}`));
  });
});
