import { otherVersion } from '../board/link-version.ts';
import { USUAL_WORK, type WorkTexts } from '../board/work-fields.ts';
import { readWorkPart, workParts } from '../board/work-link.ts';
import { LINK_VERSION } from '../calculator/state.ts';

/** What a comparison was asked. */
export interface CompareState {
  readonly offers: readonly string[];
  readonly work: WorkTexts;
}

/** The most offers that stand side by side. */
export const MOST_COMPARED = 12;

/** Reads the part of a link after the question mark; whatever cannot be followed is named with the reason. */
export function readCompareLink(
  query: string,
  known: (id: string) => boolean,
): { readonly state: CompareState; readonly ignored: readonly string[] } {
  const other = otherVersion(query);
  if (other !== null) return { state: { offers: [], work: USUAL_WORK }, ignored: [other] };
  const ignored: string[] = [];
  const offers: string[] = [];
  const work: Record<string, string> = { ...USUAL_WORK };
  const seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === 'v') continue;
    const read = readWorkPart(name, value);
    if (seen.has(name)) ignored.push(`${name}=${value}, because ${name} was given before`);
    else if (read && 'ignored' in read) ignored.push(read.ignored);
    else if (read) work[name] = read.value;
    else if (name === 'offers') {
      for (const id of value.split(',').filter(Boolean)) {
        if (!known(id)) ignored.push(`${id}, which the catalog does not hold`);
        else if (offers.length >= MOST_COMPARED) ignored.push(`${id}, because ${MOST_COMPARED} offers are the most`);
        else if (!offers.includes(id)) offers.push(id);
      }
    } else ignored.push(`${name}=${value}, which is not a part of such a link`);
    seen.add(name);
  }
  return { state: { offers, work }, ignored };
}

/** The link's query for a comparison. */
export function writeCompareLink({ offers, work }: CompareState): string {
  const parts = [['v', LINK_VERSION], ['offers', offers.join(',')], ...workParts(work)];
  return new URLSearchParams(parts).toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
}
