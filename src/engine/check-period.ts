import {
  checkDecimal,
  checkMeter,
  checkOneOf,
  eachPart,
  type Findings,
  noteFault,
  type Part,
  partAt,
} from './card-fault.ts';
import { checkRate } from './check-rate.ts';
import { checkWhen } from './check-when.ts';
import { MODE_WORDS } from './rounding.ts';

export const SPANS = ['day', 'month', 'year', 'once'] as const;

type CheckRule = (rule: Part, path: string, findings: Findings) => void;

const spanned =
  (field: string, above: 'zero' | 'nothing'): CheckRule =>
  (rule, path, findings) => {
    checkDecimal(rule[field], `${path}/${field}`, findings, above);
    checkOneOf(rule['span'], SPANS, `${path}/span`, findings);
  };

const LISTS: Readonly<Record<string, CheckRule>> = {
  rates: checkRate,
  multipliers: ({ factor, meters }, path, findings) => {
    checkDecimal(factor, `${path}/factor`, findings, 'nothing');
    if (meters !== undefined) checkMeters(meters, `${path}/meters`, findings);
  },
  allowances: (rule, path, findings) => {
    spanned('quantity', 'nothing')(rule, path, findings);
    checkMeters(rule['meters'], `${path}/meters`, findings);
  },
  fees: (rule, path, findings) => {
    if (rule['kind'] === 'recurring') {
      spanned('amount', 'nothing')(rule, path, findings);
      return;
    }
    checkOneOf(rule['kind'], ['percent', 'recurring'], `${path}/kind`, findings);
    checkDecimal(rule['percent'], `${path}/percent`, findings, 'nothing');
    checkOneOf(rule['base'], ['list_cost', 'usage_cost'], `${path}/base`, findings);
    partAt(rule['above'], `${path}/above`, findings, (above, at) => spanned('amount', 'nothing')(above, at, findings));
  },
  minimums: spanned('amount', 'nothing'),
  commitments: (rule, path, findings) => {
    spanned('quantity', 'nothing')(rule, path, findings);
    checkMeter(rule['meter'], `${path}/meter`, findings);
  },
  credits: spanned('amount', 'nothing'),
};

const SINGLE: Readonly<Record<string, CheckRule>> = {
  request_rounding: checkRounding,
  request_minimum: ({ amount }, path, findings) => checkDecimal(amount, `${path}/amount`, findings, 'nothing'),
  invoice_rounding: checkRounding,
};

/** Looks through the rules of a period: everything that the engine goes on to read of them. */
export function checkPeriod(period: Part, path: string): Findings {
  const findings: Findings = { faults: [], named: [] };
  if (period['rates'] === undefined) noteFault(findings, `${path}/rates`, undefined, 'a list of rates');
  const withWhen = (check: CheckRule) => (rule: Part, at: string) => {
    check(rule, at, findings);
    checkWhen(rule['when'], `${at}/when`, findings);
  };
  for (const [name, check] of Object.entries(LISTS)) {
    eachPart(period[name], `${path}/${name}`, findings, withWhen(check));
  }
  for (const [name, check] of Object.entries(SINGLE)) {
    partAt(period[name], `${path}/${name}`, findings, withWhen(check));
  }
  return findings;
}

export function checkRounding({ increment, mode }: Part, path: string, findings: Findings): void {
  checkDecimal(increment, `${path}/increment`, findings, 'zero');
  checkOneOf(mode, Object.keys(MODE_WORDS), `${path}/mode`, findings);
}

function checkMeters(meters: unknown, path: string, findings: Findings): void {
  if (!Array.isArray(meters)) noteFault(findings, path, meters, 'a list of meters');
  else for (const [index, meter] of meters.entries()) checkMeter(meter, `${path}/${index}`, findings);
}
