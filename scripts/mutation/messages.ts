/** What the test runner asks of the worker that has the tests loaded. */
export interface Ask {
  /** Counts what each test covers, with no fault in place. */
  readonly dry?: boolean;
  readonly mutant?: string;
  readonly hitLimit?: number;
  /** The tests to run; all where it is left out. */
  readonly tests?: readonly string[];
  /** Leaves the worker. */
  readonly stop?: boolean;
}

/** How often the place of each fault was passed: while loading, and by each test. */
export interface Coverage {
  readonly static: Record<string, number>;
  perTest: Record<string, Record<string, number>>;
}

export interface RanTest {
  readonly id: string;
  readonly name: string;
  readonly ms: number;
  readonly failure: string | null;
}

export interface Answer {
  readonly ran: readonly RanTest[];
  readonly coverage?: Coverage;
  /** How often the fault was met. */
  readonly hits: number;
  /** A test that failed under the fault fails without it now: something that the fault wrote has stayed. */
  readonly spoilt: boolean;
}
