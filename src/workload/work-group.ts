import { Decimal, ZERO } from '../engine/decimal.ts';

/** A part of a request's input, for people: `2 x 450 earlier turns`. */
export interface Term {
  readonly what: string;
  readonly times: Decimal;
  readonly tokens: Decimal;
}

/** Equal requests that a workload makes. Quantities are those of one request. */
export interface WorkGroup {
  /** `turn 3 of 5`. */
  readonly label: string;
  readonly requests: Decimal;
  readonly usage: ReadonlyMap<string, Decimal>;
  /** How the input came about. */
  readonly terms: readonly Term[];
  /**
   * Ways to count the same thing, the first of which is taken that the card prices in full, else the last; token
   * counts are added to those of `usage`.
   */
  readonly either: readonly ReadonlyMap<string, Decimal>[];
  /** Whether the answer can wait for a batch. */
  readonly waits: boolean;
  /** What a model must take beside text. */
  readonly takes: 'text' | 'image' | 'audio';
  /** The offer that it goes to; null for the one that is asked about. */
  readonly offer: string | null;
  /** What it is beside answering: embedding or reranking, which another model does. */
  readonly role: 'answer' | 'embedding' | 'rerank';
}

/** A group without the optional parts. */
export function workGroup(
  label: string,
  requests: Decimal,
  usage: readonly (readonly [string, Decimal])[],
  more: Partial<Omit<WorkGroup, 'label' | 'requests' | 'usage'>> = {},
): WorkGroup {
  const counts = new Map(usage.filter(([, quantity]) => !quantity.isZero()));
  return {
    terms: [],
    either: [],
    waits: false,
    takes: 'text',
    offer: null,
    role: 'answer',
    ...more,
    label,
    requests,
    usage: counts,
  };
}

export function term(what: string, tokens: Decimal, times: Decimal = new Decimal(1)): Term[] {
  return tokens.isZero() || times.isZero() ? [] : [{ what, times, tokens }];
}

/** The tokens of all terms: 1 x 500 and 2 x 450 are 1,400. */
export function termTokens(terms: readonly Term[]): Decimal {
  return terms.reduce((total, { times, tokens }) => total.plus(times.times(tokens)), ZERO);
}

/** A share of a whole number of requests, to the nearest whole one, half up: 5% of 30 is 2. */
export function shareOf(requests: Decimal, percent: Decimal): Decimal {
  return requests.times(percent).div(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
}
