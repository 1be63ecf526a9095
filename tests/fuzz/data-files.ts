import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { assemble } from '../../src/catalog/assemble.ts';
import type { DataText } from '../../src/catalog/data-file.ts';
import { locatedText } from '../../src/catalog/problem.ts';
import { rateRows } from '../../src/catalog/words/rate-rows.ts';
import { tryPriceUsage } from '../../src/engine/index.ts';
import type { Draw } from '../arbitrary/draw.ts';
import { spoiltText, spoiltValue } from './spoil.ts';
import { must, mustRead, type Target } from './target.ts';

const read = (path: string): DataText => ({ path, text: readFileSync(join('data', path), 'utf8') });

/** A file of each kind, and offers with many kinds of prices; what is put in anew is one of these. */
const FILES: readonly DataText[] = [
  ...['meters.yaml', 'model-aliases.yaml', 'provider-aliases.yaml', 'workloads/support-chat.yaml'],
  ...['providers/openrouter.yaml', 'providers/mistral.yaml', 'models/mistralai/mistral-small-3.1.yaml'],
  ...['openrouter', 'mistral', 'empiriolabs', 'aigateway'].flatMap((provider) =>
    readdirSync(join('data/offers', provider)).map((name) => `offers/${provider}/${name}`),
  ),
].map(read);

const METERS = read('meters.yaml').text.split('\n').slice(0, 12).join('\n');

/** What a file needs beside it to be read: meters, its model, its provider, and an offer of that provider. */
function beside(path: string): DataText[] {
  const provider = /^(?:offers|providers)\/([^/.]+)/.exec(path)?.[1] ?? 'mistral';
  const models = readdirSync('data/models/mistralai').map((name) => read(`models/mistralai/${name}`));
  const offer = FILES.find((one) => one.path.startsWith(`offers/${provider}/`));
  const all = [{ path: 'meters.yaml', text: METERS }, ...models, read(`providers/${provider}.yaml`)];
  return [...all, ...(path.startsWith('offers/') || !offer ? [] : [offer])].filter((one) => one.path !== path);
}

/** A catalog of which one file was put in anew: read, or told in places; what was read can be shown and priced. */
function hold(path: string, text: string): void {
  const { catalog, problems } = assemble([...beside(path), { path, text }]);
  for (const problem of problems) {
    must(problem.file.startsWith('data/'), `a problem without its file: ${JSON.stringify(problem)}`);
    must(Number.isInteger(problem.line) && problem.line >= 0 && problem.column >= 0, 'a problem without its line');
    mustRead(locatedText(problem));
  }
  for (const offer of catalog.offers.values()) {
    for (const period of offer.periods) {
      for (const row of rateRows(offer, period, catalog.meters)) mustRead(`${row.type} ${row.rate}`);
    }
    const usage = { input_tokens: 1200, cache_read_tokens: 800, output_tokens: 300 };
    tryPriceUsage(offer, [{ requests: 30_000, usage }], { at: '2026-11-20', meters: catalog.meters });
  }
}

function pickFile(draw: Draw): DataText {
  return FILES[draw.below(FILES.length)] ?? { path: 'meters.yaml', text: '' };
}

const bytes: Target = {
  name: 'data files, their text spoilt',
  cases: 60,
  run: (draw, show) => {
    const { path, text } = pickFile(draw);
    const spoilt = spoiltText(draw, text);
    show(`${path}\n${spoilt}`);
    hold(path, spoilt);
  },
};

const shaped: Target = {
  name: 'data files, their values spoilt',
  cases: 60,
  run: (draw, show) => {
    const { path, text } = pickFile(draw);
    const spoilt = stringify(spoiltValue(draw, parse(text)), { aliasDuplicateObjects: false });
    show(`${path}\n${spoilt}`);
    hold(path, spoilt);
  },
};

/** Structures that YAML has and data files do not need, some of which grow without end where a parser follows them. */
const structures: Target = {
  name: 'data files of strange YAML',
  cases: 60,
  run: (draw, show) => {
    const count = 1 + draw.below(draw.chance(20) ? 20_000 : 200);
    const strange = draw.pick([
      () =>
        `a: &a ["x","x"]\n${Array.from({ length: Math.min(count, 60) }, (_, n) => `b${n}: &b${n} [*${n === 0 ? 'a' : `b${n - 1}`},*${n === 0 ? 'a' : `b${n - 1}`}]`).join('\n')}`,
      () => `a: &a {<<: *a, b: ${'*a '.repeat(Math.min(count, 50))}}`,
      () => '['.repeat(count),
      () => `${'['.repeat(count)}${']'.repeat(count)}`,
      () => '{a: '.repeat(count),
      () => '- '.repeat(count),
      () => '? '.repeat(count),
      () => '-\t'.repeat(count),
      () => '- ? '.repeat(count),
      () => '-   '.repeat(count),
      () => '["]",'.repeat(count),
      () => '{"}": '.repeat(count),
      () => `a: [ ${'# ]\n ['.repeat(count)}`,
      () => '? - '.repeat(count),
      () => Array.from({ length: Math.min(count, 1200) }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
      () => Array.from({ length: Math.min(count, 1200) }, (_, n) => `${' '.repeat(n)}-`).join('\n'),
      () => `a: ${'!!str '.repeat(count)}`,
      () => `a: ${'&x '.repeat(count)}1`,
      () => `a: ${'*x '.repeat(count)}`,
      () => `${'a: {}\n---\n'.repeat(Math.min(count, 5000))}`,
      () => `"${'\\'.repeat(count)}`,
      () => `a: |${count}\n x`,
      () => `'${"''".repeat(count)}`,
      () => `#${' '.repeat(count)}\n`.repeat(3),
      () => `a:${' '.repeat(count)}[`,
      () => `${'\n'.repeat(count)}\t: x`,
      () => `k: "${'x'.repeat(count)}"\n`.repeat(3),
      () => `__proto__: { name: x }\nconstructor: { prototype: { a: 1 } }\n${'toString: 1\n'.repeat(2)}`,
      () => `${'a, '.repeat(count)}: ${': '.repeat(count)}`,
      () => `a: >${'\n '.repeat(Math.min(count, 20_000))}x`,
    ])();
    const { path, text } = pickFile(draw);
    const at = draw.chance(50) ? text.length : draw.below(text.length);
    const spoilt = draw.chance(40)
      ? strange
      : `${text.slice(0, at)}\n${strange}\n${draw.chance(50) ? text.slice(at) : ''}`;
    show(`${path}\n${spoilt}`);
    hold(path, spoilt);
  },
};

export const dataFiles: readonly Target[] = [bytes, shaped, structures];
