import type { Catalog } from '../../catalog/catalog.ts';
import { dateWords } from '../../catalog/words/date.ts';
import { offerTitle } from '../facts/offer-title.ts';
import type { CardChange } from './card-changes.ts';

const HAPPENED: Record<CardChange['kind'], string> = {
  changed: 'new rates',
  begun: 'rates known from this day on',
  ended: 'no rates known from this day on',
  retired: 'no longer served',
};

const ANNOUNCED: Record<CardChange['kind'], string> = {
  changed: 'new rates from',
  begun: 'rates known from',
  ended: 'no rates known from',
  retired: 'no longer served from',
};

/** `Mistral Small 3.1 at Mistral AI: new rates`, and of what is announced `new rates from 1 Jan 2027`. */
export function changeTitle(catalog: Catalog, { offer, kind, at, isAhead }: CardChange): string {
  const words = isAhead ? `${ANNOUNCED[kind]} ${dateWords(at)}` : HAPPENED[kind];
  return `${offerTitle(catalog, offer)}: ${words}`;
}

/** What the lines of a change are. */
export function linesWords({ kind, isAhead }: Pick<CardChange, 'kind' | 'isAhead'>): string {
  return isAhead && kind === 'changed' ? 'What changes' : LINES[kind];
}

const LINES: Record<CardChange['kind'], string> = {
  changed: 'What changed',
  begun: 'The rates',
  ended: 'The last rates',
  retired: 'The last rates',
};
