import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, type Command } from 'commander';
import type { ImportOutcome } from '../../importers/import-upstream.ts';
import { UPSTREAM_NAMES, type UpstreamName } from '../../importers/names.ts';
import type { NoteCode } from '../../importers/note.ts';
import { EXIT, type ExitCode, failed, wrongCommandLine } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { addFormat } from '../options.ts';

interface ImportFlags {
  readonly from?: string;
  readonly write?: true;
  readonly accept?: readonly string[];
  readonly format: string;
}

/** Loaded when an import runs: no other command needs it. */
type Importers = typeof import('../../importers/index.ts');

/** `ratecard import UPSTREAM`: the diff that an import would make; writes it only when told. */
export function addImport(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('import')
    .description('what an import of a public dataset would change in data/upstream; writes it only with --write')
    .addArgument(new Argument('<upstream>', 'the dataset').choices(UPSTREAM_NAMES))
    .option('--from <file>', 'a file or an http address to read, instead of what its package carries')
    .option('--accept <id...>', 'a provider, or provider:model_id, whose large change has been looked at')
    .option('--write', 'write the claims and the report');
  addFormat(command, ['text', 'json']).action(async (name: UpstreamName, flags: ImportFlags) => {
    const data = io.dataDirectory ?? 'data';
    if (!existsSync(data)) throw wrongCommandLine(`there is no directory ${data}; run this in a checkout`);
    const importers = await import('../../importers/index.ts');
    const outcome = await importers
      .importUpstream(name, {
        directory: join(data, 'upstream'),
        from: flags.from ?? null,
        accepted: flags.accept ?? [],
        write: flags.write ?? false,
        today: io.today(),
      })
      .catch((error: unknown) => {
        if (error instanceof importers.UpstreamError) throw failed(`${error.message}; nothing is written`);
        throw error;
      });
    if (flags.format === 'json') io.out(outcomeJson(name, outcome, importers));
    else for (const line of outcomeText(outcome, importers)) io.out(line);
    for (const hold of outcome.holds) io.err(`held back: ${importers.holdText(hold)}`);
    if (outcome.holds.length > 0) io.err('nothing is written');
    else if (!outcome.written) io.err('nothing is written; --write writes this');
    end(outcome.holds.length > 0 ? EXIT.failed : EXIT.complete);
  });
}

function outcomeJson(upstream: string, { next, diff, holds, written }: ImportOutcome, { holdText }: Importers): string {
  const held = holds.map((hold) => ({ ...hold, text: holdText(hold) }));
  return JSON.stringify({ upstream, written, held, diff, report: next.report }, null, 2);
}

function outcomeText({ next, diff }: ImportOutcome, { diffText, NOTE_RULES }: Importers): string[] {
  const { rows, states, reasons } = next.report;
  const byState = Object.entries(states).map(([state, count]) => `${count} ${state}`);
  return [
    ...diffText(diff),
    `${rows.read} rows read, ${rows.priced} of them priced; ${rows.claims} claims, ${rows.left_out} left out`,
    `${rows.rates} rates; prices: ${byState.join(', ')}`,
    ...Object.entries(reasons).map(
      ([code, count]) => `${String(count).padStart(6)} ${code}: ${NOTE_RULES[code as NoteCode].words}`,
    ),
  ];
}
