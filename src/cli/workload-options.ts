import { type Command, InvalidArgumentError } from 'commander';
import type { Catalog } from '../catalog/catalog.ts';
import { nearest } from '../catalog/nearest.ts';
import { locatedText } from '../catalog/problem.ts';
import { readWorkloadText } from '../catalog/read-workload-file.ts';
import { fromPreset, withInput } from '../workload/from-preset.ts';
import type { FromPreset } from '../workload/note-work.ts';
import type { Input, Workload } from '../workload/workload.ts';
import { CommandError, EXIT, wrongCommandLine } from './exit-code.ts';
import { firstLines } from './first-lines.ts';
import type { Io } from './io.ts';
import type { PricingFlags } from './options.ts';

/** The options that describe work rather than usage. */
export interface WorkloadFlags {
  readonly workload?: string;
  readonly set?: Changes;
}

export type Changes = Readonly<Record<string, Input | boolean>>;

export function addWorkloadOptions(command: Command): Command {
  return command
    .option('--workload <file>', 'work to price instead of usage: a YAML file, or the name of a preset')
    .option('--set <input=value>', 'change an input of the workload; a range as low..expected..high', readChange);
}

/** The work that the options name, with the mark of what is a preset's; null where they name none. */
export function readWork(
  flags: WorkloadFlags & Partial<PricingFlags>,
  catalog: Catalog,
  io: Io,
): { workload: Workload; preset: FromPreset | null } | null {
  const { workload: name, set = {} } = flags;
  if (name === undefined) {
    if (Object.keys(set).length > 0) throw wrongCommandLine('--set changes an input of --workload; name one');
    return null;
  }
  const { usage, requests, days, usedBefore } = flags;
  for (const [flag, value] of Object.entries({ usage, requests, days, 'used-before': usedBefore })) {
    if (value !== undefined) throw wrongCommandLine(`--${flag} and --workload both say how much; give one of them`);
  }
  const known = catalog.workloads.get(name);
  if (known) return fromPreset(name, known.workload, set);
  const read = readWorkloadText(name, textOf(name, catalog, io));
  if ('problems' in read) throw new CommandError(EXIT.wrongCommandLine, firstLines(read.problems.map(locatedText), ''));
  const workload = Object.entries(set).reduce<Workload>(
    (work, [key, value]) => withInput(work, key, value),
    read.workload,
  );
  return { workload, preset: null };
}

function textOf(name: string, { workloads }: Catalog, io: Io): string {
  try {
    return name === '-' ? io.readStdin() : io.readFile(name);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const meant = nearest(name, [...workloads.keys()]);
    throw wrongCommandLine(
      `there is no preset "${name}"${meant === null ? '' : ` (did you mean "${meant}"?)`}, and it cannot be read as a file (${reason})`,
      `presets: ${[...workloads.keys()].join(', ')}`,
    );
  }
}

export function readChange(text: string, before: Changes | undefined): Changes {
  const at = text.indexOf('=');
  const [key, value] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || value === '') throw new InvalidArgumentError('expected input=value, such as turns=7 or turns=3..5..9');
  if (before?.[key] !== undefined) throw new InvalidArgumentError(`${key} is set twice; keep one`);
  const ends = value.split('..');
  if (ends.length !== 1 && ends.length !== 3) {
    throw new InvalidArgumentError('a range is low..expected..high, such as turns=3..5..9');
  }
  const [low = '', expected = '', high = ''] = ends;
  const read: Input | boolean =
    ends.length === 3 ? { low, expected, high } : value === 'true' || value === 'false' ? value === 'true' : value;
  return { ...before, [key]: read };
}
