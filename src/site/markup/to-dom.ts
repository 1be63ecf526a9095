import type { Markup } from './markup.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Draws markup in the browser. */
export function toDom(node: Markup): HTMLElement {
  return draw(node, false) as HTMLElement;
}

function draw({ tag, attributes = {}, children = [] }: Markup, isPicture: boolean): Element {
  const inPicture = isPicture || tag === 'svg';
  const element = inPicture ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) element.append(typeof child === 'string' ? child : draw(child, inPicture));
  return element;
}
