/** Inputs that belong together in any kind of work, beside those that describe the work itself. */
export type FieldGroup = 'cache' | 'calls' | 'schedule';

/** Another input that makes one needed: once it is stated, above zero where it is a number, or is a certain word. */
export interface AskedBy {
  readonly input: string;
  readonly is?: string;
  readonly aboveZero?: boolean;
}

/** What an input of either sort may say about itself. */
interface AnyField {
  readonly label: string;
  readonly required?: boolean;
  readonly group?: FieldGroup;
  /** What is taken where it is not stated, as the estimate says it. */
  readonly absent?: string;
  /** The input without which this one means nothing. */
  readonly with?: string;
  readonly asked?: AskedBy;
}

/**
 * What an input is. `count`: a whole number; `quantity`: a decimal; `percent`: from 0 to 100; `change`: a percentage
 * that may be negative. `fixed` inputs decide the shape of the answer and take no range.
 */
export interface NumberField extends AnyField {
  readonly type: 'count' | 'quantity' | 'percent' | 'change';
  readonly unit: string;
  readonly aboveZero?: boolean;
  readonly most?: number;
  readonly fixed?: boolean;
}

export interface TextField extends AnyField {
  readonly type: 'choice' | 'flag' | 'date' | 'offer';
  readonly choices?: readonly string[];
  /** What each choice means, for people. */
  readonly meanings?: Readonly<Record<string, string>>;
}

export type Field = NumberField | TextField;
export type Fields = Readonly<Record<string, Field>>;

export const count = (label: string, unit: string, more: Partial<NumberField> = {}): NumberField => ({
  type: 'count',
  label,
  unit,
  ...more,
});
export const quantity = (label: string, unit: string, more: Partial<NumberField> = {}): NumberField => ({
  ...count(label, unit, more),
  type: 'quantity',
});
export const percent = (label: string, more: Partial<NumberField> = {}): NumberField => ({
  ...count(label, 'percent', more),
  type: 'percent',
});
export const REQUIRED = { required: true } as const;
export const VOLUME = { required: true, aboveZero: true } as const;
export const tokens = (label: string, more: Partial<NumberField> = REQUIRED): NumberField =>
  count(label, 'tokens', more);

export function isNumberField(field: Field): field is NumberField {
  return 'unit' in field;
}
