import type { Command } from 'commander';
import type { MeterNode, Meters } from '../../engine/meter.ts';
import { loadCatalog } from '../catalog-access.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { addFormat } from '../options.ts';
import { textTable } from '../print/table.ts';

/** `ratecard meters`: what usage can be counted in, and which count contains which. */
export function addMeters(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const command = program
    .command('meters')
    .description('what usage can be counted in, and which count is within which');
  addFormat(command, ['text', 'json']).action((flags: { format: string }) => {
    const { meters } = loadCatalog(io);
    io.out(flags.format === 'json' ? JSON.stringify({ meters: entriesOf(meters) }, null, 2) : metersText(meters));
    end(EXIT.complete);
  });
}

/** Each meter with the counts directly around it and the counts directly in it. */
function entriesOf(meters: Meters): object[] {
  const all = [...meters.values()];
  return all.map(({ id, one, many, within, implied }) => ({
    id,
    one,
    many,
    within,
    contains: all.filter((other) => other.within.includes(id)).map((other) => other.id),
    ...(implied === undefined ? {} : { implied }),
  }));
}

function metersText(meters: Meters): string {
  const rows = [...meters.values()].map((meter) => [meter.id, meter.many, placeOf(meter)]);
  return textTable([['meter', 'counts', 'which are'], ...rows], ['left', 'left', 'left']);
}

function placeOf({ within, implied }: MeterNode): string {
  if (implied !== undefined) return `${implied} for each request, without saying so`;
  return within.length === 0 ? '' : `within ${within.join(' and ')}`;
}
