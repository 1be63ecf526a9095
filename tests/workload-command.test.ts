import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { openCatalog } from '../src/catalog/open.ts';
import { locatedText } from '../src/catalog/problem.ts';
import { readWorkloadText } from '../src/catalog/read-workload-file.ts';
import { FIELDS, isNumberField } from '../src/workload/index.ts';
import { ratecard } from './command.ts';

const MESSAGES = 'empiriolabs/mistral-small-3-1';
const TOKENS = 'aigateway/mistral-small-3.1-24b-instruct';
const CHAT = `
kind: chat
conversations: 1000
turns: 5
system_tokens: 500
message_tokens: 150
answer_tokens: 300
history: all
`;
const file = (text: string) => ({ readFile: () => text });
const rowsOf = (out: string): string[][] => Papa.parse<string[]>(out).data;
const json = (out: string) => JSON.parse(out);

describe('estimate --workload', () => {
  test('a file: 1,000 conversations of 5 messages at 0.0019', () => {
    const { code, out } = ratecard(['estimate', MESSAGES, '--workload', 'chat.yaml', '--format', 'json'], file(CHAT));
    expect(code).toBe(0);
    expect(json(out).total).toEqual({ low: '9.5', expected: '9.5', high: '9.5' });
    expect(json(out).bills[0].total).toBe('9.5');
  });

  test('an input set on the command line, as a range', () => {
    const args = ['estimate', MESSAGES, '--workload', 'chat.yaml', '--set', 'turns=3..5..10', '--format', 'json'];
    const { out } = ratecard(args, file(CHAT));
    expect(json(out).total).toEqual({ low: '5.7', expected: '9.5', high: '19' });
    expect(json(out).drivers.map(({ input }: { input: string }) => input)).toEqual(['turns']);
  });

  test('what a preset says is marked, and what was set is not', () => {
    const args = ['estimate', MESSAGES, '--workload', 'support-chat', '--set', 'turns=4', '--format', 'json'];
    const { assumptions } = json(ratecard(args).out);
    const marked = assumptions.flatMap(({ code, args }: { code: string; args: { input: string } }) =>
      code === 'from_preset' ? [args.input] : [],
    );
    expect(marked).toContain('conversations');
    expect(marked).not.toContain('turns');
  });

  test('what the parts of a preset say is marked too', () => {
    const set = 'parts/0/workload/output_tokens=400';
    const { assumptions } = json(
      ratecard(['estimate', MESSAGES, '--workload', 'evaluation-run', '--set', set, '--format', 'json']).out,
    );
    const texts = assumptions.map(({ text }: { text: string }) => text);
    expect(texts).toContainEqual(
      expect.stringContaining('parts/0/workload/document_tokens is 800 (400 to 2000), taken from'),
    );
    expect(texts).not.toContainEqual(expect.stringContaining('parts/0/workload/output_tokens is'));
  });

  test('an input of a part that is not there is refused, not dropped', () => {
    const set = 'parts/9/workload/output_tokens=400';
    const { code, err } = ratecard(['estimate', MESSAGES, '--workload', 'evaluation-run', '--set', set]);
    expect(code).toBe(2);
    expect(err).toContain('mix has no input "parts/9/workload/output_tokens"');
  });

  test('an offer that cannot do the work is an incomplete answer with the reason', () => {
    const args = ['estimate', MESSAGES, '--workload', 'chat.yaml', '--set', 'system_tokens=200000'];
    const { code, out } = ratecard([...args, '--format', 'json'], file(CHAT));
    expect(code).toBe(3);
    expect(json(out).total).toBe(null);
    expect(json(out).cannot[0].args).toEqual({ needed: '200450', limit: '128000', step: 'turn 1 of 5' });
    expect(ratecard(args, file(CHAT)).out).toContain('this offer cannot do this work');
  });
});

describe('compare --workload', () => {
  test('ranks, and leaves out what cannot do the work with the reason', () => {
    const args = ['compare', '--workload', 'chat.yaml', '--set', 'answer_tokens=40000', '--format', 'json'];
    const { rows, unranked } = json(ratecard(args, file(CHAT)).out);
    const ranked = rows.map(({ offer }: { offer: string }) => offer);
    expect(ranked).not.toContain(MESSAGES);
    expect(unranked.find(({ offer }: { offer: string }) => offer === MESSAGES).cannot[0].code).toBe('output_exceeded');
  });
});

describe('solve and breakeven', () => {
  test('100 buys 52,631 messages', () => {
    const { code, out } = ratecard(['solve', MESSAGES, '--budget', '100', '--format', 'json']);
    expect(code).toBe(0);
    expect(json(out)).toMatchObject({ most: '52631', cost: '99.9989', left: '0.0011', next: '100.0008', reason: null });
  });

  test('100 buys 10,526 conversations of 5 messages', () => {
    const args = ['solve', MESSAGES, '--budget', '100', '--workload', 'chat.yaml', '--format', 'json'];
    expect(json(ratecard(args, file(CHAT)).out)).toMatchObject({ of: 'conversations', most: '10526', left: '0.003' });
  });

  test('what costs nothing has no most', () => {
    const { code, out } = ratecard([
      'solve',
      MESSAGES,
      '--budget',
      '1',
      '--usage',
      '{"messages": 0, "input_tokens": 5}',
    ]);
    expect(code).toBe(3);
    expect(out).toContain('no most');
  });

  test('messages against tokens at 3:1, with the fee of 5% on top', () => {
    const args = ['breakeven', MESSAGES, TOKENS, '--vary', 'tokens', '--mix', '3:1', '--format', 'json'];
    expect(json(ratecard(args).out).crossings.map(({ at }: { at: string }) => at)).toEqual(['4523.809523809524']);
  });

  test('input of which a part is cached is compared from that part on', () => {
    const args = ['breakeven', MESSAGES, TOKENS, '--vary', 'input_tokens', '--usage', '{"cache_read_tokens": 500}'];
    expect(json(ratecard([...args, '--format', 'json']).out)).toMatchObject({ from: '0', compared_from: '500' });
    expect(ratecard(args).out).toMatch(/values of input_tokens from 500 to |throughout, for input_tokens from 500 to /);
  });
});

describe('other formats', () => {
  test('an estimate, a ranking and what a budget buys as CSV carry the numbers of the JSON', () => {
    const args = ['--workload', 'chat.yaml', '--set', 'turns=3..5..10'];
    const [head, total] = rowsOf(ratecard(['estimate', MESSAGES, ...args, '--format', 'csv'], file(CHAT)).out);
    const at = (name: string): number => head?.indexOf(name) ?? -1;
    expect(total?.[at('row')]).toBe('total');
    expect(
      ['low (in currency)', 'amount (in currency)', 'high (in currency)'].map((name) => total?.[at(name)]),
    ).toEqual(['5.7', '9.5', '19']);
    const compared = ratecard(['compare', MESSAGES, ...args, '--format', 'csv'], file(CHAT)).out;
    expect(rowsOf(compared)[1]?.slice(0, 6)).toEqual(['1', MESSAGES, '9.5', '5.7', '19', '1']);
    const solved = ratecard(['solve', MESSAGES, '--budget', '100', ...args, '--format', 'csv'], file(CHAT)).out;
    // 100 / 0.0019 / 5 turns, and as many for 10 and 3 turns
    expect(rowsOf(solved)[1]?.slice(3)).toEqual(['10526', '99.997', '0.003', '100.0065', '5263', '17543', '']);
  });

  test.each([
    ['estimate', MESSAGES, '--workload', 'support-chat'],
    ['compare', MESSAGES, TOKENS, '--workload', 'support-chat'],
    ['solve', MESSAGES, '--budget', '100'],
    ['breakeven', MESSAGES, TOKENS, '--vary', 'tokens'],
  ])('%s prints Markdown with a heading and a table', (...args) => {
    const { code, out, err } = ratecard([...args, '--format', 'md']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^# .+\n\n(.+\n\n)*\|/);
  });

  test('an estimate of work has no FOCUS rows, and says which formats it has', () => {
    const { code, err } = ratecard(['estimate', MESSAGES, '--workload', 'support-chat', '--format', 'focus']);
    expect(code).toBe(2);
    expect(err).toContain('expected text, json, csv or md');
  });
});

describe('the words of a break-even', () => {
  test('say the whole count from which the other is the cheaper, with the exact crossing beside it', () => {
    // 0.0019 / (0.9 x 1.05 / 2 / 1,000,000) = 4,021.164..., and half of each must be whole
    const { out } = ratecard(['breakeven', MESSAGES, TOKENS, '--vary', 'tokens']);
    expect(out).toContain(`${MESSAGES} is the cheaper from tokens 4,022 on; up to 4,020 it is ${TOKENS}`);
    expect(out).toContain('the exact crossing is at 4,021.164021164021');
    expect(out).toContain('in steps of 2');
  });

  test('say where both cost the same, and from where on one is the cheaper', () => {
    const azure = 'azure/mistral-small-2503';
    const { out } = ratecard(['breakeven', MESSAGES, azure, '--vary', 'tokens']);
    // 0.0019 / 0.0000002 = 9,500
    expect(out).toContain(`${MESSAGES} is the cheaper from tokens 9,502 on; up to 9,498 it is ${azure}`);
    expect(out).toContain('both cost the same at 9,500');
    const csv = rowsOf(ratecard(['breakeven', MESSAGES, azure, '--vary', 'tokens', '--format', 'csv']).out);
    expect(csv.slice(1).map((row) => row.slice(0, 4))).toEqual([
      ['0', '9498', azure, ''],
      ['9500', '9500', 'equal', '9500'],
      ['9502', csv[3]?.[1], MESSAGES, ''],
    ]);
  });
});

describe('bad input', () => {
  const wrong: [string, string[], string][] = [
    ['a preset that is not there', ['compare', '--workload', 'suport-chat'], 'did you mean "support-chat"?'],
    [
      'an input that is not there',
      ['estimate', MESSAGES, '--workload', 'support-chat', '--set', 'turnz=3'],
      'no input "turnz"',
    ],
    [
      'a range upside down',
      ['estimate', MESSAGES, '--workload', 'support-chat', '--set', 'turns=9..5..3'],
      'put them in order',
    ],
    [
      'half a range',
      ['estimate', MESSAGES, '--workload', 'support-chat', '--set', 'turns=9..5'],
      'low..expected..high',
    ],
    ['usage and work', ['estimate', MESSAGES, '--workload', 'support-chat', '--requests', '3'], 'give one of them'],
    ['a change without work', ['estimate', MESSAGES, '--set', 'turns=3'], 'name one'],
    ['a budget that is none', ['solve', MESSAGES, '--budget', 'lots'], 'expected an amount of money'],
    [
      'an input that cannot grow',
      ['breakeven', MESSAGES, TOKENS, '--vary', 'history', '--workload', 'support-chat'],
      'can be varied',
    ],
    ['a mix of nothing', ['breakeven', MESSAGES, TOKENS, '--vary', 'tokens', '--mix', '0:0'], 'such as 3:1'],
  ];
  test.each(wrong)('%s', (_name, args, words) => {
    const { code, out, err } = ratecard(args, {
      readFile: () => {
        throw Object.assign(new Error('none'), { code: 'ENOENT' });
      },
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  test('a misspelt key in a file is found with its line, and with what was meant', () => {
    const read = readWorkloadText('mine.yaml', CHAT.replace('system_tokens', 'systm_tokens'));
    const texts = 'problems' in read ? read.problems.map(locatedText) : [];
    expect(texts).toContain('mine.yaml:5:1: unknown key "systm_tokens"; did you mean "system_tokens"?');
  });

  test('a range upside down in a file is found with its line', () => {
    const read = readWorkloadText('mine.yaml', CHAT.replace('turns: 5', 'turns: {low: 9, expected: 5, high: 3}'));
    const texts = 'problems' in read ? read.problems.map(locatedText) : [];
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/^mine\.yaml:4:8 turns: .*put them in order/);
  });
});

describe('presets', () => {
  const { catalog, problems } = openCatalog('data');

  test('are a dozen, each sound and with a reason for every number', () => {
    expect(problems).toEqual([]);
    expect(catalog.workloads.size).toBe(12);
    for (const { id, workload } of catalog.workloads.values()) {
      const works = workload.kind === 'mix' ? [workload, ...workload.parts.map((part) => part.workload)] : [workload];
      for (const work of works) {
        const numbers = Object.entries(FIELDS[work.kind]).flatMap(([key, field]) =>
          isNumberField(field) && key in work ? [key] : [],
        );
        expect([id, numbers.filter((key) => work.reasons?.[key] === undefined)]).toEqual([id, []]);
        const reasons = Object.keys(work.reasons ?? {});
        expect([id, reasons.filter((key) => !(key in work))]).toEqual([id, []]);
      }
      expect(workload.about).toBeTruthy();
    }
  });

  test.each([...catalog.workloads.keys()])('%s can be ranked on the catalog', (id) => {
    const { code, out } = ratecard(['compare', '--workload', id, '--limit', '3', '--format', 'json']);
    expect(code).toBe(0);
    expect(json(out).rows.length).toBeGreaterThan(0);
  });
});
