import type { Kind } from './workload.ts';

/** Inputs that belong together in any kind of work, beside those that describe the work itself. */
export type FieldGroup = 'cache' | 'calls' | 'schedule';

/** Another input that makes one needed: once it is stated, above zero where it is a number, or is a certain word. */
export interface AskedBy {
  readonly input: string;
  readonly is?: string;
  readonly aboveZero?: boolean;
}

/** What an input of either sort may say about itself. */
interface AnyField {
  readonly label: string;
  readonly required?: boolean;
  readonly group?: FieldGroup;
  /** What is taken where it is not stated, as the estimate says it. */
  readonly absent?: string;
  /** The input without which this one means nothing. */
  readonly with?: string;
  readonly asked?: AskedBy;
}

/**
 * What an input is. `count`: a whole number; `quantity`: a decimal; `percent`: from 0 to 100; `change`: a percentage
 * that may be negative. `fixed` inputs decide the shape of the answer and take no range.
 */
export interface NumberField extends AnyField {
  readonly type: 'count' | 'quantity' | 'percent' | 'change';
  readonly unit: string;
  readonly aboveZero?: boolean;
  readonly most?: number;
  readonly fixed?: boolean;
}

export interface TextField extends AnyField {
  readonly type: 'choice' | 'flag' | 'date' | 'offer';
  readonly choices?: readonly string[];
  /** What each choice means, for people. */
  readonly meanings?: Readonly<Record<string, string>>;
}

export type Field = NumberField | TextField;
export type Fields = Readonly<Record<string, Field>>;

const count = (label: string, unit: string, more: Partial<NumberField> = {}): NumberField => ({
  type: 'count',
  label,
  unit,
  ...more,
});
const quantity = (label: string, unit: string, more: Partial<NumberField> = {}): NumberField => ({
  ...count(label, unit, more),
  type: 'quantity',
});
const percent = (label: string, more: Partial<NumberField> = {}): NumberField => ({
  ...count(label, 'percent', more),
  type: 'percent',
});
const REQUIRED = { required: true } as const;
const VOLUME = { required: true, aboveZero: true } as const;
const tokens = (label: string, more: Partial<NumberField> = REQUIRED): NumberField => count(label, 'tokens', more);

const inGroup = (group: FieldGroup, fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, { ...field, group }]));

const SCHEDULE: Fields = inGroup('schedule', {
  volume_per: {
    type: 'choice',
    label: 'what the volume is counted over',
    choices: ['month', 'working_day'],
    meanings: { month: 'a month', working_day: 'a working day' },
    absent: 'the volume is that of a month',
  },
  working_days: count('days of work in a month', 'days', {
    aboveZero: true,
    most: 31,
    asked: { input: 'volume_per', is: 'working_day' },
  }),
  growth_percent: {
    ...percent('growth from month to month', { absent: 'the volume is the same in every month' }),
    type: 'change',
  },
  months: count('months ahead', 'months', { aboveZero: true, most: 120, fixed: true, absent: 'one month is priced' }),
  start: { type: 'date', label: 'first day of the first month' },
});

const CALLS: Fields = inGroup('calls', {
  failed_percent: quantity('failed calls for each hundred that succeed', 'percent', {
    most: 10_000,
    absent: 'no call fails and is made again',
  }),
  failed_billed: {
    type: 'flag',
    label: 'failed calls are billed',
    with: 'failed_percent',
    asked: { input: 'failed_percent', aboveZero: true },
  },
  failed_output_percent: percent('how much of its answer a failed call has produced', {
    with: 'failed_billed',
    asked: { input: 'failed_billed', is: 'true' },
  }),
  reasoning_percent: quantity('hidden reasoning for each hundred tokens of answer', 'percent', {
    most: 1_000_000,
    absent: 'no hidden reasoning is billed beside the visible answer',
  }),
});

const CACHED = { input: 'cache_ttl_minutes' } as const;

const CACHE: Fields = inGroup('cache', {
  cache_ttl_minutes: quantity('how long a cache entry lives', 'minutes', {
    absent: 'nothing is read from a prompt cache',
  }),
  cache_minimum_tokens: tokens('shortest prefix that is cached', {
    with: 'cache_ttl_minutes',
    absent: 'a prefix of any length can be cached',
  }),
  cache_hit_percent: percent('reads that hit, of those that could', {
    with: 'cache_ttl_minutes',
    absent: 'every read that can hit does',
  }),
});

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

export function isNumberField(field: Field): field is NumberField {
  return 'unit' in field;
}
