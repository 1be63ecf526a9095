import type { Markup } from './markup.ts';

/** Draws markup in the browser. */
export function toDom({ tag, attributes = {}, children = [] }: Markup): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) element.append(typeof child === 'string' ? child : toDom(child));
  return element;
}
