import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the space for short-lived objects at the size with which it begins. Records come and go a piece of text at a
 * time, so that growing it would only take memory: 160 MB of 350 on a file of 300 MB, and no time is lost. To be called
 * before the catalog is loaded, which would grow it.
 */
export function keepMemoryFlat(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
