#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { packageVersion } from '../catalog/package-version.ts';
import { runToEnd } from './run.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runToEnd(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    readFile: (path) => readFileSync(path, 'utf8'),
    readStdin: () => readFileSync(0, 'utf8'),
    today: () => new Date().toISOString().slice(0, 10),
    dataDirectory: process.env['RATECARD_DATA'] ?? null,
  },
  packageVersion(),
);
