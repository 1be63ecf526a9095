import { STANDARD_METERS } from '../../engine/index.ts';
import type { Workload } from '../../workload/index.ts';
import { LINK_VERSION, otherVersion, WORK_LINK_VERSION } from '../link-version.ts';
import type { WorkRoom } from './answer.ts';
import type { OfferShelf } from './offer-shelf.ts';
import type { Pin } from './pin.ts';
import { fieldProblem } from './price-state.ts';
import { readLink } from './state.ts';
import { usualCounts } from './usual-counts.ts';
import type { WorkLoader } from './work-loader.ts';
import type { WorkState } from './workload/work-texts.ts';

/** What the page's address asks for. */
export interface AskedFor {
  readonly offer: string | null;
  readonly values: Readonly<Record<string, string>>;
  readonly work: WorkState | null;
  readonly pin: Pin | null;
  readonly ignored: readonly string[];
}

/** Reads an address; where it is about work, for which more is needed, throws if that cannot be fetched. */
export async function readAddress(query: string, loader: WorkLoader): Promise<AskedFor> {
  const other = otherVersion(query, [LINK_VERSION, WORK_LINK_VERSION]);
  if (other !== null) return { ...readCounts(''), ignored: [other] };
  const isOfWork = new URLSearchParams(query).get('v') === WORK_LINK_VERSION;
  return isOfWork ? readWork(query, await loader.open(), loader.presets()) : readCounts(query);
}

/** The offer that is asked for, else the one shown before; `missing` names one that the catalog does not hold. */
export function offerAsked(
  { offer }: AskedFor,
  { named }: Pick<OfferShelf, 'named'>,
  shown: string,
): { readonly id: string; readonly missing: readonly string[] } {
  if (offer === null) return { id: shown, missing: [] };
  return named.has(offer)
    ? { id: offer, missing: [] }
    : { id: shown, missing: [`offer=${offer}, which the catalog does not hold`] };
}

/** Reads an address about plain counts; where it states none, those of the usual work. */
function readCounts(query: string): AskedFor {
  const { state, pin, ignored } = readLink(query, STANDARD_METERS);
  const problems = Object.entries(state.values).map(
    ([name, value]) => [name, value, fieldProblem(name, value)] as const,
  );
  const good = problems.filter(([, , problem]) => problem === null).map(([name, value]) => [name, value] as const);
  const wrong = problems.flatMap(([name, value, problem]) =>
    problem === null ? [] : [`${name}=${value}: ${problem.toLowerCase().replace(/\.$/, '')}`],
  );
  return {
    offer: state.offer,
    values: withUsualCounts(Object.fromEntries(good)),
    work: null,
    pin: pin ?? null,
    ignored: [...ignored, ...wrong],
  };
}

/** Values with the usual counts where none are stated. */
export function withUsualCounts(values: Readonly<Record<string, string>>): Record<string, string> {
  const hasUsage = Object.keys(values).some((name) => name.startsWith('u.'));
  const usual = Object.entries(usualCounts()).filter(([name]) => !hasUsage || !name.startsWith('u.'));
  return { ...Object.fromEntries(usual), ...values };
}

/** Reads an address about work. */
function readWork(query: string, room: WorkRoom, presets: ReadonlyMap<string, Workload>): AskedFor {
  const { offer, work, values, pin, ignored } = room.readWorkLink(query, presets, STANDARD_METERS);
  const preset = work.preset === null ? undefined : presets.get(work.preset);
  const own = room.ownRanges(work, preset ? room.textsOf(preset) : null);
  return { offer, values, work: { ...work, own }, pin: pin ?? null, ignored };
}
