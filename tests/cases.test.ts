import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { FundingFile } from '../src/catalog/schema/funding.ts';
import { PeriodFile } from '../src/catalog/schema/period.ts';
import { Sources } from '../src/catalog/schema/source.ts';
import {
  type Adjustment,
  type AssumptionCode,
  type Bill,
  type BillFee,
  type BillLine,
  type BillOptions,
  type Converted,
  type EngineProblemCode,
  engineProblemText,
  type FeeKind,
  type Funding,
  type Gap,
  type GapCode,
  type LineTier,
  type Offer,
  type Period,
  tryPriceUsage,
  tryReadCard,
  type UsageGroup,
} from '../src/engine/index.ts';

const CASES = new URL('./cases/', import.meta.url);
const DEFAULT_AT = '2026-11-20';
const SOURCES = { page: { url: 'https://example.com/prices', retrieved: '2026-11-01' } };

/** Every code that some case must expect. */
interface Codes {
  assumptions: Record<AssumptionCode, true>;
  /** A comparison alone has gaps of exchange rates. */
  gaps: Record<Exclude<GapCode, 'no_exchange_rate'>, true>;
  /** Compiling alone has columns. */
  problems: Record<Exclude<EngineProblemCode, 'repeated_meter' | 'wrong_columns'>, true>;
  fees: Record<FeeKind, true>;
  adjustments: Record<Adjustment['kind'], true>;
  tiers: Record<LineTier['kind'], true>;
}

const CODES: Codes = {
  assumptions: {
    rate_reading: true,
    whole_inferred: true,
    overlap_assumed_none: true,
    equal_requests: true,
    mean_quantity: true,
    start_unknown: true,
    time_of_day_assumed: true,
    condition_unpriced: true,
    condition_same_price: true,
    subject_not_stated: true,
    nothing_used_before: true,
    nothing_spent_before: true,
    used_before_elsewhere: true,
    used_before_in_units: true,
    used_before_not_repriced: true,
    days_in_span: true,
    span_not_prorated: true,
    term_runs_on: true,
    fees_left_out: true,
    no_exchange_rate: true,
    one_span_for_days: true,
    payment_method_assumed: true,
    top_up_fee_unstated: true,
    top_up_shared: true,
    top_up_adjusted: true,
    top_up_left: true,
    balance_may_expire: true,
  },
  gaps: {
    no_rate: true,
    needs_condition: true,
    not_in_force: true,
    unpublished: true,
    plan_only: true,
    price_unknown: true,
    ambiguous: true,
  },
  problems: {
    unknown_meter: true,
    malformed_quantity: true,
    float_quantity: true,
    malformed_requests: true,
    part_exceeds_whole: true,
    unknown_condition: true,
    malformed_amount: true,
    repeated_exchange_rate: true,
    malformed_date: true,
    no_period: true,
    no_payment_method: true,
    too_many_digits: true,
    card_conflict: true,
    card_malformed: true,
    card_unread: true,
    missing_usage: true,
  },
  fees: {
    percent: true,
    recurring: true,
    invoice_rounding: true,
    minimum: true,
    commitment: true,
    credit: true,
    top_up: true,
  },
  adjustments: { block: true, allowance: true, multiplier: true, included: true },
  tiers: { cliff: true, volume: true, graduated: true },
};

/** Reads a value by another schema from within a transform. */
function readAs<T>(schema: z.ZodType<T>, value: unknown, context: z.core.$RefinementCtx): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) context.issues.push({ ...issue, input: value } as z.core.$ZodRawIssue);
  return z.NEVER;
}

/** The schema that fits what is there; unlike those of a union, its messages say what is wrong. */
function choose<T>(fitting: (raw: object | string) => z.ZodType<T>) {
  return z.union([z.string(), z.looseObject({})]).transform((raw, context): T => readAs(fitting(raw), raw, context));
}

const word = z.string().min(1);
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'expected a decimal as text');

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A rule of a period, or the rules of a list, with the one source that cases have. */
function withSource(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSource);
  return isObject(value) ? { source: 'page', ...value } : value;
}

const openPeriod = z.looseObject({}).transform((raw, context): Period => {
  const rules = Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, withSource(value)]));
  return readAs(PeriodFile, { from: null, until: null, ...rules }, context);
});
const funding = z
  .looseObject({})
  .transform((raw, context): Funding => readAs(FundingFile, { method: 'any', source: 'page', ...raw }, context));
const wholeCard = z
  .strictObject({
    currency: word.default('USD'),
    periods: z.array(openPeriod).min(1),
    funding: z.array(funding).exactOptional(),
    sources: Sources.exactOptional(),
  })
  .transform((terms): Offer => ({ id: 'acme/model', provider: 'acme', model: 'model', sources: SOURCES, ...terms }));
/** A card that no schema has seen, as a program might make it: the rules of its one period, and funding. */
function uncheckedOf({ unchecked, funding }: Record<string, unknown>): Partial<Offer> {
  const period = { from: null, until: null, rates: [], ...(unchecked as object) } as Period;
  return { periods: [period], ...(funding === undefined ? {} : { funding: funding as Funding[] }) };
}

/** A card with `periods`, or with the rates and rules of a single one that is open on both sides. */
const card = z.looseObject({}).transform((raw, context): Offer => {
  if (Object.hasOwn(raw, 'unchecked'))
    return { ...readAs(wholeCard, { periods: [{ rates: [] }] }, context), ...uncheckedOf(raw) };
  if (Object.hasOwn(raw, 'periods')) return readAs(wholeCard, raw, context);
  const own = (isOfPeriod: boolean) =>
    Object.fromEntries(Object.entries(raw).filter(([key]) => Object.hasOwn(PeriodFile.shape, key) === isOfPeriod));
  return readAs(wholeCard, { ...own(false), periods: [own(true)] }, context);
});

/** Quantities and conditions may be wrong on purpose, to see the problem that they make. */
const anything = z.record(z.string(), z.unknown());
const group = z.strictObject({
  usage: anything.exactOptional(),
  requests: z.unknown().exactOptional(),
  when: anything.exactOptional(),
} satisfies Record<keyof UsageGroup, z.ZodType>);
const options = z.strictObject({
  at: z.string().exactOptional(),
  when: anything.exactOptional(),
  fees: z.boolean().exactOptional(),
  payment_method: word.exactOptional(),
  top_up: z.string().exactOptional(),
  days: z.number().exactOptional(),
  used_before: z.strictObject({ usage: anything.exactOptional(), cost: z.string().exactOptional() }).exactOptional(),
  currency: word.exactOptional(),
  exchange_rates: z
    .array(z.strictObject({ from: word, to: word, rate: z.unknown().exactOptional(), date: word, source: word }))
    .exactOptional(),
} satisfies Partial<Record<keyof BillOptions, z.ZodType>>);

const adjustment = z
  .strictObject({
    kind: z.enum(Object.keys(CODES.adjustments) as Adjustment['kind'][]),
    label: word,
    used: decimal,
    billed: decimal,
    quantity: decimal,
    factor: decimal,
    rule: word,
  })
  .partial()
  .required({ kind: true });
const tier = z
  .strictObject({
    kind: z.enum(Object.keys(CODES.tiers) as LineTier['kind'][]),
    over: decimal.nullable(),
    up_to: decimal.nullable(),
    subject: word,
    boundary: z.enum(['inclusive', 'exclusive']),
    span: z.enum(['request', 'day', 'month', 'year', 'once']),
  } satisfies Record<keyof LineTier, z.ZodType>)
  .partial()
  .required({ kind: true });
const line = z
  .strictObject({
    meter: word,
    label: word,
    quantity: decimal,
    price: decimal,
    per: decimal,
    amount: decimal,
    tier: tier.nullable(),
    adjustments: z.array(adjustment),
    rate: word,
    source: word,
    parts: z.record(z.string(), decimal),
    rounded: decimal,
  } satisfies Record<keyof BillLine, z.ZodType>)
  .partial();
const billFee = z
  .strictObject({
    kind: z.enum(Object.keys(CODES.fees) as FeeKind[]),
    label: word,
    amount: decimal,
    formula: word,
    rule: word,
    source: word,
    rounded: decimal,
  } satisfies Record<keyof BillFee, z.ZodType>)
  .partial();
const gap = z
  .strictObject({
    meter: word,
    quantity: decimal,
    code: z.enum(Object.keys(CODES.gaps) as GapCode[]),
    reason: word,
  } satisfies Record<keyof Gap, z.ZodType>)
  .partial();
const assumptionCode = z.enum(Object.keys(CODES.assumptions) as AssumptionCode[]);
const assumption = choose<{ code: AssumptionCode; args?: Record<string, unknown> }>((raw) =>
  typeof raw === 'string'
    ? assumptionCode.transform((code) => ({ code }))
    : z.strictObject({ code: assumptionCode, args: anything }),
);
const billSchema = z
  .strictObject({
    total: decimal.nullable(),
    usage_total: decimal,
    fees_total: decimal,
    requests: decimal,
    lines: z.array(line),
    fees: z.array(billFee),
    gaps: z.array(gap),
    assumptions: z.array(assumption),
    converted: z
      .strictObject({
        from: word,
        to: word,
        rate: decimal,
        date: word,
        source: word,
        usage_total: decimal,
        fees_total: decimal,
        total: decimal.nullable(),
      } satisfies Record<keyof Converted, z.ZodType>)
      .partial()
      .nullable(),
  } satisfies Partial<Record<keyof Bill, z.ZodType>>)
  .partial()
  .refine((expected) => Object.keys(expected).length > 0, 'the case expects nothing');
const problemsSchema = z.strictObject({
  problems: z
    .array(
      z.strictObject({
        code: z.enum(Object.keys(CODES.problems) as EngineProblemCode[]),
        path: word,
        args: anything.exactOptional(),
      }),
    )
    .min(1, 'the case expects nothing'),
});

const caseFile = z.strictObject({
  cards: z.record(z.string(), card).default({}),
  cases: z
    .array(
      z
        .strictObject({
          name: word,
          why: word,
          card: choose<string | Offer>((raw) => (typeof raw === 'string' ? word : card)),
          usage: anything.exactOptional(),
          groups: z.array(group).min(1).exactOptional(),
          options: options.exactOptional(),
          read: z.boolean().default(true),
          expect: choose<z.output<typeof problemsSchema> | z.output<typeof billSchema>>((raw) =>
            Object.hasOwn(Object(raw), 'problems') ? problemsSchema : billSchema,
          ),
        })
        .refine(({ usage, groups }) => (usage === undefined) !== (groups === undefined), 'expected usage or groups'),
    )
    .min(1),
});
type CaseFile = z.output<typeof caseFile>;
type Case = CaseFile['cases'][number];

function readCases(yaml: string, name: string): CaseFile {
  const result = caseFile.safeParse(parse(yaml));
  if (!result.success) throw new Error(`${name}\n${z.prettifyError(result.error)}`);
  return result.data;
}

/** A card of its own for each case, of which nothing is kept from another. */
function offerOf({ card: named }: Case, { cards }: CaseFile): Offer {
  const found = typeof named === 'string' ? cards[named] : named;
  if (!found) throw new Error(`the file has no card "${String(named)}"`);
  return structuredClone(found);
}

const byCode = <T extends { code: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));

function check(one: Case, file: CaseFile): void {
  const groups = (one.groups ?? [{ usage: one.usage }]) as UsageGroup[];
  const asked = { at: DEFAULT_AT, ...one.options } as BillOptions;
  const offer = offerOf(one, file);
  if (one.read) tryReadCard(offer);
  const result = tryPriceUsage(offer, groups, asked);
  if ('problems' in one.expect) {
    expect('problems' in result ? result.problems : []).toMatchObject(one.expect.problems);
    return;
  }
  if ('problems' in result) throw new Error(result.problems.map(engineProblemText).join('\n'));
  const { assumptions, ...rest } = one.expect;
  expect(result.bill).toMatchObject(rest);
  if (assumptions) expect(byCode(result.bill.assumptions)).toMatchObject(byCode(assumptions));
}

const names = readdirSync(CASES).filter((name) => name.endsWith('.yaml'));
const files = names.map((name) => ({ name, file: readCases(readFileSync(new URL(name, CASES), 'utf8'), name) }));
const cases = files.flatMap(({ file }) => file.cases);

for (const { name, file } of files) {
  describe(name, () => {
    for (const one of file.cases) test(one.name, () => check(one, file));
  });
}

describe('the cases together', () => {
  test('have names of their own', () => {
    const all = cases.map(({ name }) => name);
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  test.each(Object.keys(CODES) as (keyof Codes)[])('expect every code of %s', (kind) => {
    const expected = new Set(cases.flatMap((one) => codesOf(one)[kind]));
    expect(Object.keys(CODES[kind]).filter((code) => !expected.has(code))).toEqual([]);
  });
});

function codesOf({ expect: expected }: Case): Record<keyof Codes, string[]> {
  const { lines = [], ...bill }: z.output<typeof billSchema> = 'problems' in expected ? {} : expected;
  return {
    assumptions: (bill.assumptions ?? []).map(({ code }) => code),
    gaps: (bill.gaps ?? []).flatMap(({ code }) => code ?? []),
    problems: 'problems' in expected ? expected.problems.map(({ code }) => code) : [],
    fees: (bill.fees ?? []).flatMap(({ kind }) => kind ?? []),
    adjustments: lines.flatMap((one) => (one.adjustments ?? []).map(({ kind }) => kind)),
    tiers: lines.flatMap((one) => one.tier?.kind ?? []),
  };
}

describe('a case file', () => {
  const VALID = `
cases:
  - name: one message costs its price
    why: 1 x 0.0019
    card: { rates: [{ meter: messages, price: "0.0019", per: 1 }] }
    usage: {}
    expect: { total: "0.0019", lines: [{ amount: "0.0019", adjustments: [] }] }
`;

  test('is read', () => {
    const file = readCases(VALID, 'valid');
    for (const one of file.cases) check(one, file);
  });

  test.each([
    ['a misspelt key of a case', 'usage:', 'usages:'],
    ['a misspelt key of a card', 'price:', 'prise:'],
    ['a misspelt key of what is expected', 'total:', 'totals:'],
    ['a misspelt key of an expected line', 'amount:', 'amuont:'],
    ['a case without a reason', 'why: 1 x 0.0019', ''],
    ['a case that expects nothing', /expect: .*/, 'expect: {}'],
    ['an expected number that is not text', 'total: "0.0019"', 'total: 0.0019'],
    ['a key given twice', 'usage: {}', 'usage: {}\n    usage: {}'],
  ])('with %s is refused', (_, from, to) => {
    expect(() => readCases(VALID.replace(from, to), 'changed')).toThrow();
  });

  test.each([
    ['another amount', 'amount: "0.0019"', 'amount: "0.002"'],
    ['another number of lines', 'lines: [', 'lines: [{}, '],
    ['an adjustment that is not there', 'adjustments: []', 'adjustments: [{ kind: included }]'],
    ['a problem', /expect: .*/, 'expect: { problems: [{ code: no_period, path: at }] }'],
  ])('that expects %s fails', (_, from, to) => {
    const file = readCases(VALID.replace(from, to), 'changed');
    expect(() => {
      for (const one of file.cases) check(one, file);
    }).toThrow();
  });
});
