import type { Usage } from '../../src/engine/index.ts';
import { containersOf, IMPLIED, isMeter, partsOf } from './containment.ts';
import { fromText } from './decimal-text.ts';
import { order, type Rational, subtract, total, ZERO } from './rational.ts';

/** One request's counts. */
export interface Counted {
  readonly stated: ReadonlyMap<string, Rational>;
  /** What each stated or implied meter keeps after its stated parts. */
  readonly own: ReadonlyMap<string, Rational>;
  readonly problems: readonly string[];
}

const PLAIN = /^\d+(\.\d+)?$/;

function read(usage: Usage, problems: string[]): Map<string, Rational> {
  const counts = new Map<string, Rational>();
  for (const [meter, value] of Object.entries(usage)) {
    if (!isMeter(meter)) problems.push('unknown_meter');
    else if (typeof value === 'number' ? Number.isSafeInteger(value) && value >= 0 : PLAIN.test(value))
      counts.set(meter, fromText(value));
    else problems.push(typeof value === 'number' && value > 0 ? 'float_quantity' : 'malformed_quantity');
  }
  return counts;
}

/** Counts one request, or a sum of usage that implies nothing. */
export function count(usage: Usage, kind: 'request' | 'sum'): Counted {
  const problems: string[] = [];
  const stated = read(usage, problems);
  const all = new Map(stated);
  const implied = kind === 'request' ? IMPLIED : [];
  for (const [meter, quantity] of implied) if (!all.has(meter)) all.set(meter, fromText(quantity));
  const own = new Map<string, Rational>();
  const innermostFirst = [...all.keys()].sort((a, b) => containersOf(b).size - containersOf(a).size);
  for (const meter of innermostFirst) {
    const taken = total([...partsOf(meter)].map((part) => own.get(part) ?? ZERO));
    const rest = subtract(all.get(meter) ?? ZERO, taken);
    if (order(rest, ZERO) < 0) problems.push('part_exceeds_whole');
    own.set(meter, rest);
  }
  return { stated, own, problems };
}

/** The whole count of a meter: as stated, else the sum of its parts. */
export function wholeOf(meter: string, { stated, own }: Counted): Rational {
  const known = stated.get(meter);
  if (known) return known;
  return total([own.get(meter) ?? ZERO, ...[...partsOf(meter)].map((part) => own.get(part) ?? ZERO)]);
}
