import type { Io } from './io.ts';

/** Says of some offers, in one line, that options change nothing on them, and why. Nothing where there are none. */
export function noteNoChange(
  offers: readonly { readonly id: string }[],
  [verb, verbs]: readonly [one: string, many: string],
  why: string,
  options: readonly string[],
  io: Io,
): void {
  const [first] = offers;
  if (!first || options.length === 0) return;
  const [who, them] =
    offers.length === 1 ? [`${first.id} ${verb}`, 'it'] : [`${offers.length} of the offers ${verbs}`, 'them'];
  io.err(`${who} ${why}; ${options.join(' and ')} ${options.length === 1 ? 'changes' : 'change'} nothing on ${them}`);
}
