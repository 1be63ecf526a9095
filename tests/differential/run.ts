import { waitForUpdate } from '@pydantic/genai-prices';
import { parseProviders } from '../../src/importers/genai-prices/parse.ts';
import { translateGenaiPrices } from '../../src/importers/genai-prices/translate.ts';
import { drawFrom, mulberry32 } from '../arbitrary/draw.ts';
import { compare, type Pair, pairOf, type Verdict } from './compare.ts';
import { drawMoment, drawUsage } from './usage.ts';

/** Every priced row of the upstream with our translation. */
export async function allPairs(): Promise<Pair[]> {
  const providers = (await waitForUpdate()) ?? [];
  const { providers: claims } = translateGenaiPrices(parseProviders(providers));
  const byName = new Map(
    claims.flatMap(({ provider, offers }) => offers.map((offer) => [`${provider.id}:${offer.model_id}`, offer])),
  );
  return providers.flatMap((provider) =>
    provider.models.flatMap((model) => {
      const claim = byName.get(`${provider.id}:${model.id}`);
      return (claim && pairOf(provider, model, claim)) ?? [];
    }),
  );
}

export interface Differential {
  readonly counts: Record<Verdict, number>;
  /** The first differences that nothing explains. */
  readonly unexplained: readonly string[];
}

/** Prices so many random usages on each pair, the same for the same seed. */
export function runDifferential(pairs: readonly Pair[], usages: number, seed: number): Differential {
  const draw = drawFrom(mulberry32(seed));
  const counts: Record<Verdict, number> = { equal: 0, unpriced_billed_as_zero: 0, refused_by_peer: 0, differs: 0 };
  const unexplained: string[] = [];
  for (const pair of pairs) {
    for (let index = 0; index < usages; index += 1) {
      const usage = drawUsage(draw, pair.meters);
      const moment = drawMoment(draw);
      const { verdict, ours, theirs } = compare(pair, usage, moment);
      counts[verdict] += 1;
      if (verdict !== 'differs' || unexplained.length >= 20) continue;
      unexplained.push(
        `${pair.offer.id} ${moment.toISOString()} ${JSON.stringify(usage)}: ours ${ours}, its ${theirs}`,
      );
    }
  }
  return { counts, unexplained };
}
