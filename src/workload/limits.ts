import { type Decimal, ZERO } from '../engine/decimal.ts';
import type { Offer } from '../engine/offer.ts';
import type { WorkGroup } from './work-group.ts';

/** An offer with the limits of what it can take and give, where they are known. */
export interface WorkOffer extends Offer {
  readonly context_window?: { readonly tokens: number };
  readonly max_output?: { readonly tokens: number };
  readonly modalities?: { readonly input: readonly string[] };
}

interface CannotArgs {
  modality_missing: { needed: string; taken: readonly string[] };
  context_exceeded: { needed: string; limit: string; step: string };
  output_exceeded: { needed: string; limit: string; step: string };
}

/** Why an offer cannot do the work at all, at whatever price. */
export type CannotDo = {
  [C in keyof CannotArgs]: {
    readonly code: C;
    readonly args: CannotArgs[C];
    readonly offer: string;
    readonly reason: string;
  };
}[keyof CannotArgs];

const REASONS: { readonly [C in keyof CannotArgs]: (args: CannotArgs[C]) => string } = {
  modality_missing: ({ needed, taken }) =>
    `this offer cannot do this work: it takes ${taken.join(' and ')} only, and the work has ${needed} to read; ` +
    `choose an offer that takes ${needed}`,
  context_exceeded: ({ needed, limit, step }) =>
    `this offer cannot do this work: ${step} needs ${needed} tokens of context, and its window holds ${limit}; ` +
    'shorten the history, or keep it to a window',
  output_exceeded: ({ needed, limit, step }) =>
    `this offer cannot do this work: ${step} writes ${needed} tokens, and it gives at most ${limit} in one answer; ` +
    'ask for shorter answers, or split them',
};

/** The most that any answering group needs, rounded up to whole tokens; infinite beyond what a float holds exactly. */
interface Needs {
  readonly context: number;
  readonly output: number;
  readonly media: boolean;
}

const needs = new WeakMap<readonly WorkGroup[], Needs>();

function needsOf(groups: readonly WorkGroup[]): Needs {
  const known = needs.get(groups);
  if (known) return known;
  const answers = groups.filter(({ role, requests }) => role === 'answer' && !requests.isZero());
  const found = {
    context: mostOf(answers.map(contextOf)),
    output: mostOf(answers.map(outputOf)),
    media: answers.some(({ takes }) => takes !== 'text'),
  };
  needs.set(groups, found);
  return found;
}

function mostOf(counts: readonly Decimal[]): number {
  const most = counts.reduce((high, count) => Math.max(high, count.ceil().toNumber()), 0);
  return Number.isSafeInteger(most) ? most : Number.POSITIVE_INFINITY;
}

function outputOf({ usage }: WorkGroup): Decimal {
  return usage.get('output_tokens') ?? ZERO;
}

function contextOf(group: WorkGroup): Decimal {
  const media = group.either.at(-1)?.get('input_tokens') ?? ZERO;
  return (group.usage.get('input_tokens') ?? ZERO).plus(media).plus(outputOf(group));
}

/** Why an offer cannot take some group: pictures or sound, more context than its window, more output than it gives. */
export function cannotDo(offer: WorkOffer, groups: readonly WorkGroup[]): CannotDo | null {
  const most = needsOf(groups);
  const { context_window, max_output } = offer;
  const fits = !most.media && !(context_window && most.context > context_window.tokens);
  if (fits && !(max_output && most.output > max_output.tokens)) return null;
  for (const group of groups) {
    const { label, role, requests, takes } = group;
    if (role !== 'answer' || requests.isZero()) continue;
    const taken = offer.modalities?.input;
    if (taken && takes !== 'text' && !taken.includes(takes)) {
      return cannot('modality_missing', { needed: takes, taken }, offer);
    }
    const [output, context] = [outputOf(group), contextOf(group)];
    const args = (needed: Decimal, limit: number) => ({ needed: needed.toFixed(), limit: String(limit), step: label });
    if (context_window && context.gt(context_window.tokens)) {
      return cannot('context_exceeded', args(context, context_window.tokens), offer);
    }
    if (max_output && output.gt(max_output.tokens)) {
      return cannot('output_exceeded', args(output, max_output.tokens), offer);
    }
  }
  return null;
}

function cannot<C extends keyof CannotArgs>(code: C, args: CannotArgs[C], { id }: WorkOffer): CannotDo {
  return { code, args, offer: id, reason: REASONS[code](args) } as CannotDo;
}
