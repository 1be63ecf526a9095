import { type Command, Option } from 'commander';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Change } from '../../catalog/changes/change.ts';
import { changeText } from '../../catalog/changes/change-words.ts';
import { corrections } from '../../catalog/changes/corrections.ts';
import { priceChanges } from '../../catalog/changes/price-changes.ts';
import { type CatalogDocument, catalogFromDocument } from '../../catalog/document.ts';
import { dateWords } from '../../catalog/words/date.ts';
import { loadCatalog } from '../catalog-access.ts';
import { EXIT, type ExitCode, failed } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { addFormat, readDate } from '../options.ts';
import { textTable } from '../print/table.ts';

/** `ratecard changes`: what is new, gone, dearer, cheaper or corrected. */
export function addChanges(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('changes')
    .description('what changed in the catalog, the latest first: new, gone, up, down, other terms, corrected')
    .addOption(new Option('--since <date>', 'only from this date on').argParser(readDate))
    .option('--against <file>', 'an earlier catalog (export json), to list what has been corrected since');
  addFormat(command, ['text', 'json']).action((flags: { since?: string; against?: string; format: string }) => {
    const catalog = loadCatalog(io);
    const span = flags.since === undefined ? {} : { since: flags.since };
    const corrected = flags.against === undefined ? [] : corrections(readCatalogFile(flags.against, io), catalog);
    const changes = [...corrected, ...priceChanges(catalog, span)];
    if (flags.format === 'json') io.out(JSON.stringify({ changes }, null, 2));
    else if (changes.length > 0) io.out(changesText(changes, catalog));
    else io.err(`nothing changed${flags.since === undefined ? '' : ` since ${dateWords(flags.since)}`}`);
    end(EXIT.complete);
  });
}

function changesText(changes: readonly Change[], { meters }: Catalog): string {
  return textTable(
    changes.map((change) => [dateWords(change.date), change.offer, changeText(change, meters)]),
    ['left', 'left', 'left'],
  );
}

function readCatalogFile(path: string, io: Io): Catalog {
  try {
    return catalogFromDocument(JSON.parse(io.readFile(path)) as CatalogDocument);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw failed(`cannot read ${path} as a catalog (${reason}); expected a file written by ratecard export json`);
  }
}
