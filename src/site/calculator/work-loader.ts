import type { Workload } from '../../workload/index.ts';
import type { WorkRoom } from './answer.ts';
import { loadPresets } from './load-presets.ts';
import type { PresetNotes } from './workload/work-form.ts';
import type { WorkState } from './workload/work-texts.ts';

export interface AskedPreset {
  readonly workload: Workload;
  readonly notes: PresetNotes;
}

/** The part of the page for work, and the presets, fetched when they are first needed. */
export interface WorkLoader {
  /** Throws where they cannot be fetched; another call tries again. */
  readonly open: () => Promise<WorkRoom>;
  /** What has been opened; null until then. */
  readonly room: () => WorkRoom | null;
  readonly presets: () => ReadonlyMap<string, Workload>;
  /** The preset that some work began from. */
  readonly presetOf: (work: WorkState | null) => AskedPreset | null;
}

export function workLoader(presetsUrl: string): WorkLoader {
  let room: WorkRoom | null = null;
  let presets: ReadonlyMap<string, Workload> = new Map();
  return {
    open: async () => {
      if (room) return room;
      const [found, known] = await Promise.all([import('./workload/work-room.ts'), loadPresets(presetsUrl)]);
      presets = known;
      room = found;
      return found;
    },
    room: () => room,
    presets: () => presets,
    presetOf: (work) => {
      const workload = work?.preset ? presets.get(work.preset) : undefined;
      return workload && room ? { workload, notes: room.presetNotes(workload.name ?? '', workload) } : null;
    },
  };
}
