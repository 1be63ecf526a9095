import { resolve } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { createVitest, type Vitest } from 'vitest/node';
import type { Answer, Ask, Coverage } from './messages.ts';
import { DRAWN, ROOMS } from './rooms.ts';

type Message = { readonly answer?: Answer; readonly loaded?: true };

const NOTHING: Coverage = { static: {}, perTest: {} };

/** Runs the tests of the room that `RATECARD_ROOM` names in a worker of Vitest that keeps them loaded. */
class InPlace implements TestRunner {
  #vitest: Vitest | undefined;
  #run: Promise<unknown> | undefined;
  #files: readonly string[] = [];
  #covering: ReadonlyMap<string, readonly string[]> | undefined;
  readonly #name = `mutation-${process.pid}`;
  readonly #channel = new BroadcastChannel(this.#name);
  #hear: (message: Message) => void = () => {};

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    const { tests, without } = ROOMS[process.env['RATECARD_ROOM'] ?? 'engine'] ?? { tests: [] };
    process.env['NODE_ENV'] = 'test';
    this.#vitest = await createVitest('test', {
      config: false,
      root: process.cwd(),
      include: ['tests/mutation/all.ts'],
      runner: resolve('tests/mutation/serve.ts'),
      env: { RATECARD_BILLS: DRAWN },
      pool: 'threads',
      maxWorkers: 1,
      watch: false,
      reporters: [],
      testTimeout: 0,
      hookTimeout: 60_000,
      onConsoleLog: () => false,
    });
    this.#files = tests.map((name) => resolve(`tests/${name}.test.ts`));
    this.#vitest.provide('without', without?.source ?? '(?!)');
    this.#vitest.provide('channel', this.#name);
    this.#channel.onmessage = (event) => this.#hear((event as { data: Message }).data);
  }

  async dryRun(): Promise<DryRunResult> {
    await this.#load(null);
    const { ran, coverage } = await this.#ask({ dry: true });
    const again = await this.#ask({ dry: true });
    this.#covering = testsByFault(coverage);
    const tests = ran.map(({ id, name, ms, failure }) => {
      const base = { id, name, timeSpentMs: ms };
      return failure === null
        ? { ...base, status: TestStatus.Success as const }
        : { ...base, status: TestStatus.Failed as const, failureMessage: failure };
    });
    return { status: DryRunStatus.Complete, tests, mutantCoverage: withKept(coverage, again.coverage) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, hitLimit, testFilter } = options;
    const ask: Ask = {
      mutant: activeMutant.id,
      ...(hitLimit === undefined ? {} : { hitLimit }),
      ...(testFilter ? { tests: testFilter } : {}),
    };
    const { reloadEnvironment } = options;
    /** Code that also runs while loading is first put to the tests that pass it later, where there are any. */
    const tests = reloadEnvironment ? (await this.#testsByFault()).get(activeMutant.id) : testFilter;
    let answer: Answer | undefined;
    if (!reloadEnvironment || tests) {
      if (!this.#run) await this.#load(null);
      answer = await this.#ask(tests ? { ...ask, tests } : ask);
      if (answer.spoilt) await this.#stop();
    }
    /** What was computed while loading, or by an earlier run, was kept from the fault. */
    if (!answer || answer.spoilt || answer.hits === 0 || (reloadEnvironment && !hasFailed(answer))) {
      answer = await this.#askAfresh(ask, this.#files.slice(0, 1));
      if (!hasFailed(answer)) answer = await this.#askAfresh(ask, this.#files);
    }
    return resultOf(answer, hitLimit);
  }

  async dispose(): Promise<void> {
    await this.#stop();
    await this.#vitest?.close();
    this.#channel.close();
  }

  /** Asked for anew by a process that began after the one that ran the tests without faults. */
  async #testsByFault(): Promise<ReadonlyMap<string, readonly string[]>> {
    if (!this.#covering) {
      await this.#load(null);
      this.#covering = testsByFault((await this.#ask({ dry: true })).coverage);
    }
    return this.#covering;
  }

  /** Loads some files with a fault in place: the first of a room by itself loads in a fraction of the time of all. */
  async #askAfresh(ask: Ask, files: readonly string[]): Promise<Answer> {
    try {
      await this.#load(ask, files);
    } catch (error) {
      this.#run = undefined;
      return { ran: [{ id: 'load', name: 'load', ms: 0, failure: String(error) }], hits: 1, spoilt: false };
    }
    const answer = await this.#ask(ask);
    await this.#stop();
    return answer;
  }

  async #load(ask: Ask | null, files = this.#files): Promise<void> {
    await this.#stop();
    if (!this.#vitest) throw new Error('not begun');
    this.#vitest.provide('files', [...files]);
    this.#vitest.state.filesMap.clear();
    this.#vitest.provide('mutant', ask?.mutant ?? null);
    this.#vitest.provide('hitLimit', ask?.hitLimit ?? null);
    const loaded = new Promise<void>((done) => {
      this.#hear = ({ loaded }) => loaded && done();
    });
    this.#run = this.#vitest.start();
    await Promise.race([loaded, this.#run.then(() => Promise.reject(new Error('the tests did not load')))]);
  }

  #ask(ask: Ask): Promise<Answer> {
    return new Promise((done) => {
      this.#hear = ({ answer }) => answer && done(answer);
      this.#channel.postMessage({ ask });
    });
  }

  async #stop(): Promise<void> {
    if (!this.#run) return;
    this.#channel.postMessage({ ask: { stop: true } });
    await this.#run;
    this.#run = undefined;
  }
}

/**
 * What a test passes through for the first time only is kept for all tests that follow, so that they depend on it without
 * passing through it. It counts as code that runs while loading.
 */
function withKept(first: Coverage = NOTHING, again: Coverage = NOTHING): Coverage {
  const loading = { ...first.static };
  for (const [test, passed] of Object.entries(first.perTest)) {
    for (const fault of Object.keys(passed)) {
      if (again.perTest[test]?.[fault] === undefined) loading[fault] = 1;
    }
  }
  return { static: loading, perTest: first.perTest };
}

function testsByFault({ perTest }: Coverage = NOTHING): Map<string, string[]> {
  const tests = new Map<string, string[]>();
  for (const [test, passed] of Object.entries(perTest)) {
    for (const fault of Object.keys(passed)) tests.set(fault, [...(tests.get(fault) ?? []), test]);
  }
  return tests;
}

function hasFailed({ ran }: Answer): boolean {
  return ran.some(({ failure }) => failure !== null);
}

function resultOf({ ran, hits }: Answer, hitLimit: number | undefined): MutantRunResult {
  if (hitLimit !== undefined && hits > hitLimit)
    return { status: MutantRunStatus.Timeout, reason: `met ${hits} times` };
  const failed = ran.find(({ failure }) => failure !== null);
  if (!failed) return { status: MutantRunStatus.Survived, nrOfTests: ran.length };
  const { id, failure } = failed;
  return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage: failure ?? '', nrOfTests: ran.length };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-place', InPlace)];
