import type { DifferenceClass, Explanation } from './difference.ts';
import type { Statement } from './statement.ts';

/** A class that looks at two statements of different values, given in either order. */
export function eachPair(explain: (a: Statement, b: Statement) => Explanation | null): DifferenceClass {
  return (said) => {
    const found: Explanation[] = [];
    for (const a of said) {
      for (const b of said) {
        if (a.value === b.value) continue;
        const explanation = explain(a, b);
        if (explanation) found.push(explanation);
      }
    }
    return found;
  };
}

/** Whether two statements are about one offer, so that both cannot be right. */
export function sameOffer(a: Statement, b: Statement): boolean {
  return a.speaker.offer === b.speaker.offer;
}
