import { capital } from '../../catalog/words/capital.ts';
import { CONDITION_KEYS, type ConditionKey, type Meters, type Offer, type Period } from '../../engine/index.ts';
import { countsDays, metersOf, whensOf } from './card-terms.ts';
import { conditionField, usageField } from './field-names.ts';

/** What a field asks about: how many requests, what is in each, how and when they are paid for. */
export type FieldGroup = 'requests' | 'request' | 'terms';

/** A field of the calculator's form. */
export type Field = {
  readonly group: FieldGroup;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
} & (
  | { readonly kind: 'number'; readonly number: 'whole' | 'decimal' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'date' | 'time' }
);

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The fields that an offer's card asks for in a period, beside those that earlier answers filled. */
export function fieldsOf(offer: Offer, period: Period | undefined, meters: Meters, filled: readonly string[]): Field[] {
  const spoken = period ? metersOf(period, meters) : [];
  const counted = [...meters.keys()].filter((meter) => spoken.includes(meter) || filled.includes(usageField(meter)));
  const hasHours = period !== undefined && whensOf(period).some(({ time }) => time);
  return [
    { group: 'requests', kind: 'number', name: 'requests', label: 'Requests', number: 'whole' },
    ...counted.filter((meter) => meter !== 'requests').map((meter) => meterField(meter, meters)),
    ...choiceFields(period, filled),
    ...(period && countsDays(period) ? [DAYS_FIELD] : []),
    ...fundingFields(offer),
    { group: 'terms', kind: 'date', name: 'at', label: 'Date of the rates' },
    ...(hasHours ? [TIME_FIELD] : []),
  ];
}

const DAYS_FIELD: Field = {
  group: 'requests',
  kind: 'number',
  name: 'days',
  label: 'Days',
  hint: 'over which the usage is spread',
  number: 'whole',
};

const TIME_FIELD: Field = { group: 'terms', kind: 'time', name: 'time', label: 'Time of day', hint: 'UTC' };

function meterField(meter: string, meters: Meters): Field {
  const node = meters.get(meter);
  const [whole] = node?.within ?? [];
  const hint = [
    ...(whole === undefined ? [] : [`within ${meters.get(whole)?.many ?? whole}`]),
    ...(node?.implied === undefined ? [] : [`empty is ${node.implied}`]),
  ].join(', ');
  const field = { group: 'request', kind: 'number', name: usageField(meter), number: 'decimal' } as const;
  return { ...field, label: capital(node?.many ?? meter), ...(hint === '' ? {} : { hint }) };
}

function choiceFields(period: Period | undefined, filled: readonly string[]): Field[] {
  const whens = period ? whensOf(period) : [];
  return (Object.keys(CONDITION_KEYS) as ConditionKey[]).flatMap((key): Field[] => {
    const spoken = whens.flatMap((when) => when[key] ?? []);
    if (spoken.length === 0 && !filled.includes(conditionField(key))) return [];
    const usual = CONDITION_KEYS[key];
    const others = [...new Set(spoken)].filter((value) => value !== usual);
    const choices = [
      { value: '', label: usual?.replaceAll('_', ' ') ?? 'not stated' },
      ...others.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    ];
    return [
      { group: 'terms', kind: 'choice', name: conditionField(key), label: capital(key.replaceAll('_', ' ')), choices },
    ];
  });
}

function fundingFields({ funding = [], currency }: Offer): Field[] {
  if (!funding.some(({ fee, purchase }) => fee ?? purchase)) return [];
  const methods = funding.map(({ method }) => method);
  const choices = methods.map((method, index) => ({ value: index === 0 ? '' : method, label: method }));
  return [
    ...(methods.length > 1
      ? [{ group: 'terms', kind: 'choice', name: 'pay', label: 'Paid by', choices } as const]
      : []),
    {
      group: 'terms',
      kind: 'number',
      name: 'top_up',
      label: `Each top-up, in ${currency}`,
      hint: 'empty buys just what is needed',
      number: 'decimal',
    },
  ];
}
