import { SEED } from '../tests/arbitrary/draw.ts';
import { EXPLAINED } from '../tests/differential/compare.ts';
import { allPairs, runDifferential } from '../tests/differential/run.ts';

/** Prices a thousand random usages on every priced row of genai-prices, with its calculator and with ours. */
const USAGES = 1000;
const pairs = await allPairs();
const { counts, unexplained } = runDifferential(pairs, USAGES, SEED);
process.stdout.write(`${pairs.length} priced rows, ${USAGES} usages each, seed ${SEED}\n`);
for (const [verdict, count] of Object.entries(counts)) {
  const why = verdict in EXPLAINED ? `: ${EXPLAINED[verdict as keyof typeof EXPLAINED]}` : '';
  process.stdout.write(`${String(count).padStart(10)} ${verdict}${why}\n`);
}
for (const line of unexplained) process.stdout.write(`${line}\n`);
process.exitCode = counts.differs > 0 ? 1 : 0;
