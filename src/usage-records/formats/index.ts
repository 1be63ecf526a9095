import type { Adapter } from '../adapter.ts';
import { alibaba } from './alibaba.ts';
import { anthropicCosts } from './anthropic-costs.ts';
import { anthropicMessages } from './anthropic-messages.ts';
import { anthropicStream } from './anthropic-stream.ts';
import { anthropicUsage } from './anthropic-usage.ts';
import { bedrock } from './bedrock.ts';
import { claudeCode } from './claude-code.ts';
import { codex } from './codex.ts';
import { deepseek } from './deepseek.ts';
import { gemini } from './gemini.ts';
import { geminiCli } from './gemini-cli.ts';
import { groq } from './groq.ts';
import { helicone } from './helicone.ts';
import { langfuse } from './langfuse.ts';
import { litellm } from './litellm.ts';
import { litellmDaily } from './litellm-daily.ts';
import { mistral } from './mistral.ts';
import { moonshot } from './moonshot.ts';
import { openaiChat } from './openai-chat.ts';
import { openaiCosts } from './openai-costs.ts';
import { openaiResponses } from './openai-responses.ts';
import { openaiUsage } from './openai-usage.ts';
import { openrouter } from './openrouter.ts';
import { openrouterActivity } from './openrouter-activity.ts';
import { openrouterGeneration } from './openrouter-generation.ts';
import { otel } from './otel.ts';
import { plain } from './plain.ts';
import { vercelAiV4 } from './vercel-ai-v4.ts';
import { vercelAiV5, vercelAiV5Anthropic, vercelAiV5Inside } from './vercel-ai-v5.ts';
import { vercelAiV6 } from './vercel-ai-v6.ts';
import { xaiChat } from './xai-chat.ts';
import { xaiResponses } from './xai-responses.ts';

/** Every format that is known. */
export const ADAPTERS: readonly Adapter[] = [
  openaiChat,
  openaiResponses,
  openaiUsage,
  openaiCosts,
  anthropicMessages,
  anthropicStream,
  anthropicUsage,
  anthropicCosts,
  gemini,
  xaiChat,
  xaiResponses,
  deepseek,
  mistral,
  bedrock,
  alibaba,
  moonshot,
  groq,
  openrouter,
  openrouterGeneration,
  openrouterActivity,
  litellm,
  litellmDaily,
  langfuse,
  helicone,
  vercelAiV4,
  vercelAiV5,
  vercelAiV5Inside,
  vercelAiV5Anthropic,
  vercelAiV6,
  claudeCode,
  codex,
  geminiCli,
  otel,
  plain,
];
