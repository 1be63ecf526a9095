import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGzip } from 'node:zlib';

const TEXT = /\.(html|css|js|json|svg|xml|txt|md)$|\/$/;

/** Compresses what is sent in answer to a request for text, as any host of the site does. */
export function compressed({ headers, method }: IncomingMessage, path: string, response: ServerResponse): void {
  const accepted = String(headers['accept-encoding'] ?? '').includes('gzip');
  response.setHeader('Vary', 'Accept-Encoding');
  if (!accepted || method === 'HEAD' || headers.range !== undefined || !TEXT.test(path)) return;
  const gzip = createGzip();
  const [begin, send, finish] = [response.writeHead, response.write, response.end].map((own) => own.bind(response)) as [
    (status: number, headers: Record<string, unknown>) => ServerResponse,
    (chunk: Buffer) => boolean,
    () => ServerResponse,
  ];
  let isEmpty = false;
  response.writeHead = ((status: number, given: Record<string, unknown> = {}) => {
    isEmpty = status === 304;
    const own = Object.entries(given).filter(([name]) => isEmpty || name.toLowerCase() !== 'content-length');
    return begin(status, { ...Object.fromEntries(own), ...(isEmpty ? {} : { 'Content-Encoding': 'gzip' }) });
  }) as ServerResponse['writeHead'];
  response.write = ((chunk: string | Buffer) => {
    gzip.write(chunk);
    return true;
  }) as ServerResponse['write'];
  response.end = ((chunk?: string | Buffer) => {
    if (isEmpty) return finish();
    gzip.end(chunk);
    return response;
  }) as ServerResponse['end'];
  gzip.on('data', (chunk: Buffer) => send(chunk));
  gzip.on('end', () => finish());
}
