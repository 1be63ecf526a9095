import { blend } from './blend.ts';
import { contextAsOutput } from './context-as-output.ts';
import { countRounding } from './count-rounding.ts';
import { datesAlike } from './date-precision.ts';
import type { DifferenceClass } from './difference.ts';
import { endpoint, listedLater } from './endpoint.ts';
import { example } from './example.ts';
import { identity } from './identity.ts';
import { markup } from './markup-class.ts';
import { ended, older } from './older.ts';
import { otherRule } from './other-rule.ts';
import { otherUnit } from './other-unit.ts';
import { rounding } from './rounding-class.ts';
import { spelling } from './spelling.ts';
import type { FieldKind } from './statement.ts';
import { thousands } from './thousands.ts';
import { unitError } from './unit-error.ts';
import { weights } from './weights.ts';
import { zero } from './zero.ts';

/**
 * The classes that can explain a difference in each kind of field, the surest first: what an earlier one links is not
 * explained again by a later one.
 */
export const CLASSES: Record<FieldKind, readonly DifferenceClass[]> = {
  price: [ended, otherRule, blend, markup, rounding, unitError, zero, older],
  billing: [otherUnit],
  tokens: [thousands, countRounding, contextAsOutput, endpoint, older],
  capability: [endpoint, older],
  weights: [weights, older],
  date: [datesAlike, listedLater, older],
  modalities: [endpoint, older],
  parameter: [example, endpoint, older],
  name: [identity, spelling],
};
