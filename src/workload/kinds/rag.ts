import { Decimal, HUNDRED, ONE } from '../../engine/decimal.ts';
import { calls } from '../failed-calls.ts';
import { amountOf, type Point } from '../point.ts';
import { shareOf, term, termTokens, type WorkGroup, workGroup } from '../work-group.ts';

/** Each query is embedded, perhaps reranked, and answered over its passages unless the answer is in store. */
export function ragGroups(point: Point, queries: Decimal, month: number): WorkGroup[] {
  const stored = shareOf(queries, amountOf(point, 'answered_from_store_percent'));
  const asked = queries.minus(stored);
  const system = amountOf(point, 'system_tokens');
  const terms = [
    ...term('system prompt', system),
    ...term('passages', amountOf(point, 'chunk_tokens'), amountOf(point, 'chunks')),
    ...term('question', amountOf(point, 'query_tokens')),
  ];
  const cached = shareOf(asked, amountOf(point, 'system_cache_hit_percent'));
  const answer = (label: string, requests: Decimal, read: Decimal): WorkGroup =>
    workGroup(
      label,
      requests,
      [
        ['input_tokens', termTokens(terms)],
        ['cache_read_tokens', read],
        ['output_tokens', amountOf(point, 'answer_tokens')],
      ],
      { terms },
    );
  const answers = cached.isZero()
    ? [answer('answer', asked, cached)]
    : [
        answer('answer, system prompt cached', cached, system),
        answer('answer, system prompt not cached', asked.minus(cached), new Decimal(0)),
      ];
  return [
    ...answers.filter(({ requests }) => !requests.isZero()).flatMap((group) => calls(group, point)),
    ...besides(point, queries, asked, month),
  ];
}

/** What other models do: embedding the question and the index, and reranking. */
function besides(point: Point, queries: Decimal, asked: Decimal, month: number): WorkGroup[] {
  const embedding = { offer: point.texts.get('embedding_offer') ?? null, role: 'embedding' } as const;
  const rerank = { offer: point.texts.get('rerank_offer') ?? null, role: 'rerank' } as const;
  const indexed = amountOf(point, 'index_documents').times(
    month === 1 ? ONE : amountOf(point, 'reindex_percent').div(HUNDRED),
  );
  const documents = indexed.toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  const groups = [
    workGroup('embedding of a question', queries, [['input_tokens', amountOf(point, 'query_tokens')]], embedding),
    workGroup(
      'embedding of a document',
      documents,
      [['input_tokens', amountOf(point, 'index_document_tokens')]],
      embedding,
    ),
    workGroup('rerank', asked, [['rerank_searches', amountOf(point, 'reranks')]], rerank),
  ];
  return groups.filter(({ requests, usage }) => !requests.isZero() && usage.size > 0);
}
