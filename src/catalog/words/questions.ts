import { tryPriceUsage } from '../../engine/price-usage.ts';
import type { UsageGroup } from '../../engine/usage.ts';
import type { Catalog, CatalogModel, CatalogOffer, CatalogProvider } from '../catalog.ts';
import { standingOf } from '../standing.ts';
import { capital, sentence } from './capital.ts';
import { dateWords } from './date.ts';
import { STYLE_WORDS } from './fact-words.ts';
import { feeWords } from './fee-words.ts';
import { listWords } from './list.ts';
import { groupDigits, money } from './money.ts';
import { markedName } from './offer-marks.ts';
import { costWords, includedWords, priceWords } from './price-words.ts';
import { speakerOf } from './speaker.ts';
import { goneWords } from './standing-words.ts';

/** A question that the catalog can answer of an offer. */
export interface Question {
  readonly question: string;
  readonly answer: string;
  /** Keys of the offer's sources; its provider's begin with `provider/`, its model's with `model/`. */
  readonly sources: readonly string[];
}

/** What a question is answered from. */
interface Known {
  readonly offer: CatalogOffer;
  readonly model: CatalogModel | undefined;
  readonly provider: CatalogProvider | undefined;
  readonly catalog: Catalog;
  readonly at: string;
  readonly example: QuestionExample | undefined;
  /** `Mistral Small 3.1`, `EmpirioLabs`. */
  readonly name: string;
  readonly seller: string;
}

/** Work whose cost is given as an example, and how to say it. */
export interface QuestionExample {
  readonly group: UsageGroup;
  readonly words: string;
}

/** The questions whose answers are known of an offer at a date, each with its answer and what that rests on. */
export function offerQuestions(
  offer: CatalogOffer,
  catalog: Catalog,
  at: string,
  example?: QuestionExample,
): Question[] {
  const model = catalog.models.get(offer.model);
  const provider = catalog.providers.get(offer.provider);
  const known: Known = {
    offer,
    model,
    provider,
    catalog,
    at,
    example,
    name: markedName(offer, catalog),
    seller: provider?.name ?? offer.provider,
  };
  const all = [cost, topUp, free, limits, modelId, compatible, images, tools, json, weights];
  return all.flatMap((ask) => ask(known) ?? []);
}

type Ask = (known: Known) => Question | null;

const cost: Ask = ({ offer, catalog, at, example, name, seller }) => {
  const standing = standingOf(offer, at);
  const { kind, period, since } = standing;
  const costs = period ? costWords(period, offer.currency, catalog.meters, since ?? at) : null;
  if (!period || costs === null) return null;
  const sources = [...new Set(period.rates.map(({ source }) => source))];
  const gone = goneWords(standing);
  if (gone !== null) {
    return { question: `What did ${name} cost at ${seller}?`, answer: `It ${gone}. It last cost ${costs}.`, sources };
  }
  if (kind === 'coming') {
    const from = since ? `From ${dateWords(since)}, ` : '';
    return { question: `What will ${name} cost at ${seller}?`, answer: `${capital(`${from}${costs}`)}.`, sources };
  }
  const isPlain = priceWords(period, offer.currency, catalog.meters).length > 0;
  const included = isPlain ? includedWords(period, catalog.meters) : [];
  const nothing = included.length > 0 ? ` ${capital(listWords(included))} cost nothing on top.` : '';
  const result = example && isPlain ? tryPriceUsage(offer, [example.group], { at, meters: catalog.meters }) : undefined;
  const total = result && 'bill' in result ? result.bill.total : null;
  const worked =
    example && total !== null ? ` ${capital(example.words)} would cost ${money(total, offer.currency)}.` : '';
  return { question: `What does ${name} cost at ${seller}?`, answer: `${capital(costs)}.${nothing}${worked}`, sources };
};

const CHARGED = {
  on_top: 'It is paid on top of the credit.',
  inside: 'It is taken out of what is paid.',
  unstated: 'Whether it is paid on top of the credit or taken out of it is not stated.',
} as const;

const topUp: Ask = ({ offer, seller }) => {
  const terms = (offer.funding ?? []).flatMap(({ method, fee, source }) => (fee ? [{ method, fee, source }] : []));
  if (terms.length === 0) return null;
  const fees = terms.map(({ method, fee }) => {
    const by = method === 'any' ? '' : ` when paying by ${method}`;
    return `Buying credit carries a fee of ${feeWords(fee, offer.currency)}${by}. ${CHARGED[fee.charged]}`;
  });
  return {
    question: `Does ${seller} charge a fee for buying credit?`,
    answer: `Yes. ${fees.join(' ')}`,
    sources: [...new Set(terms.map(({ source }) => source))],
  };
};

const free: Ask = ({ provider, seller, name }) => {
  if (!provider?.free_credit) return null;
  const { amount, source } = provider.free_credit;
  const sum = amount === null ? 'an amount that it does not publish' : money(amount, provider.currency);
  return {
    question: `Is there a free tier of ${name} at ${seller}?`,
    answer: `${seller} gives new accounts credit of ${sum}. Once that is spent the listed prices hold; the model itself is not free.`,
    sources: [`provider/${source}`],
  };
};

const limits: Ask = ({ offer, name, seller }) => {
  const { context_window: context, max_output: longest } = offer;
  if (!context) return null;
  const printed = context.printed ? `, printed as “${context.printed}”` : '';
  const answers = longest ? ` An answer may have up to ${groupDigits(String(longest.tokens))} tokens.` : '';
  return {
    question: `How large is the context window of ${name} at ${seller}?`,
    answer: `${groupDigits(String(context.tokens))} tokens${printed}.${answers}`,
    sources: [...new Set([context.source, ...(longest ? [longest.source] : [])])],
  };
};

const modelId: Ask = ({ offer, name, seller }) => {
  const source = offer.endpoints?.[0]?.source;
  if (!source) return null;
  return {
    question: `Which model id does ${seller}’s API take for ${name}?`,
    answer: `${offer.model_id}`,
    sources: [source],
  };
};

const compatible: Ask = ({ offer, seller }) => {
  const endpoints = (offer.endpoints ?? []).filter(({ style }) => style !== 'other');
  if (endpoints.length === 0) return null;
  const inBody = offer.auth?.in === 'body';
  const paths = endpoints.map(({ url, style }) => `${STYLE_WORDS[style]} at ${url}`);
  const key = inBody
    ? ` The key goes into a field of the body named ${offer.auth?.name}, though, which those formats do not have: an unchanged SDK will not do.`
    : '';
  return {
    question: `Is ${seller}’s API compatible with those of OpenAI or Anthropic?`,
    answer: `It offers ${listWords(paths)}.${key}`,
    sources: [
      ...new Set([...endpoints.map(({ source }) => source), ...(inBody && offer.auth ? [offer.auth.source] : [])]),
    ],
  };
};

type CapabilityOf = keyof NonNullable<CatalogOffer['capabilities']>;

function capability(
  id: CapabilityOf,
  ask: (name: string, seller: string) => string,
  does: string,
  doesNot: string,
): Ask {
  return ({ offer, provider, name, seller }) => {
    const fact = offer.capabilities?.[id];
    if (!fact) return null;
    const words = fact.printed ? ` In its words: “${fact.printed}”` : '';
    const speaker = speakerOf(offer, provider, fact.source);
    const answer = fact.stated ? `Yes, ${speaker} says that it ${does}.` : `${speaker} says that it ${doesNot}.`;
    return { question: ask(name, seller), answer: `${answer}${words}`, sources: [fact.source] };
  };
}

const images = capability('vision', (name, seller) => `Can ${name} read images at ${seller}?`, 'does', 'does not');
const tools = capability('tool_calling', (name, seller) => `Can ${name} call tools at ${seller}?`, 'can', 'cannot');
const json = capability(
  'json_mode',
  (name, seller) => `Is there a JSON mode for ${name} at ${seller}?`,
  'has one',
  'has none',
);

const weights: Ask = ({ offer, model, provider, name, seller }) => {
  const own = model?.weights;
  const page = offer.weights;
  if (!own && !page) return null;
  const parts: string[] = [];
  const sources: string[] = [];
  if (own) {
    const licence = own.licence ? ` under ${own.licence}` : '';
    parts.push(own.open ? `Yes, ${model.lab_name} publishes them${licence}.` : `No, ${model.lab_name} lists none.`);
    sources.push(`model/${own.source}`);
  }
  if (page && page.open !== own?.open) {
    const says = own ? 'otherwise' : `that they are ${page.open ? 'open' : 'closed'}`;
    parts.push(
      sentence(`${speakerOf(offer, provider, page.source)} says ${says}${page.printed ? `: “${page.printed}”` : ''}`),
    );
    sources.push(page.source);
  }
  if (own?.open) parts.push(`This offer is an endpoint that ${seller} sells, whatever the weights are.`);
  return { question: `Can the weights of ${name} be downloaded?`, answer: parts.join(' '), sources };
};
