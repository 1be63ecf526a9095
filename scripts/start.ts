import { createServer } from 'node:http';
import sirv from 'sirv';
import { runStep } from './lib/run-step.ts';

/** Builds the site, serves it and prints its address. */
if (!runStep('build the site', 'astro', ['build'])) process.exit(1);

const handler = sirv('dist/site', { dev: false, etag: true });
const server = createServer((request, response) => {
  handler(request, response, () => {
    response.statusCode = 404;
    request.url = '/404.html';
    handler(request, response, () => void response.end('Not found'));
  });
});

const wanted = Number(process.env['PORT'] ?? 4321);
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE' || process.env['PORT'] !== undefined) throw error;
  server.listen(0, '127.0.0.1');
});
server.on('listening', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : wanted;
  process.stdout.write(`\nRatecard is at http://localhost:${port}/ (Ctrl-C ends it)\n`);
});
server.listen(wanted, '127.0.0.1');
