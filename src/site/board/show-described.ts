import { WORK_FIELDS } from './work-fields.ts';

/** Shows either the number fields or what stands in their place while described work is priced. */
export function showDescribed(root: HTMLElement, described: string | null): void {
  for (const name of WORK_FIELDS.map((one) => one.name)) {
    const place = root.querySelector<HTMLElement>(`input[name="${name}"]`)?.parentElement;
    if (place) place.hidden = described !== null;
  }
  const place = root.querySelector<HTMLElement>('[data-part="described"]');
  if (place) place.hidden = described === null;
  const select = root.querySelector<HTMLSelectElement>('select[name="preset"]');
  const own = [...(select?.options ?? [])].find((option) => option.dataset['work'] === described);
  if (select && described !== null) select.value = own?.value ?? '';
}
