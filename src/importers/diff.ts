import type { UpstreamImport } from '../catalog/read-upstream.ts';
import type { OfferClaim } from '../catalog/schema/claims-file.ts';
import { whenWords } from '../engine/when-words.ts';
import { inOrder } from './translation.ts';

/** What an import would change. */
export interface ImportDiff {
  readonly added: readonly NamedOffer[];
  readonly removed: readonly NamedOffer[];
  readonly changed: readonly ChangedOffer[];
  readonly unchanged: number;
}

export interface NamedOffer {
  readonly provider: string;
  readonly model_id: string;
}

export interface ChangedOffer extends NamedOffer {
  /** Prices of the same rate that differ; null where there is no such rate on that side. */
  readonly rates: readonly RateChange[];
  /** Names of the other facts that differ. */
  readonly facts: readonly string[];
}

export interface RateChange {
  /** `input_tokens per 1000000 over 200000, service tier batch`. */
  readonly rate: string;
  readonly before: string | null;
  readonly after: string | null;
}

export function diffImports(before: UpstreamImport | null, after: UpstreamImport): ImportDiff {
  const old = offersOf(before);
  const next = offersOf(after);
  const names = [...new Set([...old.keys(), ...next.keys()])].sort(inOrder);
  const added: NamedOffer[] = [];
  const removed: NamedOffer[] = [];
  const changed: ChangedOffer[] = [];
  for (const name of names) {
    const [had, has] = [old.get(name), next.get(name)];
    if (!had && has) added.push(has.name);
    if (had && !has) removed.push(had.name);
    if (!had || !has || had.text === has.text) continue;
    changed.push({ ...has.name, rates: rateChanges(had.claim, has.claim), facts: factChanges(had.claim, has.claim) });
  }
  const same = [...next].filter(([name, { text }]) => old.get(name)?.text === text).length;
  return { added, removed, changed, unchanged: same };
}

interface Listed {
  readonly name: NamedOffer;
  readonly claim: OfferClaim;
  readonly text: string;
}

function offersOf(one: UpstreamImport | null): Map<string, Listed> {
  const offers = new Map<string, Listed>();
  for (const [provider, file] of one?.files ?? []) {
    for (const claim of file.offers) {
      const name = { provider, model_id: claim.model_id };
      offers.set(`${provider}:${claim.model_id}`, { name, claim, text: JSON.stringify(claim) });
    }
  }
  return offers;
}

/** The end of a period, in the name of a rate. */
const UNTIL = / until \S+$/;

/** A price that now ends, because another follows it, is no change of its own. */
function rateChanges(before: OfferClaim, after: OfferClaim): RateChange[] {
  const [had, has] = [pricesOf(before), pricesOf(after)];
  return [...new Set([...had.keys(), ...has.keys()])].flatMap((rate) => {
    const change = { rate, before: had.get(rate) ?? null, after: has.get(rate) ?? null };
    const closed = change.before === null && had.get(rate.replace(UNTIL, '')) === change.after;
    return change.before === change.after || closed ? [] : [change];
  });
}

/** Prices by what they are for. Those of the last period go without its dates, so that a new period is a change. */
function pricesOf({ price }: OfferClaim): Map<string, string> {
  const prices = new Map<string, string>();
  if (price.state !== 'published') return prices;
  for (const { until, rates } of price.periods) {
    const dates = until === null ? '' : ` until ${until}`;
    for (const rate of rates) {
      if (rate.state === 'included' || rate.state === 'unpublished') continue;
      const when = rate.when ? `, ${whenWords(rate.when)}` : '';
      const steps = [{ over: null, price: rate.price }, ...(rate.tiers?.steps ?? [])];
      for (const step of steps) {
        const over = step.over === null ? '' : ` over ${step.over}`;
        prices.set(`${rate.meter} per ${rate.per}${over}${when}${dates}`, step.price);
      }
    }
  }
  return prices;
}

function factChanges(before: OfferClaim, after: OfferClaim): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof OfferClaim)[];
  const differs = (key: keyof OfferClaim): boolean => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  const facts = keys.filter((key) => (key === 'price' ? before.price.state !== after.price.state : differs(key)));
  return datesOf(before) === datesOf(after) ? facts : [...facts, 'dates'];
}

function datesOf({ price }: OfferClaim): string {
  return price.state === 'published' ? price.periods.map(({ from, until }) => `${from} ${until}`).join() : '';
}
