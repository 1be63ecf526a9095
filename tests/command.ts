import { readFileSync } from 'node:fs';
import { checkedData } from '../scripts/lib/checked-data.ts';
import type { ExitCode } from '../src/cli/exit-code.ts';
import type { Io } from '../src/cli/io.ts';
import { run } from '../src/cli/run.ts';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in this process, on 20 November 2026, over what was checked by hand. */
export function ratecard(args: readonly string[], io: Partial<Io> = {}): Ran {
  const out: string[] = [];
  const err: string[] = [];
  const code = run(
    args,
    {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      readFile: (path) => readFileSync(path, 'utf8'),
      readStdin: () => '',
      today: () => '2026-11-20',
      dataDirectory: checkedData(),
      ...io,
    },
    '0.0.0',
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
}
