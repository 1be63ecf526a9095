import { readFileSync } from 'node:fs';
import { checkedData } from '../scripts/lib/checked-data.ts';
import { runToEnd } from '../src/cli/run.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `ratecard price` in this process, on 20 November 2026, over what was checked by hand. */
export async function priceCommand(...args: string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runToEnd(
    ['price', ...args],
    {
      out: (text) => out.push(text),
      err: (text) => err.push(text),
      readFile: (path) => readFileSync(path, 'utf8'),
      readStdin: () => '',
      today: () => '2026-11-20',
      dataDirectory: checkedData(),
    },
    '0.0.0',
  );
  return { code, out: out.join('\n'), err: err.join('\n') };
}
