import { expect, test } from 'vitest';
import { estimate, fromPreset, type MixWork, type Workload, withInput } from '../src/workload/index.ts';
import { offerOf } from './workload-offers.ts';

const offer = offerOf('any', {
  rates: [{ meter: 'input_tokens', price: '1', per: 1_000_000 }],
});
const AT = { at: '2026-11-20' };
const CHAT: Workload = {
  kind: 'chat',
  name: 'Support',
  about: 'Questions and answers.',
  reasons: { turns: 'what a survey found', system_tokens: 'a page' },
  conversations: { low: 1, expected: 2, high: '3.0' },
  turns: 3,
  system_tokens: '500',
  message_tokens: 1,
  answer_tokens: 0,
  history: 'all',
};
const MIX: MixWork = {
  kind: 'mix',
  name: 'Both',
  volume: 10,
  reasons: { volume: 'a guess' },
  parts: [
    {
      share_percent: 50,
      workload: { kind: 'requests', name: 'Plain', input_tokens: 7, reasons: { input_tokens: 'short' } },
    },
    {
      share_percent: 50,
      workload: { kind: 'requests', input_tokens: { low: 1, expected: 8, high: 9 }, web_searches: 0 },
    },
  ],
};

const said = (workload: Workload, preset: ReturnType<typeof fromPreset>['preset']): string[] =>
  estimate(offer, workload, { ...AT, preset }).assumptions.flatMap(({ code, text }) =>
    code === 'from_preset' ? [text] : [],
  );

test('an estimate says of each number that it is the preset’s, and why, but not of what was changed', () => {
  const { workload, preset } = fromPreset('support', CHAT, { system_tokens: 600 });
  expect(workload).toEqual({ ...CHAT, system_tokens: 600 });
  expect(said(workload, preset)).toEqual([
    'conversations is 2 (1 to 3), taken from the preset support',
    'turns is 3, taken from the preset support: what a survey found',
    'message_tokens is 1, taken from the preset support',
    'answer_tokens is 0, taken from the preset support',
    'history is all, taken from the preset support',
  ]);
  expect(preset.inputs).toEqual(['conversations', 'turns', 'message_tokens', 'answer_tokens', 'history']);
  const { name, assumptions } = estimate(offer, workload, { ...AT, preset });
  expect(name).toBe('Support');
  expect(assumptions[1]).toEqual({
    code: 'from_preset',
    text: 'turns is 3, taken from the preset support: what a survey found',
    args: { input: 'turns', value: '3', preset: 'support', reason: 'what a survey found' },
  });
});

test('of parts too, by their paths', () => {
  const { workload, preset } = fromPreset('both', MIX, { 'parts/1/workload/web_searches': '2.5', volume: 20 });
  expect(workload).toEqual({
    ...MIX,
    volume: 20,
    parts: [MIX.parts[0], { share_percent: 50, workload: { ...MIX.parts[1]?.workload, web_searches: '2.5' } }],
  });
  expect(preset.inputs).toEqual(['parts/0/workload/input_tokens', 'parts/1/workload/input_tokens']);
  expect(preset.reasons).toEqual({ volume: 'a guess', 'parts/0/workload/input_tokens': 'short' });
  expect(said(withInput(workload, 'parts/1/workload/web_searches', 0), preset)).toEqual([
    'parts/0/workload/input_tokens is 7, taken from the preset both: short',
    'parts/1/workload/input_tokens is 8 (1 to 9), taken from the preset both',
  ]);
});

test('of a mix of many parts', () => {
  const many = { ...MIX, parts: Array.from({ length: 11 }, () => MIX.parts[0]) } as MixWork;
  const changed = withInput(many, 'parts/10/workload/input_tokens', 9) as MixWork;
  expect(changed.parts.map(({ workload }) => 'input_tokens' in workload && workload.input_tokens)).toEqual([
    ...Array.from({ length: 10 }, () => 7),
    9,
  ]);
});

test('an input that leads nowhere stays in sight, and is refused', () => {
  for (const [work, path] of [
    [MIX, 'parts/2/workload/input_tokens'],
    [CHAT, 'parts/0/workload/turns'],
    [MIX, 'parts/x/workload/turns'],
    [MIX, 'at/parts/0/workload/turns'],
  ] as const) {
    expect(withInput(work, path, 5)).toEqual({ ...work, [path]: 5 });
    expect(() => estimate(offer, withInput(work, path, 5), AT)).toThrow(`${work.kind} has no input "${path}"`);
  }
});

test('what a preset no longer holds is not said of it', () => {
  const preset = { preset: 'old', inputs: ['turns', 'users', 'parts/0/workload/turns'], reasons: {} };
  expect(said(CHAT, preset)).toEqual(['turns is 3, taken from the preset old']);
});
