import type { Ask, Told } from './messages.ts';
import { priceFiles } from './price-files.ts';

/** How often the page is told how far reading is, in milliseconds. */
const EVERY_MS = 100;

const tell = (told: Told): void => self.postMessage(told);

self.addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  let bytes = 0;
  let told = 0;
  const read = (more: number): void => {
    bytes += more;
    const now = Date.now();
    if (now - told < EVERY_MS) return;
    told = now;
    tell({ kind: 'read', bytes });
  };
  priceFiles(data, Math.floor(Date.now() / 86_400_000) * 86_400_000, read).then(tell, (error: unknown) =>
    tell({ kind: 'failed', text: error instanceof Error ? error.message : String(error) }),
  );
});
