import type { BreakEven } from '../../workload/index.ts';
import type { OfferList } from '../ranking/offer-list.ts';
import { crossingsOf, type Engine } from './crossings.ts';
import type { PricedModel } from './priced-model.ts';

/** A seller by the message against one by the token, along the tokens of a request. */
export interface MessageBreakEven {
  readonly message: number;
  readonly token: number;
  readonly answer: BreakEven;
}

/** At most so many of each kind of seller are held against one another, the cheapest for the work. */
const MESSAGE_SELLERS = 3;
const TOKEN_SELLERS = 12;

/** Every seller by the message against every seller by the token, the fees for credit folded in. */
export function messageBreakEvens(model: PricedModel, engine: Engine): MessageBreakEven[] {
  const { paying, board } = model;
  const byMessage = paying.filter((row) => chargesByMessage(board.list, row));
  const byToken = paying.filter((row) => !chargesByMessage(board.list, row));
  return byMessage.slice(0, MESSAGE_SELLERS).flatMap((message) =>
    byToken.slice(0, TOKEN_SELLERS).flatMap((token) => {
      const answer = crossingsOf(model, [message, token], 'tokens', engine);
      return answer ? [{ message, token, answer }] : [];
    }),
  );
}

/** Whether each request costs something whatever its length. */
function chargesByMessage({ prepared, index }: OfferList, row: number): boolean {
  return index.meters.some(({ implied }, meter) => {
    const price = implied === undefined ? undefined : prepared.prices[prepared.priceAt[meter]?.[row] ?? -1];
    return price !== undefined && (price.units > 0n || price.steps.length > 0);
  });
}
