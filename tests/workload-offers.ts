import { type Period, readCard } from '../src/engine/index.ts';
import type { WorkOffer } from '../src/workload/index.ts';

/** An offer as the cases write it: rates or periods without sources, and limits. */
export interface CaseOffer {
  readonly rates?: readonly object[];
  readonly periods?: readonly { from: string | null; until: string | null; rates: readonly object[] }[];
  readonly funding?: WorkOffer['funding'];
  readonly currency?: string;
  readonly context_window?: number;
  readonly max_output?: number;
  readonly takes?: readonly string[];
}

export function offerOf(name: string, file: CaseOffer): WorkOffer {
  const periods = file.periods ?? [{ from: null, until: null, rates: file.rates ?? [] }];
  return readCard({
    id: `p/${name}`,
    provider: 'p',
    model: 'l/m',
    currency: file.currency ?? 'USD',
    periods: periods.map(({ rates, ...period }) => ({
      ...period,
      rates: rates.map((rate) => ({ source: 's', ...rate })) as unknown as Period['rates'],
    })),
    ...(file.funding ? { funding: file.funding } : {}),
    ...(file.context_window ? { context_window: { tokens: file.context_window } } : {}),
    ...(file.max_output ? { max_output: { tokens: file.max_output } } : {}),
    ...(file.takes ? { modalities: { input: file.takes } } : {}),
  });
}
