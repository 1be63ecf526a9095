/** Takes files that are dropped on an element. */
export function dropZone(zone: HTMLElement, choose: (files: readonly File[]) => void): void {
  for (const type of ['dragenter', 'dragover'] as const) {
    zone.addEventListener(type, (event) => {
      event.preventDefault();
      zone.classList.add('over');
    });
  }
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    choose([...(event.dataTransfer?.files ?? [])]);
  });
}
