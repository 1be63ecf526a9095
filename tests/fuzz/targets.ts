import { commandLines } from './command-lines.ts';
import { dataFiles } from './data-files.ts';
import { links } from './links.ts';
import { matchRules } from './match-rules.ts';
import type { Target } from './target.ts';
import { usageRecords } from './usage-records.ts';
import { workloads } from './workloads.ts';

export const TARGETS: readonly Target[] = [
  ...dataFiles,
  ...usageRecords,
  ...workloads,
  ...matchRules,
  ...links,
  commandLines,
];
