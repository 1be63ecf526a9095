import { count, type Fields, type NumberField, percent, quantity, REQUIRED, tokens, VOLUME } from './field.ts';
import { CACHE, CACHED, CALLS, SCHEDULE } from './field-groups.ts';
import type { Kind } from './workload.ts';

const MOST_STEPS = 10_000;
const searches = (each: string): NumberField =>
  quantity(`web searches for each ${each}`, 'searches', { absent: 'no web search is made' });

/** The inputs of each kind of work. The first is its volume. */
export const FIELDS: Readonly<Record<Kind, Fields>> = {
  requests: {
    requests: count('requests', 'requests', VOLUME),
    input_tokens: quantity('input of a request', 'tokens'),
    cache_read_tokens: quantity('input read from a cache', 'tokens', { with: 'input_tokens' }),
    output_tokens: quantity('visible output of a request', 'tokens'),
    web_searches: quantity('web searches of a request', 'searches'),
    ...CALLS,
    ...SCHEDULE,
  },
  chat: {
    conversations: count('conversations', 'conversations', VOLUME),
    users: count('people who talk', 'people', { aboveZero: true }),
    turns: count('turns of a conversation', 'turns', { ...VOLUME, most: MOST_STEPS }),
    system_tokens: tokens('system prompt'),
    message_tokens: tokens("user's message"),
    answer_tokens: tokens('visible answer'),
    message_overhead_tokens: tokens('what the chat format adds to a message', {
      absent: 'the chat format adds nothing to a message',
    }),
    request_overhead_tokens: tokens('what the chat format adds to a request', {
      absent: 'the chat format adds nothing to a request',
    }),
    history: {
      type: 'choice',
      label: 'what becomes of earlier turns',
      required: true,
      choices: ['all', 'window', 'summary'],
      meanings: { all: 'all are sent again', window: 'as many as a window holds', summary: 'they are summed up' },
    },
    window_tokens: tokens('longest request', { asked: { input: 'history', is: 'window' } }),
    summary_every_turns: count('turns between summaries', 'turns', {
      aboveZero: true,
      asked: { input: 'history', is: 'summary' },
    }),
    summary_tokens: tokens('length of a summary', { asked: { input: 'history', is: 'summary' } }),
    think_minutes: quantity('time between turns', 'minutes', {
      group: 'cache',
      with: 'cache_ttl_minutes',
      asked: CACHED,
    }),
    shared_hit_percent: percent('first turns that find the system prompt cached', {
      group: 'cache',
      with: 'cache_ttl_minutes',
      absent: 'the first turn of a conversation finds nothing in the cache',
    }),
    web_searches_per_turn: searches('turn'),
    ...CACHE,
    ...CALLS,
    ...SCHEDULE,
  },
  rag: {
    queries: count('queries', 'queries', VOLUME),
    system_tokens: tokens('system prompt'),
    query_tokens: tokens('question'),
    chunks: count('passages for each query', 'passages', REQUIRED),
    chunk_tokens: tokens('length of a passage'),
    answer_tokens: tokens('visible answer'),
    answered_from_store_percent: percent("queries answered from the application's own store", {
      absent: 'every query is answered by a call',
    }),
    system_cache_hit_percent: percent("calls that find the system prompt in the provider's cache", {
      absent: 'nothing is read from a prompt cache',
    }),
    embedding_offer: { type: 'offer', label: 'the offer that embeds' },
    rerank_offer: { type: 'offer', label: 'the offer that reranks', with: 'reranks' },
    reranks: count('rerank searches for each query', 'searches', { absent: 'nothing is reranked' }),
    index_documents: count('documents in the index', 'documents', { absent: 'building the index is left out' }),
    index_document_tokens: tokens('length of a document', {
      with: 'index_documents',
      asked: { input: 'index_documents' },
    }),
    reindex_percent: percent('index embedded again in each later month', {
      with: 'index_documents',
      absent: 'the index is built once',
    }),
    ...CALLS,
    ...SCHEDULE,
  },
  agent: {
    tasks: count('tasks', 'tasks', VOLUME),
    steps: count('steps of a task', 'steps', { ...VOLUME, most: MOST_STEPS }),
    step_cap: count('most steps of a task', 'steps', { aboveZero: true }),
    system_tokens: tokens('system prompt'),
    tool_schema_tokens: tokens('tool schemas'),
    task_tokens: tokens('the task'),
    step_output_tokens: tokens('visible output of a step'),
    tool_result_tokens: tokens('tool results of a step'),
    context_cap_tokens: tokens('longest request', { aboveZero: true }),
    step_minutes: quantity('time between steps', 'minutes', {
      group: 'cache',
      with: 'cache_ttl_minutes',
      asked: CACHED,
    }),
    web_searches_per_step: searches('step'),
    ...CACHE,
    ...CALLS,
    ...SCHEDULE,
  },
  batch: {
    documents: count('documents', 'documents', VOLUME),
    instruction_tokens: tokens('instructions'),
    document_tokens: tokens('length of a document'),
    output_tokens: tokens('visible output for a document'),
    deadline_hours: quantity('time until answers are needed', 'hours', { required: true, fixed: true }),
    ...CALLS,
    ...SCHEDULE,
  },
  vision: {
    documents: count('documents', 'documents', VOLUME),
    images: count('images of a document', 'images', VOLUME),
    image_tokens: tokens('what an image counts for', {}),
    prompt_tokens: tokens('instructions'),
    output_tokens: tokens('visible output for a document'),
    ...CALLS,
    ...SCHEDULE,
  },
  audio: {
    recordings: count('recordings', 'recordings', VOLUME),
    seconds: quantity('length of a recording', 'seconds', VOLUME),
    tokens_per_second: quantity('what a second counts for', 'tokens'),
    prompt_tokens: tokens('instructions', {}),
    output_tokens: tokens('visible output for a recording', {}),
    ...CALLS,
    ...SCHEDULE,
  },
  mix: { volume: count('units of work', 'units', VOLUME), ...SCHEDULE },
};

export const KINDS = Object.keys(FIELDS) as Kind[];

/** The input that says how much work there is: `conversations` of a chat. */
export function volumeKey(kind: Kind): string {
  return Object.keys(FIELDS[kind])[0] ?? '';
}

/** Whether an input belongs to the whole and not to a part of a mix. */
export function isOfTheWhole(kind: Kind, key: string): boolean {
  return key === volumeKey(kind) || Object.hasOwn(SCHEDULE, key);
}
