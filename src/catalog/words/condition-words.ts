import type { When } from '../../engine/condition.ts';
import { whenWords } from '../../engine/when-words.ts';
import { dateWords } from './date.ts';

/** A rule's conditions in words: `when service tier batch, from 1 Jan 2027`. */
export function conditionWords(when: When | undefined): string {
  if (!when) return '';
  const { dates, ...rest } = when;
  const parts = [
    ...(whenWords(rest) ? [`when ${whenWords(rest)}`] : []),
    ...(dates?.from ? [`from ${dateWords(dates.from)}`] : []),
    ...(dates?.until ? [`until ${dateWords(dates.until)}`] : []),
  ];
  return parts.join(', ');
}
