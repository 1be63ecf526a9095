import { isNotFound } from '../../catalog/find-offer.ts';
import { resolveOffer } from '../../catalog/resolve-offer.ts';
import { ruleWords } from '../../catalog/words/rule-words.ts';
import type { RecordMap } from '../../record-pricing/record-map.ts';
import type { RemoteNames } from './remote-names.ts';

/** The offers that a map gives to names, with a remark for each that was found by a rule. Throws where there is none. */
export function namedInMap(
  names: RemoteNames,
  { models }: RecordMap,
): { readonly offers: ReadonlyMap<string, string>; readonly remarks: readonly string[] } {
  const remarks: string[] = [];
  const offers = Object.entries(models).map(([name, wanted]) => {
    const found = resolveOffer(names, wanted);
    if (isNotFound(found)) {
      const near = found.kind === 'unknown' ? found.nearest : found.candidates;
      const which = found.kind === 'unknown' ? 'there is no such offer' : 'that is the name of several';
      throw new Error(`the map says ${name} is ${wanted}: ${[which, ...near].join(', ')}`);
    }
    if (found.by === 'rule') remarks.push(ruleWords(wanted, found.offer.id));
    return [name, found.offer.id] as const;
  });
  return { offers: new Map(offers), remarks };
}
