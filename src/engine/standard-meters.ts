// Written by `npm run generate` from data/meters.yaml; not edited by hand.
import { type Meters, meterTable } from './meter.ts';
import { meterLines } from './meter-lines.ts';

/** Every meter that the catalog knows. */
export const STANDARD_METERS: Meters = /* @__PURE__ */ meterTable(
  /* @__PURE__ */ meterLines(`messages|message|||1
requests|request|||1
input_tokens|input token
cache_read_tokens|cached input token||input_tokens
cache_write_tokens|cache write token||input_tokens
cache_write_5m_tokens|5m cache write token||cache_write_tokens
cache_write_1h_tokens|1h cache write token||cache_write_tokens
input_tool_tokens|tool input token||input_tokens

* text audio image video
input_*_tokens|* input token||input_tokens
cache_*_read_tokens|cached * input token||cache_read_tokens input_*_tokens
cache_*_write_tokens|* cache write token||cache_write_tokens input_*_tokens
cache_*_write_5m_tokens|5m * cache write token||cache_write_5m_tokens cache_*_write_tokens
cache_*_write_1h_tokens|1h * cache write token||cache_write_1h_tokens cache_*_write_tokens
input_*_tool_tokens|* tool input token||input_tool_tokens input_*_tokens

output_tokens|output token
output_reasoning_tokens|reasoning token||output_tokens
output_citation_tokens|citation token||output_tokens

* text audio image video
output_*_tokens|* output token||output_tokens
output_*_reasoning_tokens|* reasoning token||output_reasoning_tokens output_*_tokens
output_*_citation_tokens|* citation token||output_citation_tokens output_*_tokens

cache_storage_token_hours|token-hour of cache storage|token-hours of cache storage
web_searches|web search|web searches
web_fetches|web fetch|web fetches
social_searches|social search|social searches
storage_searches|file search|file searches
rerank_searches|rerank search|rerank searches
maps_queries|maps query|maps queries
code_executions|code execution
tool_calls|tool call
sessions|session
images|image made|images made
input_images|image read|images read
input_pixels|pixel read|pixels read
output_pixels|pixel made|pixels made

* audio video
*_seconds|second of *|seconds of *
input_*_seconds|second of * read|seconds of * read|*_seconds
output_*_seconds|second of * made|seconds of * made|*_seconds

input_document_pages|page read|pages read
input_annotated_document_pages|annotated page read|annotated pages read|input_document_pages
input_characters|character read|characters read
output_characters|character made|characters made
input_text_messages|text message read|text messages read
storage_gb_days|gigabyte-day of storage|gigabyte-days of storage
compute_seconds|second of compute|seconds of compute
training_tokens|training token
provisioned_unit_hours|provisioned unit-hour`),
);
