import { writeFileSync } from 'node:fs';
import { PROMISES } from './proof/promises.ts';
import { readRuns } from './proof/runs.ts';

const PAGE = 'docs/PROOF.md';

/** Writes the page of proofs from what the last runs left in `.cache`; a promise without a run says so. */
const runs = readRuns();
const rows = PROMISES.map(({ promise, how, command, figure }) => {
  return `| ${promise} | ${how} | ${figure(runs) ?? 'not run yet'} | \`${command}\` |`;
});
const text = `# Proof

Written by \`npm run proof\` from what the commands below left behind when they last ran; not edited by hand. \`npm test\`
runs all that begin with \`npx vitest\`.

| promise | how it is tested | figure | to repeat it |
|---|---|---|---|
${rows.join('\n')}
`;
writeFileSync(PAGE, text);
const left = PROMISES.filter(({ figure }) => figure(runs) === null);
for (const { promise, command } of left) process.stdout.write(`not run yet: ${promise} (${command})\n`);
process.stdout.write(`${PAGE} has ${PROMISES.length - left.length} of ${PROMISES.length} promises with a figure\n`);
