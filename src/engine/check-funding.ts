import {
  type CardFault,
  checkAnyDecimal,
  checkOneOf,
  eachPart,
  type Findings,
  noteFault,
  type Part,
  partAt,
} from './card-fault.ts';
import { checkRounding } from './check-period.ts';
import { Decimal, HUNDRED, isDecimalString } from './decimal.ts';
import type { Funding } from './funding.ts';

const NONE: readonly CardFault[] = [];
const known = new WeakMap<readonly Funding[], readonly CardFault[]>();

/** What cannot be read of how an account is paid up; looked for once. */
export function fundingFaults(funding: readonly Funding[] | undefined): readonly CardFault[] {
  if (!funding) return NONE;
  let faults = known.get(funding);
  if (!faults) {
    const findings: Findings = { faults: [], named: [] };
    eachPart(funding, 'funding', findings, (terms, path) => checkTerms(terms, path, findings));
    faults = findings.faults;
    if (Array.isArray(funding)) known.set(funding, faults);
  }
  return faults;
}

function checkTerms({ fee, purchase }: Part, path: string, findings: Findings): void {
  partAt(fee, `${path}/fee`, findings, (part, at) => checkFee(part, at, findings));
  partAt(purchase, `${path}/purchase`, findings, ({ minimum, maximum, step }, at) => {
    checkAnyDecimal(minimum, `${at}/minimum`, findings, 'nothing');
    checkAnyDecimal(maximum, `${at}/maximum`, findings, 'zero');
    checkAnyDecimal(step, `${at}/step`, findings, 'zero');
  });
}

function checkFee({ percent, fixed, minimum, charged, base, rounding }: Part, path: string, findings: Findings): void {
  for (const [key, value] of Object.entries({ percent, fixed, minimum })) {
    checkAnyDecimal(value, `${path}/${key}`, findings, 'nothing');
  }
  checkOneOf(charged, ['on_top', 'inside', 'unstated'], `${path}/charged`, findings);
  checkOneOf(base, [undefined, 'net', 'gross'], `${path}/base`, findings);
  partAt(rounding, `${path}/rounding`, findings, (part, at) => checkRounding(part, at, findings));
  const isOfCharge = charged === 'unstated' || (charged === 'inside' && base !== 'net');
  if (isOfCharge && isDecimalString(percent) && new Decimal(percent).gte(HUNDRED)) {
    noteFault(findings, `${path}/percent`, percent, 'less than 100 percent of what is paid');
  }
}
