#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { packageVersion } from '../catalog/package-version.ts';
import { EXIT } from './exit-code.ts';
import { runToEnd } from './run.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.complete);
  process.stderr.write(`the answer cannot be written (${error.code ?? error.message})\n`);
  process.exit(EXIT.failed);
});
process.stderr.on('error', () => undefined);

const textOf = (bytes: Buffer): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

process.exitCode = await runToEnd(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    readFile: (path) => textOf(readFileSync(path)),
    readStdin: () => textOf(readFileSync(0)),
    today: () => new Date().toISOString().slice(0, 10),
    dataDirectory: process.env['RATECARD_DATA'] ?? null,
  },
  packageVersion(),
);
