import type { ClaimMark } from '../catalog/schema/claims-file.ts';
import { ClaimMark as ClaimMarkFile } from '../catalog/schema/claims-file.ts';
import type { DecimalString } from '../engine/decimal.ts';
import { type Note, type NoteCode, type RowNotes, shown } from './note.ts';
import type { NumberText } from './number-text.ts';

const MARKS: readonly string[] = ClaimMarkFile.shape.code.options;

/** What is said of one row while it is read. */
export interface Row {
  readonly note: RowNotes;
  /** Notes of those codes that a claim carries with it, in their order. */
  readonly marks: () => ClaimMark[];
  /** Takes a number as a price, noting whatever was done to it. */
  readonly price: (number: NumberText, path: string, printed: unknown) => DecimalString;
}

export function openRow(provider: string, model_id: string, notes: Note[]): Row {
  const marks: ClaimMark[] = [];
  const note = (code: NoteCode, path: string, found: unknown): void => {
    notes.push({ code, provider, model_id, path, found: shown(found) });
    if (MARKS.includes(code)) marks.push({ code: code as ClaimMark['code'], path, printed: shown(found) });
  };
  return {
    note,
    marks: () => marks,
    price: ({ text, state }, path, printed) => {
      if (state === 'repaired') note('repaired_float', path, printed);
      if (state === 'odd') note('odd_digits', path, printed);
      return text;
    },
  };
}
