import type { WorkTexts } from '../board/work-fields.ts';
import { readWorkLink, workParts } from '../board/work-link.ts';
import { LINK_VERSION } from '../link-version.ts';

/** What a comparison was asked. */
export interface CompareState {
  readonly offers: readonly string[];
  readonly work: WorkTexts;
  /** Work described at length, as a link of the calculator, which then takes the place of `work`; null without. */
  readonly described: string | null;
}

/** The most offers that stand side by side. */
export const MOST_COMPARED = 12;

/** Reads the part of a link after the question mark; whatever cannot be followed is named with the reason. */
export function readCompareLink(
  query: string,
  known: (id: string) => boolean,
): { readonly state: CompareState; readonly ignored: readonly string[] } {
  const offers: string[] = [];
  let described: string | null = null;
  const { work, ignored } = readWorkLink(query, (name, value) => {
    if (name === 'work') {
      described = value === '' ? null : value;
      return [];
    }
    if (name !== 'offers') return null;
    const left: string[] = [];
    for (const id of value.split(',').filter(Boolean)) {
      if (!known(id)) left.push(`${id}, which the catalog does not hold`);
      else if (offers.length >= MOST_COMPARED) left.push(`${id}, because ${MOST_COMPARED} offers are the most`);
      else if (!offers.includes(id)) offers.push(id);
    }
    return left;
  });
  return { state: { offers, work, described }, ignored };
}

/** The link's query for a comparison. */
export function writeCompareLink({ offers, work, described }: CompareState): string {
  const parts = [
    ['v', LINK_VERSION],
    ['offers', offers.join(',')],
    ...workParts(work),
    ...(described === null ? [] : [['work', described]]),
  ];
  return new URLSearchParams(parts).toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
}
