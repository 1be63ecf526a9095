import type { ReadMapText } from '../../record-pricing/record-map.ts';

/** Reads a chosen map file in a worker of its own, which has the parser for it. */
export async function readMapFile(file: File): Promise<ReadMapText> {
  const text = await file.text();
  const worker = new Worker(new URL('./map-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<ReadMapText>) => resolve(data));
      worker.addEventListener('error', () => reject(new Error('the page could not start its worker')));
      worker.postMessage(text);
    });
  } finally {
    worker.terminate();
  }
}
