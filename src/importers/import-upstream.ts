import { readUpstream, type UpstreamImport } from '../catalog/read-upstream.ts';
import { buildImport } from './build-import.ts';
import { diffImports, type ImportDiff } from './diff.ts';
import { guard, type Hold } from './guard.ts';
import type { UpstreamName } from './names.ts';
import { UPSTREAMS } from './upstreams.ts';
import { writeImport } from './write-import.ts';

export interface ImportOptions {
  /** `data/upstream` */
  readonly directory: string;
  /** A file or an address; null for what the upstream's package carries. */
  readonly from: string | null;
  /** Providers and `provider:model_id`s whose large changes someone has looked at. */
  readonly accepted: readonly string[];
  readonly write: boolean;
  /** Today, as `2026-11-20`. */
  readonly today: string;
}

/** What an import found, and whether it was written. Nothing is written while anything is held back. */
export interface ImportOutcome {
  readonly next: UpstreamImport;
  readonly diff: ImportDiff;
  readonly holds: readonly Hold[];
  readonly written: boolean;
}

/** Imports an upstream: fetch, parse, translate, compare with the import before, and write where told. */
export async function importUpstream(name: UpstreamName, options: ImportOptions): Promise<ImportOutcome> {
  const upstream = UPSTREAMS[name];
  const fetched = await upstream.fetch(options.from);
  const translation = upstream.translate(fetched.data);
  const before = readUpstream(options.directory, name);
  const next = buildImport(name, fetched, translation, before, options.today);
  const diff = diffImports(before, next);
  const holds = guard(before, next, diff, options.accepted);
  const written = options.write && holds.length === 0;
  if (written) writeImport(options.directory, name, next);
  return { next, diff, holds, written };
}
