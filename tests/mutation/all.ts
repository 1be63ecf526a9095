import fc from 'fast-check';
import { describe, inject } from 'vitest';

fc.configureGlobal({ endOnFailure: true });

/** All tests of a room as one file, so that they are loaded once. */
for (const file of inject('files')) describe(file, async () => void (await import(/* @vite-ignore */ file)));
