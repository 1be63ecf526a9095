import type { Command } from 'commander';
import type { Catalog } from '../../catalog/catalog.ts';
import { type Found, find } from '../../catalog/find.ts';
import { isNotFound } from '../../catalog/find-offer.ts';
import { ruleWords } from '../../catalog/words/rule-words.ts';
import { loadCatalog, notFoundLines } from '../catalog-access.ts';
import { EXIT, type ExitCode, failed, wrongCommandLine } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { addFormat, atOption } from '../options.ts';
import { modelText, offerText, providerText } from '../print/card-text.ts';

/** `ratecard show ID`: an offer, model or provider. */
export function addShow(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('show')
    .description('an offer, a model or a provider')
    .argument('<id>', 'the id or a name of one')
    .addOption(atOption());
  addFormat(command, ['text', 'json']).action((name: string, flags: { at?: string; format: string }) => {
    if (flags.format === 'json' && flags.at !== undefined) {
      throw wrongCommandLine('--at chooses the rates of the text; --format json prints every period');
    }
    const catalog = loadCatalog(io);
    const found = find(catalog, name);
    if (isNotFound(found)) throw failed(...notFoundLines(found, 'offer, model or provider'));
    if (found.kind === 'offer' && found.by === 'rule') io.err(ruleWords(name, found.offer.id));
    io.out(
      flags.format === 'json'
        ? JSON.stringify(entryOf(found), null, 2)
        : textOf(found, catalog, flags.at ?? io.today()),
    );
    end(EXIT.complete);
  });
}

function entryOf(found: Found): object {
  if (found.kind === 'offer') return found.offer;
  return found.kind === 'model' ? found.model : found.provider;
}

function textOf(found: Found, catalog: Catalog, at: string): string {
  if (found.kind === 'offer') return offerText(found.offer, catalog, at);
  return found.kind === 'model' ? modelText(found.model, catalog, at) : providerText(found.provider, catalog);
}
