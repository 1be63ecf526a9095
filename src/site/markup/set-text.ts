/** Puts a text into the first node of an element, where it is not there yet: each write lays the page out. */
export function setText(element: Element, text: string): void {
  const node = element.firstChild;
  if (!(node instanceof Text)) element.prepend(text);
  else if (node.data !== text) node.data = text;
}

/** Hides or shows an element, where it is not so yet. */
export function setHidden(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}
