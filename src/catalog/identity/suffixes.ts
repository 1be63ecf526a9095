import type { AppliedRule } from './identity.ts';

/** A name without its endpoint variants, and what they were. */
export interface Unsuffixed {
  readonly rest: string;
  readonly endpoint: readonly string[];
  readonly rules: readonly AppliedRule[];
}

/** Ends that say how an offer is served, and nothing of the model. */
const SERVED =
  /(?::(free|batch|nitro|floor|exacto|extended|official|online)|-(free|batch|nitro|maas|tee|flex|cs|fw)|@(default))$/;
const REGION = /@(us|eu|apac|au|jp|ca|in|global)$/;
/** `-v1:0`; another version only after a date, since `-v2` may be the model's own. */
const VERSION = /(?:-v1:0|(?<=-\d{8})-v\d:0|(?<=\d[bt])-1:0)$/;

/** Takes off what stands after a name: `:free`, `@eu`, `-maas`, `-v1:0`, in whatever order. */
export function takeSuffixes(name: string): Unsuffixed {
  const endpoint: string[] = [];
  const rules: AppliedRule[] = [];
  let rest = name;
  for (;;) {
    const region = REGION.exec(rest);
    const served = SERVED.exec(rest);
    const version = VERSION.exec(rest);
    const found = region ?? served ?? version;
    if (!found || found.index === 0) return { rest, endpoint, rules };
    if (region) endpoint.push(`region ${region[1]}`);
    else if (served && served[3] === undefined) endpoint.push(served[1] ?? served[2] ?? '');
    const rule = region ? 'region_suffix' : served ? 'endpoint_variant' : 'version_suffix';
    rules.push({ rule, on: found[0] });
    rest = rest.slice(0, found.index);
  }
}
