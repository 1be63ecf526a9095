import { describe, inject } from 'vitest';
import fc from '../arbitrary/fast-check.ts';

fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });

/** All tests of a room as one file, so that they are loaded once. */
for (const file of inject('files')) describe(file, async () => void (await import(/* @vite-ignore */ file)));
