import { type AppliedRule, UNKNOWN_LAB } from './identity.ts';
import { familyLab, type ModelNames } from './names.ts';
import { slugOf } from './slug-of.ts';

/** What a path before a name says, and the name that is left. */
export interface Unprefixed {
  readonly lab: string | null;
  readonly rest: string;
  readonly endpoint: readonly string[];
  readonly rules: readonly AppliedRule[];
}

/** Words of addresses: `accounts/fireworks/models/`, `@cf/`, `openai/chat-completion/models/`. */
const PATH_WORDS = new Set(['models', 'accounts', 'routers', 'chat-completion', 'completion', 'qwenlm', '@cf', 'hf']);
/** Path words that say how an offer is served. */
const SERVED: Readonly<Record<string, string>> = { pro: 'pro', tee: 'tee' };
const REGION = /^(us-gov|us|eu|apac|au|jp|ca|sa|in|global|regional)\.(?=[a-z0-9]+\.)/;

/** Takes off, from a lower-case id, sellers, addresses, regions and the lab, in a path, before a dot or a dash. */
export function takePrefixes(id: string, names: ModelNames): Unprefixed {
  const rules: AppliedRule[] = [];
  const endpoint: string[] = [];
  const segments = id.replace(/^hf:/, 'hf/').split('/');
  let rest = segments.pop() ?? '';
  const region = REGION.exec(rest)?.[1];
  if (region !== undefined) {
    rules.push({ rule: 'region_prefix', on: `${region}.` });
    if (region !== 'global' && region !== 'regional') endpoint.push(`region ${region}`);
    rest = rest.slice(region.length + 1);
  }
  const dotted = /^([a-z][a-z0-9-]*)\.(?=[a-z])/.exec(rest)?.[1];
  if (dotted !== undefined && names.labs.has(dotted)) {
    segments.push(dotted);
    rest = rest.slice(dotted.length + 1);
  }
  const inner = segments
    .map((segment) => segment.replace(/^~/, ''))
    .filter((segment) => !['', UNKNOWN_LAB].includes(slugOf(segment)));
  let lab: string | null = null;
  for (const segment of inner.reverse()) {
    const served = SERVED[segment];
    const known = names.labs.get(segment);
    const family = familyLab(rest, names);
    const sells = names.sellers.has(segment) && (known === undefined || (family !== null && family !== known));
    if (served !== undefined) {
      endpoint.push(served);
      rules.push({ rule: 'endpoint_variant', on: `${segment}/` });
    } else if (PATH_WORDS.has(segment)) rules.push({ rule: 'path_word', on: `${segment}/` });
    else if (lab !== null || sells) rules.push({ rule: 'seller_prefix', on: `${segment}/` });
    else {
      lab = known ?? slugOf(segment);
      rules.push({ rule: 'lab_prefix', on: `${segment}/` });
    }
  }
  return { ...takeDashed(rest, lab, names, rules), endpoint };
}

/** Takes off a lab or seller before a dash, where a family follows: `zai-org-glm-4.6`, `databricks-claude-opus`. */
function takeDashed(
  rest: string,
  lab: string | null,
  names: ModelNames,
  rules: AppliedRule[],
): Pick<Unprefixed, 'lab' | 'rest' | 'rules'> {
  for (let dash = rest.indexOf('-'); dash > 0; dash = rest.indexOf('-', dash + 1)) {
    const head = rest.slice(0, dash);
    const maker = names.labs.get(head);
    const sells = names.sellers.has(head) && lab === null;
    if (maker === undefined && !sells) continue;
    const name = rest.slice(dash).replace(/^-+/, '');
    const family = familyLab(name, names);
    if (maker !== undefined && maker === family && (lab === null || lab === maker)) {
      rules.push({ rule: 'lab_prefix', on: `${head}-` });
      return { lab: maker, rest: name, rules };
    }
    if (sells && family !== null) {
      rules.push({ rule: 'seller_prefix', on: `${head}-` });
      return takeDashed(name, lab, names, rules);
    }
  }
  const family = lab === null ? familyLab(rest, names) : null;
  if (family !== null) rules.push({ rule: 'family', on: rest });
  return { lab: lab ?? family, rest, rules };
}
