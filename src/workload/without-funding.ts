import type { WorkOffer } from './limits.ts';
import type { Pricing } from './price-month.ts';

/** The same offers without what is paid for buying credit; each is always the same object, since one has one bill. */
export function withoutFunding({ offer, find, options }: Pricing): Pricing {
  const known = new Map<WorkOffer, WorkOffer>();
  const bare = (one: WorkOffer): WorkOffer => {
    const { funding: _, ...rest } = one;
    const made = known.get(one) ?? rest;
    known.set(one, made);
    return made;
  };
  const bareFind = (id: string): WorkOffer | undefined => {
    const found = find(id);
    return found && bare(found);
  };
  return { offer: bare(offer), find: bareFind, options };
}
