import type { Input, Kind, Workload } from '../../../workload/index.ts';

/** What was typed about some work: a text by the path of its input, a range as `3..5..9`. */
export type WorkTexts = Readonly<Record<string, string>>;

/** Work as a form holds it. */
export interface WorkState {
  readonly kind: Kind;
  /** The preset that it began from. */
  readonly preset: string | null;
  readonly texts: WorkTexts;
  /** Inputs whose low and high the reader set, so that they no longer follow the expected value. */
  readonly own?: readonly string[];
}

/** The three values of a range; null for a text that is none. */
export interface Ends {
  readonly low: string;
  readonly expected: string;
  readonly high: string;
}

export function endsOf(text: string): Ends | null {
  const [low, expected, high, ...more] = text.split('..');
  if (low === undefined || expected === undefined || high === undefined || more.length > 0) return null;
  return { low, expected, high };
}

export function rangeText({ low, expected, high }: Ends): string {
  return `${low}..${expected}..${high}`;
}

const DESCRIBED: readonly string[] = ['kind', 'name', 'about', 'reasons', 'parts'];

/** The texts that say what a workload says: `{turns: {low: 3, expected: 5, high: 9}}` is `{turns: '3..5..9'}`. */
export function textsOf(workload: Workload): WorkTexts {
  const own = inputTexts(workload, '');
  const parts =
    workload.kind === 'mix'
      ? workload.parts.flatMap(({ share_percent, offer, workload: part }, index) => [
          [`parts/${index}/share_percent`, String(share_percent)] as const,
          ...(offer === undefined ? [] : [[`parts/${index}/offer`, offer] as const]),
          [`parts/${index}/workload/kind`, part.kind] as const,
          ...inputTexts(part, `parts/${index}/workload/`),
        ])
      : [];
  return Object.fromEntries([...own, ...parts]);
}

function inputTexts(work: object, path: string): (readonly [string, string])[] {
  return Object.entries(work)
    .filter(([key, value]) => !DESCRIBED.includes(key) && value !== undefined)
    .map(([key, value]) => [path + key, inputText(value as Input | boolean)] as const);
}

function inputText(value: Input | boolean): string {
  if (typeof value !== 'object') return String(value);
  return rangeText({ low: String(value.low), expected: String(value.expected), high: String(value.high) });
}

/** How many parts the texts of a mix speak of. */
export function partCount(texts: WorkTexts): number {
  const indices = Object.keys(texts).flatMap((path) => /^parts\/(\d+)\//.exec(path)?.[1] ?? []);
  return indices.reduce((most, index) => Math.max(most, Number(index) + 1), 0);
}

/** The description of work that the texts say, as a file would hold it; what is wrong with it shows when it is read. */
export function workloadOf({ kind, texts }: WorkState): Record<string, unknown> {
  const work: Record<string, unknown> = { kind };
  const parts = Array.from({ length: partCount(texts) }, () => ({
    own: {} as Record<string, unknown>,
    workload: {} as Record<string, unknown>,
  }));
  for (const [path, text] of Object.entries(texts)) {
    if (text.trim() === '') continue;
    const [, index, inWork, key = ''] = /^parts\/(\d+)\/(workload\/)?(.+)$/.exec(path) ?? [];
    const part = parts[Number(index)];
    if (!part) work[path] = inputOf(text);
    else if (inWork === undefined) part.own[key] = inputOf(text);
    else part.workload[key] = inputOf(text);
  }
  if (kind === 'mix') work['parts'] = parts.map(({ own, workload }) => ({ ...own, workload }));
  return work;
}

const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;

function inputOf(text: string): unknown {
  const ends = endsOf(text);
  if (ends) return { low: plainText(ends.low), expected: plainText(ends.expected), high: plainText(ends.high) };
  const plain = plainText(text);
  return plain === 'true' || plain === 'false' ? plain === 'true' : plain;
}

/** Without the commas that set thousands apart. */
function plainText(text: string): string {
  const trimmed = text.trim();
  return GROUPED.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed;
}
