/** What the command reads and writes, so that it can be run without a process around it. */
export interface Io {
  /** An answer. */
  readonly out: (text: string) => void;
  /** A message. */
  readonly err: (text: string) => void;
  readonly readFile: (path: string) => string;
  readonly readStdin: () => string;
  /** Today, as `2026-11-20`. */
  readonly today: () => string;
  /** The directory of the catalog's data. */
  readonly dataDirectory: string | null;
}
