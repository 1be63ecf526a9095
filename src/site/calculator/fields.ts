import { capital } from '../../catalog/words/capital.ts';
import {
  CONDITION_KEYS,
  type ConditionKey,
  type Meters,
  type Offer,
  type Period,
  type Rate,
  type When,
} from '../../engine/index.ts';
import { conditionField, usageField } from './state.ts';

/** A field of the calculator's form. */
export type Field =
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly label: string;
      readonly hint: string;
      readonly number: 'whole' | 'decimal';
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly choices: readonly { readonly value: string; readonly label: string }[];
    }
  | { readonly kind: 'date'; readonly name: string; readonly label: string };

/** The fields that an offer's card asks for at a date, beside those that earlier answers filled. */
export function fieldsOf(offer: Offer, period: Period | undefined, meters: Meters, filled: readonly string[]): Field[] {
  const counted = [...new Set([...(period ? metersOf(period) : []), ...filledMeters(filled, meters)])];
  const order = [...meters.keys()];
  counted.sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return [
    { kind: 'number', name: 'requests', label: 'Requests', hint: '', number: 'whole' },
    ...counted
      .filter((meter) => meter !== 'requests')
      .map((meter): Field => {
        const node = meters.get(meter);
        const hint = [
          'in one request',
          ...(node?.within[0] ? [`counted within ${meters.get(node.within[0])?.many ?? node.within[0]}`] : []),
          ...(node?.implied ? [`${node.implied} where nothing is stated`] : []),
        ].join(', ');
        return {
          kind: 'number',
          name: usageField(meter),
          label: capital(node?.many ?? meter),
          hint,
          number: 'decimal',
        };
      }),
    ...(period ? choicesOf(period) : []),
    ...(period && hasDays(period)
      ? [
          {
            kind: 'number',
            name: 'days',
            label: 'Days',
            hint: 'over which the usage is spread',
            number: 'whole',
          } as const,
        ]
      : []),
    ...fundingFields(offer),
    { kind: 'date', name: 'at', label: 'Date of the rates' },
  ];
}

/** Every meter that a card speaks of. */
function metersOf(period: Period): string[] {
  const tiered = period.rates.flatMap((rate) =>
    'tiers' in rate && rate.tiers && 'subject' in rate.tiers ? [rate.tiers.subject] : [],
  );
  const free = (period.allowances ?? []).flatMap(({ meters }) => meters);
  const committed = (period.commitments ?? []).map(({ meter }) => meter);
  return [...period.rates.map(({ meter }) => meter), ...tiered, ...free, ...committed];
}

function filledMeters(filled: readonly string[], meters: Meters): string[] {
  return filled.flatMap((name) => (name.startsWith('u.') && meters.has(name.slice(2)) ? [name.slice(2)] : []));
}

/** Every `when` of a card's rules. */
function whensOf(period: Period): When[] {
  const rules = [
    period.rates,
    period.multipliers,
    period.allowances,
    period.fees,
    period.minimums,
    period.commitments,
    period.credits,
  ];
  return rules.flatMap((list) => (list ?? []).flatMap(({ when }: Pick<Rate, 'when'>) => (when ? [when] : [])));
}

function choicesOf(period: Period): Field[] {
  const whens = whensOf(period);
  return (Object.keys(CONDITION_KEYS) as ConditionKey[]).flatMap((key): Field[] => {
    const spoken = whens.flatMap((when) => when[key] ?? []);
    if (spoken.length === 0) return [];
    const usual = CONDITION_KEYS[key];
    const values = [...new Set([...(usual === null ? [] : [usual]), ...spoken])];
    const choices = values.map((value) => ({ value: value === usual ? '' : value, label: value.replaceAll('_', ' ') }));
    if (usual === null) choices.unshift({ value: '', label: 'not stated' });
    return [{ kind: 'choice', name: conditionField(key), label: capital(key.replaceAll('_', ' ')), choices }];
  });
}

function hasDays(period: Period): boolean {
  return JSON.stringify(period).includes('"span":"day"');
}

function fundingFields({ funding = [], currency }: Offer): Field[] {
  if (!funding.some(({ fee, purchase }) => fee ?? purchase)) return [];
  const methods = funding.map(({ method }) => method);
  const choices = [
    { value: '', label: methods[0] ?? '' },
    ...methods.slice(1).map((value) => ({ value, label: value })),
  ];
  return [
    ...(methods.length > 1 ? [{ kind: 'choice', name: 'pay', label: 'Paid by', choices } as const] : []),
    {
      kind: 'number',
      name: 'top_up',
      label: 'Size of each top-up',
      hint: `in ${currency}; empty buys just what is needed`,
      number: 'decimal',
    },
  ];
}
