import type { FromPreset } from './note-work.ts';
import { inPart, partPath } from './part-path.ts';
import type { Input, SingleWork, Workload } from './workload.ts';

/**
 * A preset with some inputs changed, and the mark of those that were not: pass it to `estimate` as `preset`, and the
 * estimate says which numbers are the preset's. `fromPreset('support-chat', chat, {turns: 7})`.
 */
export function fromPreset(
  id: string,
  preset: Workload,
  changes: Readonly<Record<string, Input | boolean>>,
): { readonly workload: Workload; readonly preset: FromPreset } {
  const workload = Object.entries(changes).reduce<Workload>(
    (work, [path, value]) => withInput(work, path, value),
    preset,
  );
  const own = presetInputs(preset, '');
  const parts =
    preset.kind === 'mix' ? preset.parts.map(({ workload }, at) => presetInputs(workload, partPath(at))) : [];
  const all = [own, ...parts];
  const inputs = all.flatMap((one) => one.inputs).filter((path) => !Object.hasOwn(changes, path));
  return { workload, preset: { preset: id, inputs, reasons: Object.assign({}, ...all.map((one) => one.reasons)) } };
}

const DESCRIBED: readonly string[] = ['kind', 'name', 'about', 'reasons', 'parts'];

/** The inputs that a preset states, and its reasons, by their paths. */
function presetInputs(work: Workload, path: string): Pick<FromPreset, 'inputs' | 'reasons'> {
  const inputs = Object.keys(work).filter((key) => !DESCRIBED.includes(key));
  const reasons = Object.entries(work.reasons ?? {}).map(([key, reason]) => [path + key, reason] as const);
  return { inputs: inputs.map((key) => path + key), reasons: Object.fromEntries(reasons) };
}

/** The work with one input changed, by its path: `turns`, or `parts/1/workload/turns`. */
export function withInput(workload: Workload, path: string, value: Input | boolean): Workload {
  const into = inPart(path);
  if (!into || workload.kind !== 'mix' || !workload.parts[into.index])
    return { ...workload, [path]: value } as Workload;
  const parts = workload.parts.map((part, at) =>
    at === into.index ? { ...part, workload: { ...part.workload, [into.key]: value } as SingleWork } : part,
  );
  return { ...workload, parts };
}
