import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './lib/launch-browser.ts';
import { serveSite } from './lib/serve-site.ts';

/**
 * Takes pictures of every kind of page of the built site, at three widths, in light and dark:
 * `node scripts/screenshots.ts [folder] [path...]`. Says which pages scroll sideways.
 */
const [folder = '.cache/screenshots', ...asked] = process.argv.slice(2);
const PAGES = [
  '/',
  '/models/',
  '/providers/',
  '/compare/',
  '/calculator/',
  '/records/',
  '/changes/',
  '/disagreements/',
  '/methodology/',
  '/about-the-data/',
  '/api/',
  '/embed/',
  '/404.html',
];
const WIDTHS = [360, 768, 1440];
const { origin, close } = await serveSite();
const browser = await launchBrowser();
mkdirSync(folder, { recursive: true });

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of WIDTHS) {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 }, hasTouch: width < 768 });
    page.on('console', (message) => message.type() === 'error' && console.error(`${page.url()}: ${message.text()}`));
    page.on('pageerror', (error) => console.error(`${page.url()}: ${error.message}`));
    const paths = asked.length > 0 ? asked : [...PAGES, ...(await firstOfEachKind(origin))];
    for (const path of paths) {
      await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wider > 0) console.error(`${path} at ${width}: ${wider} px too wide`);
      const name = path.replace(/^\/|\/$|\.html/g, '').replaceAll(/[/?&=]/g, '_') || 'home';
      const file = join(folder, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: true });
      console.log(file);
    }
    await page.close();
  }
}
await browser.close();
close();

/** A model, an offer and a provider: the first of each that the pages link to. */
async function firstOfEachKind(site: string): Promise<string[]> {
  const found = await Promise.all(
    [
      ['/models/', /href="(\/models\/[^"/]+\/[^"/]+\/)"/],
      ['/', /href="(\/offers\/[^"]+)"/],
      ['/providers/', /href="(\/providers\/[^"/]+\/)"/],
    ].map(async ([path, link]) => {
      const text = await (await fetch(`${site}${path as string}`)).text();
      return (link as RegExp).exec(text)?.[1];
    }),
  );
  return found.flatMap((path) => path ?? []);
}
