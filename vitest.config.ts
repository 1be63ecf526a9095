import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { TEST_ZONE } from './scripts/lib/test-zone.ts';

/** The files that take longest, which begin first so that none of them is still running alone at the end. */
const LONGEST = [
  'browser/pages',
  'properties/oracle',
  'browser/offers',
  'browser/calculator-work',
  'browser/records',
  'fuzz',
  'browser/described-work',
  'browser/model',
  'help',
  'package',
  'browser/policy',
  'ranking/ranking',
  'properties/laws',
  'properties/workload',
];

process.env['TZ'] = TEST_ZONE;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`tests/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return others.toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Against tests that never end; how busy the machine is fails none.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    maxWorkers: '100%',
    globalSetup: 'tests/scratch.ts',
    sequence: { sequencer: LongestFirst },
  },
});
