/** A whole number, or a decimal as text such as `"2.5"`; a change may begin with a minus. */
export type Amount = string | number;

/** What is not known for sure: `{low: 3, expected: 5, high: 9}`. */
export interface Range {
  readonly low: Amount;
  readonly expected: Amount;
  readonly high: Amount;
}

export type Input = Amount | Range;

/** What any work may say about itself, for people. */
export interface Described {
  readonly name?: string;
  readonly about?: string;
  /** Why an input has its number, by the input's key. */
  readonly reasons?: Readonly<Record<string, string>>;
}

/** How the volume runs over days and months. */
export interface Scheduled {
  /** `month` when absent; with `working_day` the volume is that of one of `working_days`. */
  readonly volume_per?: 'month' | 'working_day';
  /** Days of a month on which work is done. */
  readonly working_days?: Input;
  /** The change of volume from one month to the next, in percent; may be negative. */
  readonly growth_percent?: Input;
  /** How many months to look ahead: a whole number. */
  readonly months?: Amount;
  /** The first day of the first month; prices hold month by month. */
  readonly start?: string;
}

/** What goes wrong, and what is thought but not shown. */
export interface Called {
  /** Calls that fail for each hundred that succeed; each is made again. */
  readonly failed_percent?: Input;
  /** Whether the provider bills a failed call. */
  readonly failed_billed?: boolean;
  /** How much of its answer a failed call has produced, in percent. */
  readonly failed_output_percent?: Input;
  /** Hidden reasoning for each hundred tokens of visible answer. */
  readonly reasoning_percent?: Input;
}

/** What a prompt cache does. Without `cache_ttl_minutes` nothing is cached. */
export interface Cached {
  /** How long an entry lives after its last use: 5 and 60 have meters of their own. */
  readonly cache_ttl_minutes?: Input;
  /** The shortest prefix that is cached, in tokens. */
  readonly cache_minimum_tokens?: Input;
  /** Of the reads that could hit, how many do, in percent. */
  readonly cache_hit_percent?: Input;
}

/** Plain counts: equal requests. */
export interface RequestsWork extends Described, Scheduled, Called {
  readonly kind: 'requests';
  readonly requests?: Input;
  readonly input_tokens?: Input;
  /** Of the input, what is read from a cache. */
  readonly cache_read_tokens?: Input;
  readonly output_tokens?: Input;
  readonly web_searches?: Input;
}

/** Conversations whose history is sent again with every turn. */
export interface ChatWork extends Described, Scheduled, Called, Cached {
  readonly kind: 'chat';
  /** People who talk; with it, `conversations` is for each of them. */
  readonly users?: Input;
  readonly conversations?: Input;
  readonly turns: Input;
  readonly system_tokens: Input;
  readonly message_tokens: Input;
  readonly answer_tokens: Input;
  /** What the chat format adds to each message, and to each request. */
  readonly message_overhead_tokens?: Input;
  readonly request_overhead_tokens?: Input;
  /** `all`: sent again whole. `window`: whole turns up to `window_tokens`. `summary`: see `summary_every_turns`. */
  readonly history: 'all' | 'window' | 'summary';
  readonly window_tokens?: Input;
  readonly summary_every_turns?: Input;
  readonly summary_tokens?: Input;
  readonly think_minutes?: Input;
  /** Of the first turns, how many find the system prompt in the cache, in percent. */
  readonly shared_hit_percent?: Input;
  readonly web_searches_per_turn?: Input;
}

/** Questions answered over retrieved text. */
export interface RagWork extends Described, Scheduled, Called {
  readonly kind: 'rag';
  readonly queries?: Input;
  readonly system_tokens: Input;
  readonly query_tokens: Input;
  readonly chunks: Input;
  readonly chunk_tokens: Input;
  readonly answer_tokens: Input;
  /** Of the questions, how many are answered from the application's own store, in percent. */
  readonly answered_from_store_percent?: Input;
  /** Of the input, the system prompt is read from the provider's cache in this percentage of calls. */
  readonly system_cache_hit_percent?: Input;
  readonly embedding_offer?: string;
  readonly rerank_offer?: string;
  /** Rerank calls for each query. */
  readonly reranks?: Input;
  /** What is embedded once, in the first month. */
  readonly index_documents?: Input;
  readonly index_document_tokens?: Input;
  /** Of the index, what is embedded again in each later month, in percent. */
  readonly reindex_percent?: Input;
}

/** Tasks done in steps, each of which reads all that came before. */
export interface AgentWork extends Described, Scheduled, Called, Cached {
  readonly kind: 'agent';
  readonly tasks?: Input;
  readonly steps: Input;
  /** No task makes more steps than this. */
  readonly step_cap?: Input;
  readonly system_tokens: Input;
  readonly tool_schema_tokens: Input;
  readonly task_tokens: Input;
  readonly step_output_tokens: Input;
  readonly tool_result_tokens: Input;
  /** Older results are dropped so that no request is longer than this. */
  readonly context_cap_tokens?: Input;
  readonly step_minutes?: Input;
  readonly web_searches_per_step?: Input;
}

/** Documents processed one by one, at a batch price where they can wait. */
export interface BatchWork extends Described, Scheduled, Called {
  readonly kind: 'batch';
  readonly documents?: Input;
  readonly instruction_tokens: Input;
  readonly document_tokens: Input;
  readonly output_tokens: Input;
  /** How soon the answers are needed. */
  readonly deadline_hours: Amount;
}

/** Documents of images, priced by the image, the page or the token as the card has it. */
export interface VisionWork extends Described, Scheduled, Called {
  readonly kind: 'vision';
  readonly documents?: Input;
  readonly images: Input;
  /** What one image counts for where images are priced as tokens. */
  readonly image_tokens?: Input;
  readonly prompt_tokens: Input;
  readonly output_tokens: Input;
}

/** Recordings, priced by the second or the token as the card has it. */
export interface AudioWork extends Described, Scheduled, Called {
  readonly kind: 'audio';
  readonly recordings?: Input;
  readonly seconds: Input;
  /** What one second counts for where sound is priced as tokens. */
  readonly tokens_per_second?: Input;
  readonly prompt_tokens?: Input;
  readonly output_tokens?: Input;
}

/** A part of a mix: a percentage of its volume, on an offer of its own if it names one. */
export interface Part {
  readonly share_percent: Amount;
  readonly offer?: string;
  readonly workload: SingleWork;
}

/** Work in parts: 70% chat on one offer, 30% batch on another. */
export interface MixWork extends Described, Scheduled {
  readonly kind: 'mix';
  readonly volume?: Input;
  readonly parts: readonly Part[];
}

export type SingleWork = RequestsWork | ChatWork | RagWork | AgentWork | BatchWork | VisionWork | AudioWork;

/** A description of work that expands into groups of equal requests. */
export type Workload = SingleWork | MixWork;

export type Kind = Workload['kind'];
