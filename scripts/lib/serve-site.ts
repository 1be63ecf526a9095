import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

const SITE = 'dist/site';

/** The built site on a port of this machine, answering missing pages with the site's own 404. */
export interface ServedSite {
  readonly origin: string;
  readonly close: () => void;
}

/** Serves the built site; on any free port when the wanted one is taken or none is wanted. */
export async function serveSite(wanted = 0, directory = SITE): Promise<ServedSite> {
  if (!existsSync(`${directory}/index.html`)) throw new Error('the site is not built; run npm run build');
  const handler = sirv(directory, { etag: true });
  const missing = readFileSync(`${directory}/404.html`);
  const server = createServer((request, response) => {
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
