import { otherVersion } from '../board/link-version.ts';
import { USUAL_WORK, WORK_FIELDS, type WorkTexts } from '../board/work-fields.ts';
import { readNumber } from '../calculator/number-text.ts';
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
    const field = WORK_FIELDS.find((one) => one.name === name);
    if (name === 'v' && value === LINK_VERSION) continue;
    if (seen.has(name)) ignored.push(`${name}=${value}, because ${name} was given before`);
    else if (name === 'offers') {
      for (const id of value.split(',').filter(Boolean)) {
        if (!known(id)) ignored.push(`${id}, which the catalog does not hold`);
        else if (offers.length >= MOST_COMPARED) ignored.push(`${id}, because ${MOST_COMPARED} offers are the most`);
        else if (!offers.includes(id)) offers.push(id);
      }
    } else if (field) {
      const read = readNumber(value, field.number);
      if ('reason' in read) ignored.push(`${name}=${value}, where ${read.reason} was expected`);
      else work[name] = value;
    } else ignored.push(`${name}=${value}, which is not a part of such a link`);
    seen.add(name);
  }
  return { state: { offers, work }, ignored };
}

/** The link's query for a comparison. */
export function writeCompareLink({ offers, work }: CompareState): string {
  const counts = WORK_FIELDS.flatMap(({ name }) => {
    const text = work[name]?.trim() || '0';
    return text === USUAL_WORK[name] ? [] : [[name, text]];
  });
  const parts = [['v', LINK_VERSION], ['offers', offers.join(',')], ...counts];
  return new URLSearchParams(parts).toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
}
