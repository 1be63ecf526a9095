import type { Catalog } from '../../catalog/catalog.ts';
import { offerTitle } from '../facts/offer-title.ts';
import type { CardChange } from './card-changes.ts';

const HAPPENED: Record<CardChange['kind'], string> = {
  changed: 'new rates',
  begun: 'rates known from this day on',
  ended: 'no rates known from this day on',
  retired: 'no longer served',
};

/** `Mistral Small 3.1 at Mistral AI: new rates`. */
export function changeTitle(catalog: Catalog, { offer, kind }: CardChange): string {
  return `${offerTitle(catalog, offer)}: ${HAPPENED[kind]}`;
}

/** What the lines of a change are. */
export const LINES_WORDS: Record<CardChange['kind'], string> = {
  changed: 'What changed',
  begun: 'The rates',
  ended: 'The last rates',
  retired: 'The last rates',
};
