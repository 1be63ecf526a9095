import { awaitOffers } from '../../record-pricing/await-offers.ts';
import { offersComparison } from '../../record-pricing/compare-offers.ts';
import { GROUP_NAMES } from '../../record-pricing/group-names.ts';
import { problemList } from '../../record-pricing/problem-list.ts';
import { readInputs } from '../../record-pricing/read-inputs.ts';
import { tallyOf } from '../../record-pricing/tally.ts';
import { mappedAdapter, type ReadOptions } from '../../usage-records/index.ts';
import { comparable, comparedOffers } from './compared-offers.ts';
import { fileText } from './file-text.ts';
import type { Ask, Told } from './messages.ts';
import { namedInMap } from './named-in-map.ts';
import { remoteNames } from './remote-names.ts';
import { remotePrices } from './remote-prices.ts';

/** Prices files as the command does; `today` is the moment for records without a date. */
export async function priceFiles(
  ask: Ask,
  today: number,
  read: (bytes: number) => void,
): Promise<Extract<Told, { kind: 'answer' }>> {
  const { files, groupBy, provider, as, compare } = ask;
  const options = readOptions(ask);
  const names = await remoteNames(ask.index);
  const mapped = namedInMap(names, ask.map);
  const prices = remotePrices(names, ask.offers, {
    names: mapped.offers,
    ...(as === undefined ? {} : { as }),
    ...(provider === undefined ? {} : { provider }),
  });
  const terms = { at: null, today, when: {}, groupBy };
  const problems = problemList();
  const tally = tallyOf(prices, terms, problems);
  const others = compare
    ? offersComparison(prices.meters, await comparedOffers(names, ask.cards, compare), terms)
    : null;
  const { take, settle, between } = awaitOffers(prices, (outcome) => {
    tally.take(outcome);
    others?.take(outcome);
  });
  const inputs = files.map((file) => ({ name: file.name, open: () => between(fileText(file, read)) }));
  const repeated = await readInputs(inputs, options, take, problems);
  await settle();
  const priced = tally.answer(repeated);
  const answer = others ? { ...priced, comparison: others.ranking() } : priced;
  return { kind: 'answer', answer, comparable: comparable(names, priced), remarks: mapped.remarks };
}

function readOptions({ groupBy, provider, format, map }: Ask): ReadOptions {
  const adapter = map.records ? mappedAdapter(map.records) : format;
  if (map.records && typeof adapter === 'string') throw new Error(`the map's records: ${adapter}`);
  return {
    fields: groupBy.filter((name) => !GROUP_NAMES.includes(name)),
    ...(provider === undefined ? {} : { provider }),
    ...(adapter === undefined ? {} : { format: adapter }),
  };
}
