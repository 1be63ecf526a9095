import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { launchBrowser } from '../lib/launch-browser.ts';
import { serveSite } from '../lib/serve-site.ts';
import type { Measured } from './measured.ts';

/** One page of each kind. */
const PAGES: Readonly<Record<string, string>> = {
  home: '/',
  models: '/models/',
  model: '/models/mistralai/mistral-small-3.1/',
  offer: '/offers/empiriolabs/mistral-small-3-1/',
  providers: '/providers/',
  provider: '/providers/openrouter/',
  calculator: '/calculator/',
  logs: '/records/',
  compare: '/compare/',
  changes: '/changes/',
  disagreements: '/disagreements/',
  methodology: '/methodology/',
  'about the data': '/about-the-data/',
  API: '/api/',
  embed: '/embed/',
};
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** A page that lacks a point is looked at so often, as Lighthouse advises: its times are those of a busy machine. */
const LOOKS = 5;

/**
 * What Lighthouse gives each kind of page on a phone: the points that its lowest category lacks of 100, in the middle
 * of several looks where the first lacks any.
 */
export async function auditLighthouse(): Promise<Measured[]> {
  const port = await freePort();
  const { origin, close } = await serveSite();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const rows: Measured[] = [];
  for (const [kind, path] of Object.entries(PAGES)) {
    const looks = [await look(`${origin}${path}`, port)];
    if (looks[0]?.lacks !== 0) while (looks.length < LOOKS) looks.push(await look(`${origin}${path}`, port));
    looks.sort((a, b) => a.lacks - b.lacks);
    const middle = looks[Math.floor(looks.length / 2)];
    const each =
      looks.length > 1 ? [`of ${looks.length} looks the lacks were ${looks.map(({ lacks }) => lacks).join(', ')}`] : [];
    rows.push({
      what: `Lighthouse on a phone, ${kind}: points that the lowest category lacks`,
      figure: middle?.lacks ?? Number.NaN,
      limit: 0,
      unit: 'points',
      detail: [...each, middle?.detail].join('; '),
    });
  }
  await browser.close();
  close();
  return rows;
}

async function look(address: string, port: number): Promise<{ readonly lacks: number; readonly detail: string }> {
  const result = await lighthouse(address, { port, onlyCategories: [...CATEGORIES], logLevel: 'error' });
  const scores = CATEGORIES.map((id) => [id, Math.round((result?.lhr.categories[id]?.score ?? 0) * 100)] as const);
  const short = Object.values(result?.lhr.audits ?? {}).filter(
    ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative',
  );
  const detail = [
    ...scores.map(([id, score]) => `${id} ${score}`),
    ...short.map(({ title, displayValue }) => [title, displayValue].filter(Boolean).join(': ')),
  ];
  return { lacks: 100 - Math.min(...scores.map(([, score]) => score)), detail: detail.join('; ') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
