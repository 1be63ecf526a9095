import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readJson } from '../src/importers/read-json.ts';

const BODY = JSON.stringify({ data: [{ id: 'acme/big' }] });
let server: Server;
let home = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/down') response.writeHead(503).end('busy');
    else if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': BODY.length });
      response.write(BODY.slice(0, 10), () => response.destroy());
    } else if (request.url === '/latin') response.end(Buffer.from(BODY.replace('big', 'b\u00efg'), 'latin1'));
    else if (request.url === '/short') response.end(BODY.slice(0, -3));
    else response.end(BODY);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('what an address answers is read', async () => {
  expect(await readJson(`${home}/models`)).toEqual(JSON.parse(BODY));
});

test.each([
  ['/down', /answers 503; expected 200$/],
  ['/cut', /was cut while it was being read; fetch it again$/],
  ['/latin', /is not in UTF-8$/],
  ['/short', /is JSON that is cut or broken/],
])('%s is refused in words', async (path, words) => {
  await expect(readJson(`${home}${path}`)).rejects.toThrow(words);
});

test('an address where nobody answers is refused in words', async () => {
  await expect(readJson('http://127.0.0.1:1/none')).rejects.toThrow(/cannot be fetched \(/);
});
