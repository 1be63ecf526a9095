import type { Markup } from './markup.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Draws markup in the browser. */
export function toDom(markup: Markup): HTMLElement {
  return drawn(markup, false) as HTMLElement;
}

function drawn({ tag, attributes = {}, children = [] }: Markup, isInside: boolean): Element {
  const isSvg = isInside || tag === 'svg';
  const element = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) element.append(typeof child === 'string' ? child : drawn(child, isSvg));
  return element;
}
