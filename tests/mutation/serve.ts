import { BroadcastChannel } from 'node:worker_threads';
import { inject, TestRunner } from 'vitest';
import type { Answer, Ask, Coverage, RanTest } from '../../scripts/mutation/messages.ts';

type File = Parameters<TestRunner['onAfterRunFiles']>[0][number];
type Task = File['tasks'][number];
type Suite = Extract<Task, { type: 'suite' }>;
type Test = Extract<Task, { type: 'test' }>;

declare module 'vitest' {
  interface ProvidedContext {
    files: string[];
    channel: string;
    without: string;
    /** A fault that is in place while the files load. */
    mutant: string | null;
    hitLimit: number | null;
  }
}

/** What instrumented code reads and counts. */
interface Instruments {
  activeMutant?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: Coverage | undefined;
}

const scope = globalThis as { __stryker__?: Instruments };
scope.__stryker__ ??= {};
const instruments = scope.__stryker__;

function testsOf(task: Task): Test[] {
  if (task.type === 'test') return task.mode === 'run' || task.mode === 'queued' ? [task] : [];
  return task.tasks.flatMap(testsOf);
}

function fullName({ name, suite }: Task): string {
  return suite?.name ? `${fullName(suite)} ${name}` : name;
}

async function failureOf(test: Test): Promise<string | null> {
  try {
    await TestRunner.getTestFn(test)();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Collects the tests once and then, instead of running them, runs what it is asked for, with the fault that it is asked for,
 * in code that stays loaded: a fault takes as long as its tests, and not as long as loading the code for each.
 */
export default class Serve extends TestRunner {
  constructor(...args: ConstructorParameters<typeof TestRunner>) {
    super(...args);
    this.#activate(inject('mutant') ?? undefined, inject('hitLimit') ?? undefined);
  }

  async onBeforeRunFiles(files: File[]): Promise<void> {
    const channel = new BroadcastChannel(inject('channel'));
    const without = new RegExp(inject('without'));
    const tests = files.flatMap(testsOf).filter((test) => !without.test(fullName(test)));
    const failed = [...files.flatMap(loadFailures), ...(await runHooks(files, 'beforeAll'))];
    if (tests.length === 0) failed.push('no test was loaded');
    for (const file of files) await this.onBeforeRunSuite(file);
    await new Promise<void>((resolve) => {
      channel.onmessage = async (event) => {
        const ask = (event as { data: { ask?: Ask } }).data.ask;
        if (ask?.stop) resolve();
        else if (ask) channel.postMessage({ answer: await this.#answer(ask, tests, failed).catch(broken) });
      };
      channel.postMessage({ loaded: true });
    });
    channel.close();
    await runHooks(files, 'afterAll');
    for (const test of files.flatMap(testsOf)) test.mode = 'skip';
  }

  async #answer(ask: Ask, tests: readonly Test[], failed: readonly string[]): Promise<Answer> {
    const ran: RanTest[] = failed.map((failure) => ({ id: 'load', name: 'load', ms: 0, failure }));
    const asked = new Set(ask.tests ?? tests.map(({ id }) => id));
    if (!ask.dry) this.#activate(ask.mutant, ask.hitLimit, inject('mutant') === null);
    for (const test of tests) {
      if (!asked.has(test.id)) continue;
      if (!ask.dry && ran.some(({ failure }) => failure !== null)) break;
      this.onBeforeTryTask(test, { retry: 0, repeats: 0 });
      if (ask.dry) instruments.currentTestId = test.id;
      const start = performance.now();
      const failure = await failureOf(test);
      instruments.currentTestId = undefined;
      ran.push({ id: test.id, name: fullName(test), ms: performance.now() - start, failure });
    }
    const hits = instruments.hitCount ?? 0;
    this.#activate(undefined);
    const last = tests.find(({ id }) => id === ran.at(-1)?.id);
    const spoilt = last !== undefined && ran.at(-1)?.failure !== null && (await failureOf(last)) !== null;
    return { ran, hits, spoilt, ...(ask.dry ? { coverage: takeCoverage() } : {}) };
  }

  #activate(mutant: string | undefined, hitLimit?: number, afresh = true): void {
    instruments.activeMutant = mutant;
    instruments.hitLimit = hitLimit;
    if (afresh) instruments.hitCount = mutant === undefined ? undefined : 0;
  }
}

function broken(error: Error): Answer {
  return { ran: [{ id: 'run', name: 'run', ms: 0, failure: error.stack ?? error.message }], hits: 1, spoilt: false };
}

/** What was covered since it was last asked; instrumented code keeps hold of the object and not of what is in it. */
function takeCoverage(): Coverage {
  const coverage = instruments.mutantCoverage ?? { static: {}, perTest: {} };
  const taken = { ...coverage };
  coverage.perTest = {};
  return taken;
}

/** Runs what stands before or after the tests of all suites; gives the messages of what failed. */
async function runHooks(files: readonly File[], when: 'beforeAll' | 'afterAll'): Promise<string[]> {
  const failures: string[] = [];
  for (const suite of files.flatMap(suitesIn)) {
    for (const hook of TestRunner.getSuiteHooks(suite)[when]) {
      try {
        await (hook as () => unknown)();
      } catch (error) {
        failures.push(String(error));
      }
    }
  }
  return failures;
}

function loadFailures(file: File): string[] {
  const own = suitesIn(file).flatMap(({ result }) => result?.errors ?? []);
  return own.map(({ message }) => message);
}

function suitesIn(task: Task): Suite[] {
  return task.type === 'suite' ? [task, ...task.tasks.flatMap(suitesIn)] : [];
}
