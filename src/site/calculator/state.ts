import { CONDITION_KEYS, type Meters } from '../../engine/index.ts';
import { LINK_VERSION, otherVersion } from '../link-version.ts';
import { type Pin, pinParts, readPin } from './pin.ts';

/** What the calculator was asked, as typed: the offer and the text of each field by its name. */
export interface CalculatorState {
  readonly offer: string | null;
  readonly values: Readonly<Record<string, string>>;
}

/** A link read: its state, and each part that was ignored with the reason. */
export interface ReadLink {
  readonly state: CalculatorState;
  readonly pin?: Pin;
  readonly ignored: readonly string[];
}

/** Fields that are asked whatever the work is. */
export const TERMS: readonly string[] = ['top_up', 'pay', 'at', 'time', 'budget'];
const FIELDS: readonly string[] = ['requests', 'days', ...TERMS];
const OWN: readonly string[] = ['v', 'offer', 'data', 'total'];

/** Reads the part of a link after the question mark. Of a version that is not known, nothing is read. */
export function readLink(query: string, meters: Meters): ReadLink {
  const other = otherVersion(query);
  if (other !== null) return { state: { offer: null, values: {} }, ignored: [other] };
  const values: Record<string, string> = {};
  const own: Record<string, string> = {};
  const ignored: string[] = [];
  const seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (seen.has(name)) ignored.push(`${name}=${value}, because ${name} was given before`);
    else if (OWN.includes(name)) own[name] = value;
    else if (isField(name, meters)) values[name] = value;
    else ignored.push(`${name}=${value}, which is not a part of such a link`);
    seen.add(name);
  }
  const pin = readPin(own['data'], own['total'], ignored);
  return { state: { offer: own['offer'] ?? null, values }, ...(pin ? { pin } : {}), ignored };
}

export function isField(name: string, meters: Meters): boolean {
  if (name.startsWith('u.')) return meters.has(name.slice(2));
  if (name.startsWith('when.')) return Object.hasOwn(CONDITION_KEYS, name.slice(5));
  return FIELDS.includes(name);
}

/** The link's query for a state; fields without text are left out. */
export function writeLink({ offer, values }: CalculatorState, pin?: Pin): string {
  const parts = Object.entries(values).filter(([, value]) => value.trim() !== '');
  const asked = [['v', LINK_VERSION], ...(offer === null ? [] : [['offer', offer]]), ...parts];
  return new URLSearchParams([...asked, ...pinParts(pin)]).toString();
}
