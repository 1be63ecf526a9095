import type { Command } from 'commander';
import { search } from '../../catalog/search.ts';
import { loadCatalog } from '../catalog-access.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { addFormat } from '../options.ts';
import { textTable } from '../print/table.ts';

/** `ratecard search WORDS`: a find that forgives typing. */
export function addSearch(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('search')
    .description('find models, providers and offers by words that need not be spelt right')
    .argument('<words...>', 'words of a name or id');
  addFormat(command, ['text', 'json']).action((words: string[], flags: { format: string }) => {
    const hits = search(loadCatalog(io), words.join(' '));
    if (flags.format === 'json') io.out(JSON.stringify({ hits }, null, 2));
    else if (hits.length > 0)
      io.out(
        textTable(
          hits.map(({ kind, id, name }) => [kind, id, name]),
          ['left', 'left', 'left'],
        ),
      );
    else io.err(`nothing is called anything like "${words.join(' ')}"`);
    end(hits.length > 0 ? EXIT.complete : EXIT.failed);
  });
}
