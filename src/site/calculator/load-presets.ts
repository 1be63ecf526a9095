import type { Workload } from '../../workload/index.ts';

/** The presets of work by their ids, from their address; throws where they cannot be had. */
export async function loadPresets(address: string): Promise<ReadonlyMap<string, Workload>> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const list = (await response.json()) as readonly { readonly id: string; readonly workload: Workload }[];
  return new Map(list.map(({ id, workload }) => [id, workload]));
}
