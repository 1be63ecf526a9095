const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page of this site: `pageHref('/models/')`. */
export function pageHref(path: string): string {
  return `${BASE}${path}`;
}

export function offerHref(id: string): string {
  return pageHref(`/offers/${id}/`);
}

/** The offers of a provider as the API gives them, which is also what an embedded calculator prices. */
export function offerCardsHref(provider: string): string {
  return pageHref(`/api/v1/offers/${provider}.json`);
}

export function modelHref(id: string): string {
  return pageHref(`/models/${id}/`);
}

export function providerHref(id: string): string {
  return pageHref(`/providers/${id}/`);
}

/** The calculator, opened on an offer, with what its fields begin with. */
export function calculatorHref(offer: string, values: Readonly<Record<string, string>> = {}): string {
  const fields = Object.entries(values).map(([name, value]) => `&${name}=${encodeURIComponent(value)}`);
  return pageHref(`/calculator/?v=1&offer=${encodeURIComponent(offer)}${fields.join('')}`);
}

/** The calculator, opened with the work that one of its links describes, on an offer. */
export function workCalculatorHref(link: string, offer: string): string {
  const query = new URLSearchParams(link);
  query.set('offer', offer);
  return pageHref(`/calculator/?${query}`);
}

/** The calculator, opened with a preset of work. */
export function presetHref(preset: string): string {
  return pageHref(`/calculator/?${presetQuery(preset)}`);
}

/** A link of the calculator that describes a preset of work. */
export function presetQuery(preset: string): string {
  return `v=2&preset=${encodeURIComponent(preset)}`;
}

/** The table of all offers, ranked by the work that a link of the calculator describes. */
export function rankedHref(link: string): string {
  return pageHref(
    `/?${new URLSearchParams([
      ['v', '1'],
      ['work', link],
    ])}`,
  );
}

/** The place of a source on its offer's page. */
export function sourceId(key: string): string {
  return `source-${key.replaceAll('/', '-')}`;
}

/** An address of the web as data gives it; undefined where following it could run something. */
export function webHref(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined;
}

/** An address as it is read aloud: without its scheme and closing slash. */
export function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

/** The host of an address, as a reader knows a site. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url;
}

export function modelTwinHref(id: string): string {
  return pageHref(`/models/${id}.md`);
}

export function providerTwinHref(id: string): string {
  return pageHref(`/providers/${id}.md`);
}
