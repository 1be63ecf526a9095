import type { OfferIndex } from './offer-index.ts';

type Columns = OfferIndex['offers'];

/**
 * The index as JSON of which each line can be read by itself: a list of the index without the columns of its offers,
 * then each column behind its name, `["model",[0,0,1]]`; `prices` comes once for each meter.
 */
export function indexText({ offers, ...rest }: OfferIndex): string {
  const { prices, ...columns } = offers;
  const parts = [rest, ...Object.entries(columns), ...prices.map((column) => ['prices', column])];
  return `[\n${parts.map((part) => JSON.stringify(part)).join(',\n')}\n]\n`;
}

/** So long is read at once before others come in between, in milliseconds. */
const MOST_AT_ONCE = 8;

/** Reads the text of an index line by line, with pauses. */
export async function readIndexText(text: string, pause: () => Promise<void>): Promise<OfferIndex> {
  const columns: Record<string, unknown> = {};
  const prices: unknown[] = [];
  let rest: object = {};
  let until = performance.now() + MOST_AT_ONCE;
  for (const line of text.split('\n')) {
    if (line.length < 2) continue;
    if (performance.now() > until) {
      await pause();
      until = performance.now() + MOST_AT_ONCE;
    }
    const part = JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as object | [name: string, column: unknown];
    if (!Array.isArray(part)) rest = part;
    else if (part[0] === 'prices') prices.push(part[1]);
    else columns[part[0]] = part[1];
  }
  return { ...rest, offers: { ...columns, prices } as unknown as Columns } as OfferIndex;
}
