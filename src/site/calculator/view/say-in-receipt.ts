/** Says something where the receipt would be. */
export function sayInReceipt(place: Element | null, text: string): void {
  const line = document.createElement('p');
  line.className = 'receipt receipt-message';
  line.textContent = text;
  place?.replaceChildren(line);
}
