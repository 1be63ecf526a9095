import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { compressed } from './compressed.ts';
import { headersOf, readHeaders } from './site-headers.ts';

const SITE = 'dist/site';

/** Where the site of what was checked by hand is built. */
export const CHECKED_SITE = '.cache/checked-site';

/** The built site on a port of this machine, with the headers of its `_headers` and its own 404. */
export interface ServedSite {
  readonly origin: string;
  readonly close: () => void;
}

/** Serves a built site; on any free port when the wanted one is taken or none is wanted. */
export async function serveSite(wanted = 0, folder = SITE): Promise<ServedSite> {
  if (!existsSync(`${folder}/index.html`)) throw new Error(`${folder} is not built; run npm run build`);
  const handler = sirv(folder, { etag: true });
  const rules = readHeaders(readFileSync(`${folder}/_headers`, 'utf8'));
  const missing = readFileSync(`${folder}/404.html`);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    for (const [name, value] of headersOf(rules, pathname)) response.setHeader(name, value);
    compressed(request, pathname, response);
    handler(request, response, () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'content-length': missing.length });
      response.end(request.method === 'HEAD' ? undefined : missing);
    });
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(wanted).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return listen(0);
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => void server.close() };
}
