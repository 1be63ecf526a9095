import { nearestFew } from '../../catalog/nearest.ts';
import { modelHref, offerHref, pageHref, providerHref } from '../links.ts';
import { markup } from '../markup/markup.ts';
import { toDom } from '../markup/to-dom.ts';

/** What it reads of the index of the API. */
interface Index {
  readonly providers: readonly { readonly id: string; readonly name: string }[];
  readonly models: readonly { readonly id: string; readonly name: string }[];
  readonly offers: readonly { readonly id: string; readonly name: string }[];
}

const MOST = 5;

/** On the page of a missing address: offers the pages whose addresses are spelt most like it. */
class RatecardNearest extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const base = pageHref('/');
    const path = location.pathname.startsWith(base) ? location.pathname.slice(base.length) : location.pathname;
    const wanted = wordsOf(path);
    if (wanted === '' || wanted === '404') return;
    const response = await fetch(pageHref('/api/v1/index.json')).catch(() => null);
    if (!response?.ok) return;
    const pages = pagesOf((await response.json()) as Index);
    const found = nearestFew(wanted, pages.keys(), MOST).flatMap((key) => pages.get(key) ?? []);
    if (found.length === 0) return;
    const links = found.map(({ href, label }) => markup('li', {}, markup('a', { href }, label)));
    this.replaceChildren(toDom(markup('h2', {}, 'Did you mean')), toDom(markup('ul', { class: 'nearest' }, ...links)));
  }
}

/** `/offers/acme/small.html` as what names a thing in it: `acme/small`. */
function wordsOf(path: string): string {
  return decoded(path)
    .replace(/^\/?(models|offers|providers|api\/v1\/\w+)\//, '')
    .replace(/(\/|\.(html|md|json))+$/, '')
    .replace(/^\//, '');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

interface Target {
  readonly href: string;
  readonly label: string;
}

/** Every page that is about one thing, by its id; of equally near ones a model comes first. */
function pagesOf({ providers, models, offers }: Index): Map<string, Target> {
  const entry = (id: string, href: string, label: string): [string, Target] => [id, { href, label }];
  return new Map([
    ...models.map(({ id, name }) => entry(id, modelHref(id), `${name} (model ${id})`)),
    ...providers.map(({ id, name }) => entry(id, providerHref(id), `${name} (provider)`)),
    ...offers.map(({ id, name }) => entry(id, offerHref(id), `${name} (offer ${id})`)),
  ]);
}

/** Puts the element to work; called by the page that holds it. */
export function defineNearest(): void {
  customElements.define('ratecard-nearest', RatecardNearest);
}
