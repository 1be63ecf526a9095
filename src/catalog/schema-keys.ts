import type * as z from 'zod';

/** What is read of a schema here; `def` is how zod describes it. */
interface Described {
  readonly _zod: {
    readonly def: {
      readonly type: string;
      readonly shape?: Readonly<Record<string, Described>>;
      readonly element?: Described;
      readonly valueType?: Described;
      readonly innerType?: Described;
      readonly in?: Described;
      readonly options?: readonly Described[];
      readonly values?: readonly unknown[];
    };
  };
}

/** The keys that a schema takes at a path of a value; of several ways to be right, those that the value's kind allows. */
export function schemaKeys(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  let schemas = branches(schema as unknown as Described, value);
  let here = value;
  for (const key of path) {
    here = (here as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key];
    schemas = schemas.flatMap((one) => inside(one, key)).flatMap((one) => branches(one, here));
  }
  return [...new Set(schemas.flatMap(({ _zod: { def } }) => Object.keys(def.shape ?? {})))];
}

function inside({ _zod: { def } }: Described, key: PropertyKey): Described[] {
  const inner = def.shape?.[String(key)] ?? def.element ?? def.valueType;
  return inner ? [inner] : [];
}

/** A schema without its wrapping, and of a union the members that fit the value's own literals. */
function branches(schema: Described, value: unknown): Described[] {
  const { def } = schema._zod;
  const wrapped = def.innerType ?? def.in;
  if (wrapped) return branches(wrapped, value);
  if (!def.options) return [schema];
  const all = def.options.flatMap((option) => branches(option, value));
  const fitting = all.filter((option) => fitsLiterals(option, value));
  return fitting.length > 0 ? fitting : all;
}

function fitsLiterals({ _zod: { def } }: Described, value: unknown): boolean {
  return Object.entries(def.shape ?? {}).every(([key, inner]) => {
    const [literal] = branches(inner, undefined);
    if (literal?._zod.def.type !== 'literal') return true;
    const found = value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
    return found === undefined || (literal._zod.def.values ?? []).includes(found);
  });
}
