import type { WorkLoader } from './work-loader.ts';
import type { WorkState } from './workload/work-texts.ts';

/** The work that a choice of its kind begins with: `preset:support-chat`, `kind:chat`, or none for `counts`. */
export async function workOfChoice(value: string, loader: WorkLoader): Promise<WorkState | null> {
  const [sort, name = ''] = value.split(':');
  if (sort === 'counts') return null;
  const { textsOf } = await loader.open();
  const preset = sort === 'preset' ? loader.presets().get(name) : undefined;
  const kind = preset?.kind ?? (name as WorkState['kind']);
  return { kind, preset: preset ? name : null, texts: preset ? textsOf(preset) : {} };
}

/** The choice that some work shows as. */
export function choiceOf(work: WorkState | null): string {
  if (work === null) return 'counts';
  return work.preset === null ? `kind:${work.kind}` : `preset:${work.preset}`;
}
