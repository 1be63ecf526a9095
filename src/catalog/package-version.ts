import { existsSync, readFileSync } from 'node:fs';

/** The version of the package that holds this file, in a checkout and once installed. */
export function packageVersion(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    const file = new URL(up, import.meta.url);
    if (!existsSync(file)) continue;
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
    if (name === 'ratecard' && version !== undefined) return version;
  }
  return '0.0.0';
}
