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

/** What Lighthouse gives each kind of page on a phone: the points that its lowest category lacks of 100. */
export async function auditLighthouse(): Promise<Measured[]> {
  const port = await freePort();
  const { origin, close } = await serveSite();
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  const rows: Measured[] = [];
  for (const [kind, path] of Object.entries(PAGES)) {
    const result = await lighthouse(`${origin}${path}`, { port, onlyCategories: [...CATEGORIES], logLevel: 'error' });
    const scores = CATEGORIES.map((id) => [id, Math.round((result?.lhr.categories[id]?.score ?? 0) * 100)] as const);
    const short = Object.values(result?.lhr.audits ?? {}).filter(
      ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative',
    );
    rows.push({
      what: `Lighthouse on a phone, ${kind}: points that the lowest category lacks`,
      figure: 100 - Math.min(...scores.map(([, score]) => score)),
      limit: 0,
      unit: 'points',
      detail: [
        ...scores.map(([id, score]) => `${id} ${score}`),
        ...short.map(({ title, displayValue }) => [title, displayValue].filter(Boolean).join(': ')),
      ].join('; '),
    });
  }
  await browser.close();
  close();
  return rows;
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
