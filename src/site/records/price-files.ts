import type { PriceAnswer } from '../../record-pricing/answer.ts';
import { awaitOffers } from '../../record-pricing/await-offers.ts';
import { GROUP_NAMES } from '../../record-pricing/group-names.ts';
import { problemList } from '../../record-pricing/problem-list.ts';
import { readInputs } from '../../record-pricing/read-inputs.ts';
import { tallyOf } from '../../record-pricing/tally.ts';
import { fileText } from './file-text.ts';
import type { Ask } from './messages.ts';
import { remotePrices } from './remote-prices.ts';

/** Prices files as the command does; `today` is the moment for records without a date. */
export async function priceFiles(ask: Ask, today: number, read: (bytes: number) => void): Promise<PriceAnswer> {
  const { files, groupBy, provider, format } = ask;
  const seller = provider === undefined ? {} : { provider };
  const prices = await remotePrices(ask.index, ask.offers, seller);
  const problems = problemList();
  const tally = tallyOf(prices, { at: null, today, when: {}, groupBy }, problems);
  const { take, settle, between } = awaitOffers(prices, tally.take);
  const options = {
    ...seller,
    ...(format === undefined ? {} : { format }),
    fields: groupBy.filter((name) => !GROUP_NAMES.includes(name)),
  };
  const inputs = files.map((file) => ({ name: file.name, open: () => between(fileText(file, read)) }));
  const repeated = await readInputs(inputs, options, take, problems);
  await settle();
  return tally.answer(repeated);
}
