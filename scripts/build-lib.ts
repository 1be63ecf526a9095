import { rmSync, writeFileSync } from 'node:fs';
import { catalogDocument } from '../src/catalog/document.ts';
import { packageVersion } from '../src/catalog/package-version.ts';
import { locatedText } from '../src/catalog/problem.ts';
import { readCatalog } from '../src/catalog/read-directory.ts';
import { runStep } from './lib/run-step.ts';

/** Compiles the library to dist/lib and puts the checked catalog beside it. */
rmSync('dist/lib', { recursive: true, force: true });
const { catalog, problems } = readCatalog('data');
for (const problem of problems) process.stderr.write(`${locatedText(problem)}\n`);
const compiled = runStep('compile', 'tsc', ['-p', 'tsconfig.lib.json']);
writeFileSync('dist/lib/catalog.json', JSON.stringify(catalogDocument(catalog, packageVersion())));
process.exitCode = compiled && problems.length === 0 ? 0 : 1;
