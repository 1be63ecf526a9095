import type { Catalog, CatalogOffer } from '../catalog/catalog.ts';
import { isNotFound, type NotFound } from '../catalog/find-offer.ts';
import { openCatalog } from '../catalog/open.ts';
import { locatedText } from '../catalog/problem.ts';
import { resolveOffer } from '../catalog/resolve-offer.ts';
import { ruleWords } from '../catalog/words/rule-words.ts';
import { failed } from './exit-code.ts';
import { firstLines } from './first-lines.ts';
import type { Io } from './io.ts';

/** Opens the catalog; what is wrong with it goes to the messages, and the rest is used. */
export function loadCatalog(io: Io): Catalog {
  const { catalog, problems } = openCatalog(io.dataDirectory);
  const lines = problems.map((problem) => `catalog: ${locatedText(problem)}`);
  for (const line of firstLines(lines, '; ratecard check lists them')) io.err(line);
  if (catalog.offers.size === 0) throw failed('the catalog holds no offers');
  return catalog;
}

/** The offer of that name, or that its name fits by a rule, which is said; ends the command where there is none. */
export function requireOffer(catalog: Catalog, name: string, io: Io): CatalogOffer {
  const found = resolveOffer(catalog, name);
  if (isNotFound(found)) throw failed(...notFoundLines(found, 'offer'));
  if (found.by === 'rule') io.err(ruleWords(name, found.offer.id));
  return found.offer;
}

/** Why a name was not found, and what to write instead. */
export function notFoundLines(found: NotFound, what: string): string[] {
  if (found.kind === 'ambiguous') {
    const fits = found.by === 'name' ? 'is the name of' : 'is like the names of';
    return [
      `"${found.name}" ${fits} ${found.candidates.length}; name one by its id:`,
      ...found.candidates.map((id) => `  ${id}`),
    ];
  }
  const near = found.nearest.length > 0 ? `; nearest: ${found.nearest.join(', ')}` : '';
  return [`there is no ${what} "${found.name}"${near}; ratecard search finds what is there`];
}
