/**
 * A piece of a page as a value, for what is drawn both when the site is built and in the browser. Its strings are
 * text and never become markup.
 */
export interface Markup {
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly (Markup | string)[];
}

/** `markup('p', { class: 'note' }, 'text')`. */
export function markup(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Markup | string)[]
): Markup {
  return { tag, attributes, children };
}
