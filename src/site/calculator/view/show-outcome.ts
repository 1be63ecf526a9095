import { shortMoney } from '../../../catalog/words/money.ts';
import { showReasons } from '../../embed/show-reasons.ts';
import { markup } from '../../markup/markup.ts';
import type { Answer, Outcome, Refusal, WorkRoom } from '../answer.ts';
import type { PinWords } from '../pin-words.ts';
import type { Parts } from './parts.ts';

const NOTHING_WRONG: Refusal = { reasons: {}, problems: new Map(), words: '' };

/** Shows an answer, or what is wrong beside the fields that are to blame. */
export function showOutcome(parts: Parts, outcome: Outcome, room: WorkRoom | null): void {
  const answer = 'answer' in outcome ? outcome.answer : null;
  const { reasons, problems, words } = 'refusal' in outcome ? outcome.refusal : NOTHING_WRONG;
  showReasons(parts.of('fields'), reasons);
  const rest = room?.showWorkProblems(parts.of('work'), problems) ?? [];
  const general = [...(reasons[''] ? [reasons['']] : []), ...rest.map(({ text }) => text)].join('. ');
  parts.of('problem').textContent = general;
  parts.of('problem').hidden = general === '';
  const isAsked = reasons[''] === undefined && rest.every(({ missing }) => missing);
  parts.of('problem').classList.toggle('is-asked', isAsked);
  parts.fill('answer', answer?.headline ?? []);
  parts.fill('working', answer?.working ?? []);
  if (answer) parts.fill('receipt', answer.receipts);
  else parts.say(words);
  showBrief(parts, answer);
}

/** The total where the answer is far from the form, as on a phone. */
function showBrief(parts: Parts, answer: Answer | null): void {
  const { total = null, currency = '' } = answer ?? {};
  parts.of('brief').hidden = total === null;
  const amount = markup('strong', {}, total === null ? '' : shortMoney(total, currency));
  parts.fill('brief', [markup('span', {}, amount, ' expected: ', markup('a', { href: '#answer' }, 'the answer'))]);
}

/** What an answer that is pinned to a day or a catalog says beside itself. */
export function showPinned(parts: Parts, { words, differs }: PinWords): void {
  parts.of('pinned-text').textContent = words.join(' ');
  parts.of('pinned').hidden = words.length === 0;
  parts.of('use-today').hidden = !differs;
}

/** Names what of a link could not be followed. */
export function showIgnored(parts: Parts, ignored: readonly string[]): void {
  const line = parts.of('ignored');
  line.hidden = ignored.length === 0;
  line.textContent = `Ignored in the link: ${ignored.join('; ')}.`;
}
