import { Decimal, isDecimalString, plain } from '../../../engine/decimal.ts';
import { isNumberField } from '../../../workload/index.ts';
import { allRows } from './work-rows.ts';
import { type Ends, endsOf, rangeText, type WorkState, type WorkTexts } from './work-texts.ts';

/**
 * A preset's range around another expected value: 600, 1000 and 2000 around 20000 are 12000, 20000 and 40000. Null
 * where the value is no number above zero, or the preset's is not.
 */
function scaled(preset: Ends, expected: string, isWhole: boolean): Ends | null {
  const typed = expected.trim().replaceAll(',', '');
  if (![preset.low, preset.expected, preset.high, typed].every(isDecimalString)) return null;
  const [base, value] = [new Decimal(preset.expected), new Decimal(typed)];
  if (base.isZero() || value.isZero()) return null;
  const end = (text: string): string => {
    const exact = new Decimal(text).times(value).div(base);
    return plain(exact.toDecimalPlaces(isWhole ? 0 : 2, Decimal.ROUND_HALF_UP));
  };
  return { low: end(preset.low), expected, high: end(preset.high) };
}

/** Whether an input is a count that a reader would put in place of a preset's with its uncertainty unchanged. */
function canFollow(state: WorkState, path: string): { readonly isWhole: boolean } | null {
  const field = allRows(state).find((row) => row.path === path)?.field;
  if (!field || !isNumberField(field) || field.type === 'percent' || field.type === 'change') return null;
  return { isWhole: field.type === 'count' };
}

/** The inputs whose low and high are the reader's own: those that are not in a preset's proportion. */
export function ownRanges(state: WorkState, preset: WorkTexts | null): string[] {
  return Object.keys(state.texts).filter((path) => !isFollowing(state, path, preset));
}

/** Whether a range stands in the proportion of the preset's. */
export function isFollowing(state: WorkState, path: string, preset: WorkTexts | null): boolean {
  const [ends, base] = [endsOf(state.texts[path] ?? ''), endsOf(preset?.[path] ?? '')];
  const can = canFollow(state, path);
  const wanted = ends && base && can && scaled(base, ends.expected, can.isWhole);
  return wanted != null && ends !== null && rangeText(wanted) === rangeText(ends);
}

/** The text of a range whose expected value changed: its ends move in the proportion of the preset's. */
export function followed(state: WorkState, path: string, expected: string, preset: WorkTexts | null): string | null {
  const base = endsOf(preset?.[path] ?? '');
  const can = canFollow(state, path);
  const ends = base && can && scaled(base, expected, can.isWhole);
  return ends ? rangeText(ends) : null;
}
