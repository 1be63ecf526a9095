import type { Parts } from './parts.ts';

/** Copies the link to the answer, or says which keys do. */
export async function copyLink(parts: Parts): Promise<void> {
  const link = parts.of<HTMLInputElement>('link');
  link.select();
  const copied = await navigator.clipboard?.writeText(link.value).then(
    () => true,
    () => false,
  );
  parts.of('copy').textContent = copied ? 'Copied' : 'Press Ctrl+C to copy';
}
