import { type Decimal, plain, ZERO } from '../engine/decimal.ts';
import type { UsageRecord } from '../usage-records/index.ts';
import type { PriceAnswer } from './answer.ts';
import type { Unmatched } from './price-list.ts';

/** Counts the records of models that have no offer. */
export interface UnmatchedModels {
  readonly add: (match: Unmatched, record: UsageRecord) => void;
  readonly merge: (part: PriceAnswer['unmatched']) => void;
  /** In the order in which the first record of each came. */
  readonly result: () => PriceAnswer['unmatched'];
}

export function unmatchedModels(): UnmatchedModels {
  const models = new Map<string, Omit<Unmatched, 'kind'> & { records: number; tokens: Decimal }>();
  const put = (match: Omit<Unmatched, 'kind'>, records: number, tokens: Decimal): void => {
    const { provider, model, nearest, ambiguous } = match;
    const id = `${provider} ${model}`;
    const known = models.get(id) ?? {
      provider,
      model,
      nearest,
      ...(ambiguous ? { ambiguous } : {}),
      records: 0,
      tokens: ZERO,
    };
    known.records += records;
    known.tokens = known.tokens.plus(tokens);
    models.set(id, known);
  };
  return {
    add: (match, { readings }) => {
      const usage = readings[0]?.usage ?? {};
      put(match, 1, ZERO.plus(usage['input_tokens'] ?? 0).plus(usage['output_tokens'] ?? 0));
    },
    merge: (part) => {
      for (const one of part) put(one, one.records, ZERO.plus(one.tokens));
    },
    result: () => [...models.values()].map(({ tokens, ...rest }) => ({ ...rest, tokens: plain(tokens) })),
  };
}
