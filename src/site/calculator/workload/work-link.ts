import type { Meters } from '../../../engine/index.ts';
import { KINDS, type Kind, type Workload } from '../../../workload/index.ts';
import { WORK_LINK_VERSION } from '../../link-version.ts';
import { type Pin, pinParts, readPin } from '../pin.ts';
import { fieldProblem } from '../price-state.ts';
import { isField, TERMS } from '../state.ts';
import { allRows, isAskable } from './work-rows.ts';
import { textsOf, type WorkState, type WorkTexts } from './work-texts.ts';

/** What a link about work asks: the offer, the work, and the texts of the other fields. */
export interface WorkLink {
  readonly offer: string | null;
  readonly work: WorkState;
  readonly values: Readonly<Record<string, string>>;
}

export interface ReadWorkLink extends WorkLink {
  readonly pin?: Pin;
  readonly ignored: readonly string[];
}

/**
 * Reads the part of a link after the question mark. Of a preset, inputs that the link does not name are filled in,
 * unless it says with which catalog it was made: then it names all that there were.
 */
export function readWorkLink(query: string, presets: ReadonlyMap<string, Workload>, meters: Meters): ReadWorkLink {
  const ignored: string[] = [];
  const values: Record<string, string> = {};
  const inputs: [string, string][] = [];
  const own: Record<string, string> = {};
  const seen = new Set<string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (seen.has(name)) ignored.push(`${name}=${value}, because ${name} was given before`);
    else if (name.startsWith('w.')) inputs.push([name.slice(2), value]);
    else if (OWN.includes(name)) own[name] = value;
    else if (TERMS.includes(name) || (name.startsWith('when.') && isField(name, meters))) {
      const problem = fieldProblem(name, value);
      if (problem) ignored.push(`${name}=${value}: ${problem.toLowerCase().replace(/\.$/, '')}`);
      else values[name] = value;
    } else ignored.push(`${name}=${value}, which is not a part of such a link`);
    seen.add(name);
  }
  const named = own['preset'];
  const preset = named === undefined ? undefined : presets.get(named);
  if (named !== undefined && !preset) ignored.push(`preset=${named}, which the catalog does not hold`);
  const kind = kindOf(own['kind'], preset, ignored);
  const pin = readPin(own['data'], own['total'], ignored);
  const filled: WorkTexts = preset?.kind === kind && !pin ? textsOf(preset) : {};
  const whole: WorkState = {
    kind,
    preset: preset?.kind === kind ? (named ?? null) : null,
    texts: { ...filled, ...Object.fromEntries(inputs) },
  };
  return {
    offer: own['offer'] ?? null,
    work: knownOnly(whole, ignored),
    values,
    ...(pin ? { pin } : {}),
    ignored,
  };
}

const OWN: readonly string[] = ['v', 'offer', 'kind', 'preset', 'data', 'total'];

function kindOf(text: string | undefined, preset: Workload | undefined, ignored: string[]): Kind {
  const kind = KINDS.find((one) => one === text);
  if (text !== undefined && !kind) ignored.push(`kind=${text}, which is not a kind of work`);
  return kind ?? preset?.kind ?? 'chat';
}

/** The state without texts for inputs that its kind does not have. */
function knownOnly(state: WorkState, ignored: string[]): WorkState {
  const paths = new Set(allRows(state).map(({ path }) => path));
  const texts: Record<string, string> = {};
  for (const [path, text] of Object.entries(state.texts)) {
    if (paths.has(path) || (state.kind === 'mix' && PART_OWN.test(path))) texts[path] = text;
    else ignored.push(`w.${path}=${text}, which is not an input of this kind of work`);
  }
  return { ...state, texts };
}

const PART_OWN = /^parts\/\d{1,2}\/(share_percent|offer|workload\/kind)$/;

/** The link's query for a question; inputs without text, or that mean nothing here, are left out. */
export function writeWorkLink({ offer, work, values }: WorkLink, pin?: Pin): string {
  const { kind, preset, texts } = work;
  const rows = allRows(work).filter((row) => isAskable(row, texts));
  const paths = [...rows.map(({ path }) => path), ...Object.keys(texts).filter((path) => PART_OWN.test(path))];
  const inputs = paths
    .filter((path) => (texts[path] ?? '').trim() !== '')
    .map((path): [string, string] => [`w.${path}`, (texts[path] ?? '').trim()]);
  const terms = Object.entries(values).filter(
    ([name, value]) => (TERMS.includes(name) || name.startsWith('when.')) && value.trim() !== '',
  );
  const parts: [string, string][] = [
    ['v', WORK_LINK_VERSION],
    ...(offer === null ? [] : [['offer', offer] as [string, string]]),
    ['kind', kind],
    ...(preset === null ? [] : [['preset', preset] as [string, string]]),
    ...inputs,
    ...terms,
    ...pinParts(pin),
  ];
  return new URLSearchParams(parts).toString().replaceAll('%2F', '/');
}
