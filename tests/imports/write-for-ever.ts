import { writeImport } from '../../src/importers/write-import.ts';
import { generation } from './generation.ts';

/** Writes one import over the other until it is killed. */
const directory = process.argv[2] ?? '';
const generations = [generation(2), generation(1)] as const;
process.stdout.write('ready\n');
for (;;) for (const next of generations) writeImport(directory, 'models.dev', next);
