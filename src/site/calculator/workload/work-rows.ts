import {
  FIELDS,
  type Field,
  type FieldGroup,
  isNumberField,
  isOfTheWhole,
  KINDS,
  type Kind,
} from '../../../workload/index.ts';
import { endsOf, partCount, type WorkState, type WorkTexts } from './work-texts.ts';

/** An input of some work with where it stands in the whole: `turns`, or `parts/1/workload/turns`. */
export interface WorkRow {
  readonly path: string;
  readonly field: Field;
}

/** The rows of one kind of work, those that describe it first, then the groups. */
export interface WorkRows {
  readonly own: readonly WorkRow[];
  readonly groups: readonly (readonly [FieldGroup, readonly WorkRow[]])[];
}

const GROUPS: readonly FieldGroup[] = ['cache', 'calls', 'schedule'];

/** The inputs of a kind; of a part of a mix, without those that the mix decides. */
export function rowsOf(kind: Kind, path = ''): WorkRows {
  const isPart = path !== '';
  const rows = Object.entries(FIELDS[kind])
    .filter(([key]) => !isPart || !isOfTheWhole(kind, key))
    .map(([key, field]) => ({ path: path + key, field }));
  return {
    own: rows.filter(({ field }) => field.group === undefined),
    groups: GROUPS.map((group) => [group, rows.filter(({ field }) => field.group === group)] as const).filter(
      ([, own]) => own.length > 0,
    ),
  };
}

/** The kinds that a part of a mix may be. */
export const PART_KINDS: readonly Kind[] = KINDS.filter((kind) => kind !== 'mix');

/** The kind of each part of a mix; null where it says none that there is. */
export function partKinds({ texts }: WorkState): (Kind | null)[] {
  return Array.from({ length: partCount(texts) }, (_, index) => {
    const kind = texts[`parts/${index}/workload/kind`];
    return PART_KINDS.find((one) => one === kind) ?? null;
  });
}

/** Every row of the work, its parts' included. */
export function allRows(state: WorkState): WorkRow[] {
  const flat = ({ own, groups }: WorkRows): WorkRow[] => [...own, ...groups.flatMap(([, rows]) => rows)];
  const parts = state.kind === 'mix' ? partKinds(state) : [];
  return [
    ...flat(rowsOf(state.kind)),
    ...parts.flatMap((kind, index) => (kind ? flat(rowsOf(kind, `parts/${index}/workload/`)) : [])),
  ];
}

/** Whether an input can mean something now: what it goes with is stated, or it has a text of its own. */
export function isAskable({ path, field }: WorkRow, texts: WorkTexts): boolean {
  if ((texts[path] ?? '').trim() !== '') return true;
  const before = path.slice(0, path.lastIndexOf('/') + 1);
  const textAt = (key: string): string => (texts[before + key] ?? '').trim();
  if (field.with !== undefined && textAt(field.with) === '') return false;
  const { asked } = field;
  if (!asked) return true;
  const text = textAt(asked.input);
  if (asked.is !== undefined) return text === asked.is;
  return text !== '' && (!asked.aboveZero || /[1-9]/.test(endsOf(text)?.high ?? text));
}

/** Whether an input may be a range. */
export function takesRange({ field }: WorkRow): boolean {
  return isNumberField(field) && !field.fixed;
}
