/** Leaves of the rows inside it only those that hold every word of the address's `find`. */
class RatecardFind extends HTMLElement {
  connectedCallback(): void {
    const wanted = new URLSearchParams(location.search).get('find')?.trim() ?? '';
    const field = document.querySelector<HTMLInputElement>('input[name="find"]');
    if (wanted === '') return;
    if (field) field.value = wanted;
    const words = wanted.toLowerCase().split(/\s+/);
    const rows = [...this.querySelectorAll<HTMLElement>('[data-find]')];
    const found = rows.filter((row) => {
      const text = (row.dataset['find'] ?? '').toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      return !row.hidden;
    });
    for (const list of this.querySelectorAll<HTMLElement>('.unpriced')) {
      list.hidden = !found.some((row) => list.contains(row));
    }
    const line = this.querySelector<HTMLElement>('[data-part="found"]');
    if (!line) return;
    const all = document.createElement('a');
    all.href = location.pathname;
    all.textContent = 'Show all';
    line.replaceChildren(`${found.length} of ${rows.length} offers hold “${wanted}”. `, all);
    line.hidden = false;
  }
}

/** Puts the element to work; called by the page that holds it. */
export function defineFind(): void {
  customElements.define('ratecard-find', RatecardFind);
}
