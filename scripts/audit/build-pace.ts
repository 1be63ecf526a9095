import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSite } from '../lib/build-site.ts';
import { madeUpCatalog } from '../lib/made-up-catalog.ts';
import type { Measured } from './measured.ts';

const OFFERS = 1500;
const MANY_OFFERS = 3 * OFFERS;
const PAGES_A_SECOND = 300;
const MOST_GROWTH = 1.1;

/** How long a page of the site takes to build at the full catalog, and whether three times the offers take three times as long. */
export function auditBuildPace(): Promise<Measured[]> {
  const root = mkdtempSync(join(tmpdir(), 'ratecard-build-'));
  const full = build('data', join(root, 'full'));
  const few = build(madeUpData(root, OFFERS), join(root, 'few'));
  const many = build(madeUpData(root, MANY_OFFERS), join(root, 'many'));
  rmSync(root, { recursive: true, force: true });
  const told = ({ pages, ms }: Built): string => `${pages} pages in ${(ms / 1000).toFixed(1)} s`;
  const each = ({ pages, ms }: Built): number => ms / pages;
  return Promise.resolve([
    {
      what: `build of a page at the full catalog, of which ${PAGES_A_SECOND} are to be built in a second`,
      figure: each(full),
      limit: 1000 / PAGES_A_SECOND,
      unit: 'ms',
      detail: `${told(full)}, ${Math.round(1000 / each(full))} a second`,
    },
    {
      what: `build of a page at ${MANY_OFFERS} offers, times that at ${OFFERS}`,
      figure: each(many) / each(few),
      limit: MOST_GROWTH,
      unit: 'x',
      detail: `${told(few)}; ${told(many)}`,
    },
  ]);
}

interface Built {
  readonly pages: number;
  readonly ms: number;
}

function build(data: string, out: string): Built {
  const begun = performance.now();
  if (!buildSite({ data, out })) throw new Error(`the site of ${data} could not be built`);
  return { ms: performance.now() - begun, pages: globSync('**/*.html', { cwd: out }).length };
}

/** A data directory of made-up offers, with the presets of work that the site begins from. */
function madeUpData(root: string, offers: number): string {
  const data = join(root, `data-${offers}`);
  cpSync('data/workloads', join(data, 'workloads'), { recursive: true });
  for (const { path, text } of madeUpCatalog(offers)) {
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), text);
  }
  return data;
}
