import { ruleWords } from '../catalog/words/rule-words.ts';
import type { Bill } from '../engine/bill.ts';
import { formatInstant } from '../engine/instant.ts';
import type { UsageRecord } from '../usage-records/index.ts';
import type { PriceAnswer } from './answer.ts';
import type { NotesPart } from './tally-part.ts';

/** What was taken as given while records were priced. */
export interface Notes {
  readonly undated: () => void;
  readonly presumed: (offer: string, record: UsageRecord) => void;
  /** The name of a model only fits a rule of the offer's. */
  readonly byRule: (offer: string, record: UsageRecord) => void;
  /** Tiers and allowances over a period act on less than all records of it: on each of `parts` by itself. */
  readonly periodRule: (offer: string, parts: string) => void;
  readonly bill: (bill: Bill) => void;
  readonly part: () => NotesPart;
  readonly merge: (part: NotesPart) => void;
  readonly result: () => PriceAnswer['assumptions'];
}

/** Collects assumptions, each once, and gives them in the order of their words; `today` is the moment for records without a date. */
export function notes(today: number): Notes {
  const assumed = new Map<string, string>();
  const presumed = new Map<string, string>();
  const fitting = new Map<string, string>();
  let undated = 0;
  return {
    undated: () => {
      undated += 1;
    },
    presumed: (offer, { provider, model }) => {
      presumed.set(offer, `${provider ?? ''} ${model}`.trim());
    },
    byRule: (offer, { model }) => {
      const name = model ?? '';
      if (fitting.get(name) === offer) return;
      fitting.set(name, offer);
      assumed.set(ruleWords(name, offer), 'matched_by_rule');
    },
    periodRule: (offer, parts) => {
      const text = `tiers and allowances of ${offer} over a period were applied to each ${parts} by itself`;
      assumed.set(text, 'period_rule_split');
    },
    bill: ({ assumptions }) => {
      for (const { code, text } of assumptions) if (code !== 'fees_left_out') assumed.set(text, code);
    },
    part: () => ({ assumed: [...assumed], presumed: [...presumed], undated }),
    merge: (part) => {
      for (const [text, code] of part.assumed) assumed.set(text, code);
      for (const [offer, name] of part.presumed) presumed.set(offer, name);
      undated += part.undated;
    },
    result: () => {
      const all = new Map(assumed);
      if (undated > 0) {
        const day = formatInstant(today).slice(0, 10);
        all.set(`${undated} records have no date; the rates of ${day} are used`, 'no_date');
      }
      for (const [offer, name] of presumed) {
        const text = `nothing says who served ${name}; ${offer} is taken, --provider says otherwise`;
        all.set(text, 'provider_presumed');
      }
      return [...all].map(([text, code]) => ({ code, text })).sort((a, b) => (a.text < b.text ? -1 : 1));
    },
  };
}
