import type { UpstreamImport } from '../catalog/read-upstream.ts';
import { Decimal } from '../engine/decimal.ts';
import type { ImportDiff } from './diff.ts';

/** Why an import is held back. */
interface HoldArgs {
  empty: Record<never, never>;
  lost: { what: 'claims' | 'rates' | 'prices'; before: number; after: number };
  provider_gone: { provider: string; offers: number };
  moved: { provider: string; model_id: string; rate: string; before: string; after: string };
}

export type HoldCode = keyof HoldArgs;
export type Hold = { [C in HoldCode]: { readonly code: C; readonly args: HoldArgs[C] } }[HoldCode];

const WORDS: { readonly [C in HoldCode]: (args: HoldArgs[C]) => string } = {
  empty: () => 'the upstream has no claim at all',
  lost: ({ what, before, after }) =>
    `${before - after} of ${before} ${what} are gone, more than a tenth; if that is right, remove the old import by hand and import anew`,
  provider_gone: ({ provider, offers }) =>
    `${provider} is gone with its ${offers} offers; if that is right, say --accept ${provider}`,
  moved: ({ provider, model_id, rate, before, after }) =>
    `${provider}:${model_id} ${rate} moved by more than half, from ${before} to ${after}; if that is right, say --accept ${provider}:${model_id}`,
};

export function holdText(hold: Hold): string {
  return (WORDS[hold.code] as (args: Hold['args']) => string)(hold.args);
}

/** Share of the rows of which a loss is taken for a fault of the download. */
const LOST = new Decimal('0.1');
/** Share of a price by which it may move without someone having looked. */
const MOVED = new Decimal('0.5');

/** What must be looked at before an import is written. `accepted` names providers and `provider:model_id`s. */
export function guard(
  before: UpstreamImport | null,
  after: UpstreamImport,
  diff: ImportDiff,
  accepted: readonly string[],
): Hold[] {
  const holds: Hold[] = [];
  if (after.report.rows.claims === 0) holds.push({ code: 'empty', args: {} });
  if (!before) return holds;
  const counts = [
    ['claims', before.report.rows.claims, after.report.rows.claims],
    ['rates', before.report.rows.rates, after.report.rows.rates],
    ['prices', before.report.states['published'] ?? 0, after.report.states['published'] ?? 0],
  ] as const;
  for (const [what, had, has] of counts) {
    if (LOST.times(had).lt(had - has)) holds.push({ code: 'lost', args: { what, before: had, after: has } });
  }
  for (const [provider, file] of before.files) {
    if (after.files.has(provider) || accepted.includes(provider)) continue;
    holds.push({ code: 'provider_gone', args: { provider, offers: file.offers.length } });
  }
  for (const { provider, model_id, rates } of diff.changed) {
    if (accepted.includes(`${provider}:${model_id}`)) continue;
    for (const { rate, before: had, after: has } of rates) {
      if (had === null || has === null || !movedFar(had, has)) continue;
      holds.push({ code: 'moved', args: { provider, model_id, rate, before: had, after: has } });
    }
  }
  return holds;
}

/** Whether a price moved by more than half of what it was: 2 to 0.99 or to 3.01, and any price from or to zero. */
export function movedFar(before: string, after: string): boolean {
  const [had, has] = [new Decimal(before), new Decimal(after)];
  return has.minus(had).abs().gt(had.times(MOVED));
}
