import { Worker } from 'node:worker_threads';

/** Cases of one target to run; the same seed and index are the same case wherever they run. */
export interface Job {
  readonly target: string;
  readonly seed: number;
  readonly first: number;
  readonly cases: number;
}

export type Report =
  | { readonly kind: 'begun'; readonly index: number }
  | { readonly kind: 'input'; readonly input: string }
  | { readonly kind: 'failed'; readonly index: number; readonly input: string; readonly reason: string }
  | { readonly kind: 'done' };

/** A case that was neither answered nor refused in words. */
export interface Failure {
  readonly target: string;
  readonly seed: number;
  readonly index: number;
  readonly input: string;
  readonly reason: string;
}

/** How long a case may go on before it is taken for one without end, and how much memory all cases may hold. */
const HANGS_AFTER = 60_000;
const MOST_MEGABYTES = 1024;

/**
 * Runs cases in a thread of their own, so that one that never ends, or takes all memory, is found and named as well.
 */
export function runFuzz(job: Job): Promise<Failure[]> {
  const failures: Failure[] = [];
  let at = { index: job.first, input: '' };
  const { target, seed } = job;
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  return new Promise((resolve) => {
    const end = (reason: string | null): void => {
      clearTimeout(watch);
      if (reason !== null) failures.push({ target, seed, ...at, reason });
      void worker.terminate().then(() => resolve(failures));
    };
    let watch = setTimeout(end, HANGS_AFTER, 'did not begin');
    worker.on('message', (report: Report) => {
      if (report.kind === 'done') return end(null);
      if (report.kind === 'failed') failures.push({ target, seed, ...report });
      else if (report.kind === 'input') at = { ...at, input: report.input };
      else {
        at = { index: report.index, input: '' };
        clearTimeout(watch);
        watch = setTimeout(end, HANGS_AFTER, `did not end within ${HANGS_AFTER / 1000} s`);
      }
    });
    worker.on('error', (error) => end(`ended the thread: ${error.message}`));
  });
}

/** A failure as lines to read, and the command that runs it again. */
export function failureText({ target, seed, index, input, reason }: Failure): string {
  const again = `npm run fuzz -- --target "${target}" --seed ${seed} --case ${index}`;
  const shown = input.length > 1500 ? `${input.slice(0, 1500)} ... (${input.length} characters)` : input;
  return `${target}: ${reason}\n  again: ${again}\n  input: ${JSON.stringify(shown)}\n`;
}
