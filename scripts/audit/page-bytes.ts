import { gzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
import { launchBrowser } from '../lib/launch-browser.ts';
import { serveSite } from '../lib/serve-site.ts';
import type { Measured } from './measured.ts';

const KB = 1000;

/**
 * What a page may load before anybody touches it, and before data that it loads by itself, in KB as a server compresses
 * it; `text` is its HTML and CSS.
 */
interface Budget {
  readonly page: string;
  readonly path: string;
  readonly text: number;
  readonly script: number;
}

const PAGES: readonly Budget[] = [
  { page: 'home', path: '/', text: 20, script: 40 },
  { page: 'offer', path: '/offers/empiriolabs/mistral-small-3-1/', text: 30, script: 15 },
  { page: 'model', path: '/models/mistralai/mistral-small-3.1/', text: 60, script: 15 },
  { page: 'provider', path: '/providers/openrouter/', text: 60, script: 15 },
  { page: 'comparison', path: '/compare/', text: 20, script: 60 },
  { page: 'calculator', path: '/calculator/', text: 20, script: 60 },
  { page: 'logs', path: '/records/', text: 20, script: 30 },
];
const EMBED = { path: '/embed/ratecard.js', most: 40 };

/** The compressed bytes of each kind of page of the built site, and of the script that other pages embed. */
export async function auditPageBytes(): Promise<Measured[]> {
  const { origin, close } = await serveSite();
  const browser = await launchBrowser();
  const measured: Measured[] = [];
  for (const { page, path, text, script } of PAGES) {
    const tab = await browser.newPage();
    const loaded = await loadedBy(tab, `${origin}${path}`);
    await tab.close();
    const sum = (...kinds: string[]): number =>
      loaded.filter(({ kind }) => kinds.includes(kind)).reduce((all, { bytes }) => all + bytes, 0) / KB;
    const detail = loaded.map(({ kind, name, bytes }) => `${kind} ${name} ${(bytes / KB).toFixed(1)}`).join(', ');
    measured.push({
      what: `${page}: HTML and CSS`,
      figure: sum('document', 'stylesheet'),
      limit: text,
      unit: 'KB',
      detail,
    });
    measured.push({
      what: `${page}: script before interaction`,
      figure: sum('script'),
      limit: script,
      unit: 'KB',
      detail: '',
    });
  }
  const answer = await fetch(`${origin}${EMBED.path}`);
  if (!answer.ok) throw new Error(`${EMBED.path} answers ${answer.status}; run npm run build`);
  const embed = Buffer.from(await answer.arrayBuffer());
  measured.push({
    what: 'script of the embedded calculator',
    figure: gzipSync(embed, { level: 9 }).length / KB,
    limit: EMBED.most,
    unit: 'KB',
    detail: `${(embed.length / KB).toFixed(0)} KB as it is`,
  });
  await browser.close();
  close();
  return measured;
}

interface Loaded {
  readonly kind: string;
  readonly name: string;
  readonly bytes: number;
}

/** What opening an address loads until it asks for data, or nothing more comes. */
async function loadedBy(tab: Page, address: string): Promise<Loaded[]> {
  const found: Promise<Loaded>[] = [];
  let asksForData = false;
  tab.on('request', (request) => {
    asksForData ||= request.resourceType() === 'fetch';
    if (!asksForData) found.push(loadedFrom(request));
  });
  const page = await tab.goto(address, { waitUntil: 'networkidle' });
  if (!page?.ok()) throw new Error(`${address} answers ${page?.status()}`);
  return Promise.all(found);
}

async function loadedFrom(request: Request): Promise<Loaded> {
  const body = (await (await request.response())?.body()) ?? Buffer.alloc(0);
  const name = new URL(request.url()).pathname.split('/').at(-1) ?? '';
  return { kind: request.resourceType(), name, bytes: gzipSync(body, { level: 9 }).length };
}
