import { config } from 'zod';
import { readMap } from '../../record-pricing/read-map.ts';

// The site's policy lets nothing be made into code.
config({ jitless: true });

self.addEventListener('message', ({ data }: MessageEvent<string>) => self.postMessage(readMap(data)));
