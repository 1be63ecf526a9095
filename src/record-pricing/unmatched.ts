import { type Decimal, plain, ZERO } from '../engine/decimal.ts';
import type { UsageRecord } from '../usage-records/index.ts';
import type { PriceAnswer } from './answer.ts';
import type { Unmatched } from './price-list.ts';

/** Counts the records of models that have no offer. */
export function unmatchedModels(): {
  readonly add: (match: Unmatched, record: UsageRecord) => void;
  /** The most frequent first. */
  readonly result: () => PriceAnswer['unmatched'];
} {
  const models = new Map<string, { readonly match: Unmatched; records: number; tokens: Decimal }>();
  return {
    add: (match, { readings }) => {
      const id = `${match.provider} ${match.model}`;
      const known = models.get(id) ?? { match, records: 0, tokens: ZERO };
      const usage = readings[0]?.usage ?? {};
      known.records += 1;
      known.tokens = known.tokens.plus(usage['input_tokens'] ?? 0).plus(usage['output_tokens'] ?? 0);
      models.set(id, known);
    },
    result: () =>
      [...models.values()]
        .map(({ match: { provider, model, nearest }, records, tokens }) => ({
          provider,
          model,
          records,
          tokens: plain(tokens),
          nearest,
        }))
        .sort((a, b) => b.records - a.records),
  };
}
