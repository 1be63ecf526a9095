import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { buildSite } from '../scripts/lib/build-site.ts';
import { checkedData } from '../scripts/lib/checked-data.ts';

/** Text that ends scripts, comments, tags, attributes and CDATA wherever it is not escaped. */
export const HOSTILE = `</script></style></title><script>alert(1)</script><img src=x onerror=alert(1)>"'&amp;]]>--><!--`;
export const SITE = 'https://rates.example/tariff/';

type Data = Record<string, unknown>;

/** Builds the site from the catalog with hostile names everywhere and a changed price; gives the folder. */
export function buildHostileSite(folder: string): string {
  const data = join(folder, 'data');
  const site = resolve(folder, 'site');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(checkedData(), data, { recursive: true });
  for (const entry of readdirSync(data, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml') || /^meters|aliases/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(file, stringify(hostile(parse(readFileSync(file, 'utf8')) as Data, file)));
  }
  if (!buildSite({ data, out: site, address: SITE })) throw new Error('the hostile site was not built');
  return site;
}

function hostile(data: Data, file: string): Data {
  const named = (text: unknown): string => `${text} ${HOSTILE}`;
  const periods = data['periods'] as Data[] | undefined;
  return {
    ...data,
    name: named(data['name']),
    ...(data['lab_name'] ? { lab_name: named(data['lab_name']) } : {}),
    ...(data['sources']
      ? { sources: mapValues(data['sources'] as Data, (source) => ({ ...source, title: HOSTILE, quotes: [HOSTILE] })) }
      : {}),
    ...(periods ? { periods: file.includes('aigateway') ? changed(periods) : periods.map(labelled) } : {}),
  };
}

function labelled(period: Data): Data {
  return {
    ...period,
    rates: (period['rates'] as Data[]).map((rate) => ({ ...rate, label: `${rate['label'] ?? ''} ${HOSTILE}` })),
  };
}

/** The period until a day, and from that day one with the price of its first rate at 0.99. */
function changed([period = {}]: Data[]): Data[] {
  const now = labelled(period);
  const [first, ...others] = now['rates'] as Data[];
  const after = { ...now, rates: [{ ...first, price: '0.99' }, ...others] };
  return [
    { ...now, until: '2026-06-01' },
    { ...after, from: '2026-06-01' },
  ];
}

function mapValues(record: Data, map: (value: Data) => Data): Data {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value as Data)]));
}
