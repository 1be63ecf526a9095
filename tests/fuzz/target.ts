import type { Draw } from '../arbitrary/draw.ts';

/** Something that must answer, or name what is wrong, whatever it is given. */
export interface Target {
  readonly name: string;
  /** How many cases `npm test` runs. */
  readonly cases: number;
  /** Draws an input and puts it in; throws where what comes back is neither an answer nor a located problem. */
  readonly run: (draw: Draw, show: (input: string) => void) => void | Promise<void>;
}

/** Throws unless a message is one that a person can read: never empty, and no value that nobody put into words. */
export function mustRead(message: string): void {
  const slip = /\[object \w+\]|\bundefined\b|call stack|^\s*$|\n\s+at .*:\d+:\d+/.exec(message);
  if (slip) throw new Error(`not put into words (${JSON.stringify(slip[0])}): ${message.slice(0, 300)}`);
}

export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
