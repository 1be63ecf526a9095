import { isDecimalString } from '../../engine/decimal.ts';
import { CONDITION_KEYS, type Meters } from '../../engine/index.ts';

/** What the calculator was asked, as typed: the offer and the text of each field by its name. */
export interface CalculatorState {
  readonly offer: string | null;
  readonly values: Readonly<Record<string, string>>;
}

/** What a link held when it was made: the version of the catalog, and what it came to. */
export interface Pin {
  readonly data: string;
  readonly total: string | null;
}

/** A link read: its state, and each part that was ignored with the reason. */
export interface ReadLink {
  readonly state: CalculatorState;
  readonly pin?: Pin;
  readonly ignored: readonly string[];
}

export const LINK_VERSION = '1';

/** No more of a version is shown. */
export const MOST_VERSION = 40;

/** Fields that are asked whatever the work is. */
export const TERMS: readonly string[] = ['top_up', 'pay', 'at', 'time', 'budget'];
const FIELDS: readonly string[] = ['requests', 'days', ...TERMS];

/** The name of the field for a meter's quantity in one request: `u.input_tokens`. */
export function usageField(meter: string): string {
  return `u.${meter}`;
}

/** The name of the field for a condition: `when.service_tier`. */
export function conditionField(key: string): string {
  return `when.${key}`;
}

/** Reads the part of a link after the question mark. Of a version that is not known, nothing is read. */
export function readLink(query: string, meters: Meters): ReadLink {
  const values: Record<string, string> = {};
  const ignored: string[] = [];
  let offer: string | null = null;
  let version: string | null = null;
  let data: string | null = null;
  let total: string | null = null;
  const seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (seen.has(name)) ignored.push(`${name}=${value}, because ${name} was given before`);
    else if (name === 'v') version = value;
    else if (name === 'offer') offer = value;
    else if (name === 'data') data = value.slice(0, MOST_VERSION);
    else if (name === 'total' && isDecimalString(value)) total = value;
    else if (isField(name, meters)) values[name] = value;
    else ignored.push(`${name}=${value}, which is not a part of such a link`);
    seen.add(name);
  }
  if (version !== null && version !== LINK_VERSION) {
    const reason = `all of it, because it is of version ${version} and this page reads version ${LINK_VERSION} only`;
    return { state: { offer: null, values: {} }, ignored: [reason] };
  }
  return { state: { offer, values }, ...(data === null ? {} : { pin: { data, total } }), ignored };
}

export function isField(name: string, meters: Meters): boolean {
  if (name.startsWith('u.')) return meters.has(name.slice(2));
  if (name.startsWith('when.')) return Object.hasOwn(CONDITION_KEYS, name.slice(5));
  return FIELDS.includes(name);
}

/** The version of the catalog and the total as parts of a link. */
export function pinParts(pin: Pin | undefined): [string, string][] {
  if (!pin) return [];
  return [['data', pin.data], ...(pin.total === null ? [] : ([['total', pin.total]] as [string, string][]))];
}

/** The link's query for a state; fields without text are left out. */
export function writeLink({ offer, values }: CalculatorState, pin?: Pin): string {
  const parts = Object.entries(values).filter(([, value]) => value.trim() !== '');
  const asked = [['v', LINK_VERSION], ...(offer === null ? [] : [['offer', offer]]), ...parts];
  return new URLSearchParams([...asked, ...pinParts(pin)]).toString();
}
