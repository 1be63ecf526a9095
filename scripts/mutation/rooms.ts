import { globSync } from 'node:fs';

/** A room whose code faults are put into, and the tests that are to notice, the quickest first. */
export interface Room {
  readonly tests: readonly string[];
  /** Tests that say nothing of the room, or take too long to be asked thousands of times. */
  readonly without?: RegExp;
}

export const ROOMS: Readonly<Record<string, Room>> = {
  engine: {
    tests: [
      'engine-words',
      'read-card',
      'bill-traces',
      'meter-table',
      'moments',
      'running-bill',
      'lanes',
      'cases',
      'compare',
      'properties/malformed',
      'properties/compiled',
      'properties/running-bill',
      'properties/oracle',
    ],
    without: /fast-check|every step of the rules/,
  },
  'usage-records': {
    tests: [
      'record-formats',
      'usage-record-outcomes',
      'usage-record-values',
      'usage-record-memory',
      'usage-record-readings',
      'usage-record-mapping',
      'usage-record-pages',
      'usage-record-findings',
      'usage-records',
      'record-pricing',
      'properties/usage-records',
      'record-jobs',
      'price-command',
    ],
    without: /--jobs|on a terminal|200 MB|standard input/,
  },
  workload: {
    tests: [
      'workload-cases',
      'workload-inputs',
      'workload-solve',
      'workload-preset',
      'workload-plain-cards',
      'first-month',
      'workload-falls',
      'workload-several-offers',
      'workload-rank',
      'workload-refused',
      'ways-to-pay',
      'workload-break-even',
      'properties/workload',
      'properties/budgets',
    ],
  },
  catalog: {
    tests: [
      'file-schemas',
      'schema-values',
      'read-directory',
      'standing',
      'cost-words',
      'assumption-words',
      'problem-words',
      'offer-marks',
      'differences',
      'printed-claims',
      'catalog-words',
      'claims',
      'find',
      'plain-words',
      'bill-words',
      'identity',
      'identity-keys',
      'regex-cost',
      'upstream-reading',
      'kept-catalog',
      'file-places',
      'data-files',
      'changes',
      'site-data',
      'export-goldens',
      'catalog-problems',
    ],
    without:
      /as many unknown keys|nothing wrong with the catalog|any text is read|checked by hand stand|address is not known/,
  },
};

const GENERATED = 'src/engine/standard-meters.ts';

/** The files of a room, or the one file that is named. */
export function filesOf(name: string): string[] {
  return globSync(ROOMS[name] ? `src/${name}/**/*.ts` : name).filter((file) => file !== GENERATED);
}

/** How many cards and bills a property draws while faults are in the code. */
export const DRAWN = '120';
