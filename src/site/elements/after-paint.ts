/**
 * Does something once the page as it was sent has been painted, so that a reader need not wait for it to read; at once
 * where the address asks for something else than the page shows.
 */
export function afterPaint(work: () => Promise<void>): void {
  if (location.search !== '') void work();
  else requestAnimationFrame(() => setTimeout(() => void work()));
}
