import { listWords } from '../words/list.ts';
import type { DifferenceArgs, DifferenceKind, Explanation } from './difference.ts';

/** Each kind as a heading names it. */
export const DIFFERENCE_LABELS: Record<DifferenceKind, string> = {
  rounding: 'Rounding',
  thousands: 'What K stands for',
  blend: 'Blend shown as a rate',
  unit_error: 'Wrong unit',
  markup: 'Constant markup',
  other_rule: 'Another tier or rule',
  other_unit: 'Billed by another unit',
  zero: 'A price of zero',
  older: 'Older date',
  context_as_output: 'Context shown as output',
  date_precision: 'How exact a date is',
  weights: 'Weights or endpoint',
  endpoint: 'Set by each endpoint',
  example: 'Example, not a default',
  spelling: 'Spelling',
  identity: 'Another model',
  unexplained: 'Not explained',
};

const OLDER: Record<DifferenceArgs['older']['how'], (args: DifferenceArgs['older']) => string> = {
  ended: ({ older, since }) => `${older} is the price that ended on ${since}`,
  changed: ({ older, since }) => `${older} is from before the change of ${since}`,
  apart: ({ older, since }) => `${older} may be out of date: its source is from ${since}`,
};

const ENDPOINT: Record<DifferenceArgs['endpoint']['what'], string> = {
  limit: 'each endpoint sets its own limit, up to what the model can',
  ability: 'the model may be able to; whether an endpoint lets it is for each seller to say',
  default: 'each endpoint sets its own defaults and ranges',
  modalities: 'an endpoint may pass on less than the model can take or give',
  listing: 'the later date may be the one on which that seller listed it',
};

const DATES: Record<DifferenceArgs['date_precision']['how'], string> = {
  day_apart: 'are a day apart, as one moment is in different time zones',
  month_only: 'are the same month, which one of the sources seems to give without its day',
};

const WORDS: { readonly [K in DifferenceKind]: (args: DifferenceArgs[K]) => string } = {
  rounding: ({ exact, shortened }) =>
    `${listWords(shortened.map(({ value }) => value))} ${shortened.length > 1 ? 'are' : 'is'} ${exact} ${listWords(
      shortened.map(({ how }) => how),
    )}`,
  thousands: ({ decimal, binary, thousands }) =>
    `${decimal} and ${binary} are both ${thousands}K, with K as 1,000 and as 1,024`,
  blend: ({ blend, shares, of }) => `${blend} is a blend of ${listWords(of)}, ${shares}, not a rate`,
  unit_error: (args) =>
    args.how === 'factor'
      ? `${args.larger} is ${args.factor} times ${args.smaller}: ${args.units}`
      : `${args.value} is shown as the price of ${args.claimed}; it is the ${args.really.charAt(0).toLowerCase()}${args.really.slice(1)}`,
  markup: ({ dearer, cheaper, ratio, meters, within }) =>
    within
      ? `one source has ${ratio} times what the other has, for ${listWords(meters)} alike: a markup, a discount, or a change of all prices between them`
      : `${dearer} asks ${ratio} times what ${cheaper} does, for ${listWords(meters)} alike`,
  other_rule: ({ value, speaker, rule, of }) => `${value} is what ${speaker} asks ${rule} for ${of}`,
  other_unit: ({ units }) =>
    `some charge by ${units.join(', others by ')}: these are different products, and neither price is turned into the other`,
  zero: ({ free, priced }) =>
    `${free} beside ${priced} may mean free, covered by a subscription, or not known; it is not taken for the cheapest`,
  older: (args) => OLDER[args.how](args),
  context_as_output: ({ value, speaker }) =>
    `${value} is also the context window that ${speaker} gives, so it may be no limit of its own on the answer`,
  date_precision: ({ earlier, later, how }) => `${earlier} and ${later} ${DATES[how]}`,
  weights: ({ endpoints, publishers }) =>
    `${listWords(publishers)} ${publishers.length > 1 ? 'speak' : 'speaks'} of the weights, which are published; ${listWords(endpoints)} ${
      endpoints.length > 1 ? 'call their endpoints' : 'calls its endpoint'
    } closed, or ${endpoints.length > 1 ? 'are' : 'is'} wrong`,
  endpoint: ({ what }) => ENDPOINT[what],
  example: ({ value, place, speaker }) =>
    `${value} is what a ${place} of ${speaker} uses, which is not said to be the default`,
  spelling: ({ how, names }) =>
    how === 'same'
      ? `${listWords(names)} are one name, spelt differently`
      : `${listWords(names)} are one name, with more or less of it said`,
  identity: ({ first, second, parts }) =>
    `${first} and ${second} are different models: ${listWords(parts)} ${parts.length > 1 ? 'differ' : 'differs'}`,
  unexplained: ({ values, within }) =>
    within
      ? `nothing known explains ${listWords(values)}: one of the sources is wrong`
      : `nothing known links ${listWords(values)}`,
};

/** Why values differ, in one sentence without its full stop. */
export function explanationText(explanation: Explanation): string {
  const words = WORDS[explanation.kind] as (args: Explanation['args']) => string;
  return words(explanation.args);
}
