import { usageField } from '../calculator/field-names.ts';
import { readNumber } from '../calculator/number-text.ts';
import type { Work } from '../ranking/work.ts';
import { WORKLOAD } from '../workload.ts';

/** A number field of the workload's line: its name in links, and the words around it. */
export interface WorkField {
  readonly name: string;
  /** What it is called where there is no line around it. */
  readonly label: string;
  /** What follows it in the line. */
  readonly after: string;
  readonly number: 'whole' | 'decimal';
}

export const WORK_FIELDS: readonly WorkField[] = [
  { name: 'requests', label: 'Requests a month', after: 'requests a month', number: 'whole' },
  { name: 'u.input_tokens', label: 'Tokens in', after: 'tokens in', number: 'decimal' },
  { name: 'u.cache_read_tokens', label: 'Of which cached', after: 'of them cached', number: 'decimal' },
  { name: 'u.output_tokens', label: 'Tokens out', after: 'tokens out', number: 'decimal' },
  { name: 'u.web_searches', label: 'Web searches', after: 'web searches', number: 'decimal' },
];

/** The text of each field by its name. */
export type WorkTexts = Readonly<Record<string, string>>;

/** Kinds of work that a reader can start from. */
export const PRESETS: readonly { readonly id: string; readonly name: string; readonly work: WorkTexts }[] = [
  preset('chat', 'Short chat', WORKLOAD.requests, '1200', '800', '300', '0'),
  preset('documents', 'Answers from documents', '20000', '6000', '1000', '400', '0'),
  preset('agent', 'Coding agent', '3000', '60000', '48000', '1500', '0'),
  preset('summaries', 'Summaries of long texts', '5000', '20000', '0', '600', '0'),
  preset('labels', 'Sorting short texts', '100000', '600', '400', '20', '0'),
  preset('research', 'Research on the web', '2000', '8000', '2000', '1200', '3'),
];

function preset(
  id: string,
  name: string,
  requests: string,
  input: string,
  cached: string,
  out: string,
  search: string,
) {
  return {
    id,
    name,
    work: {
      requests,
      [usageField('input_tokens')]: input,
      [usageField('cache_read_tokens')]: cached,
      [usageField('output_tokens')]: out,
      [usageField('web_searches')]: search,
    },
  };
}

/** The work that every page begins with. */
export const USUAL_WORK: WorkTexts = PRESETS[0]?.work ?? {};

/** The workload of some texts, or what is wrong by the field that is to blame. An empty field counts nothing. */
export function readWork(texts: WorkTexts): { readonly work: Work } | { readonly reasons: WorkTexts } {
  const reasons: Record<string, string> = {};
  const values: Record<string, string> = {};
  for (const { name, number } of WORK_FIELDS) {
    const typed = texts[name]?.trim() ?? '';
    const read = typed === '' ? { value: '0' } : readNumber(typed, number);
    if ('reason' in read) reasons[name] = `Expected ${read.reason}.`;
    else values[name] = trimmed(read.value);
  }
  const whole = values['u.input_tokens'];
  const part = values['u.cache_read_tokens'];
  if (whole !== undefined && part !== undefined && isLess(whole, part)) {
    reasons['u.cache_read_tokens'] = 'Expected no more than the tokens in, of which these are a part.';
  }
  if (Object.keys(reasons).length > 0) return { reasons };
  const { requests = '0', ...counts } = values;
  const usage = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name.slice(2), value]));
  return { work: { requests, usage } };
}

/** Without zeros that say nothing: `007.50` is `7.5`. */
function trimmed(value: string): string {
  const text = value.replace(/^0+(?=\d)/, '');
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function isLess(a: string, b: string): boolean {
  const [aWhole = '', aPart = ''] = a.split('.');
  const [bWhole = '', bPart = ''] = b.split('.');
  const width = Math.max(aWhole.length, bWhole.length);
  const places = Math.max(aPart.length, bPart.length);
  return (
    aWhole.padStart(width, '0') + aPart.padEnd(places, '0') < bWhole.padStart(width, '0') + bPart.padEnd(places, '0')
  );
}
