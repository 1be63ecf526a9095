import type { FieldGroup } from './field.ts';
import type { Kind } from './workload.ts';

/** What each kind of work is called, for people. */
export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  requests: 'equal requests',
  chat: 'conversations',
  rag: 'answers over retrieved text',
  agent: 'tasks done in steps by an agent',
  batch: 'documents, one by one',
  vision: 'documents of images',
  audio: 'recordings',
  mix: 'a mix of several',
};

/** What inputs of a group are about. */
export const GROUP_NAMES: Readonly<Record<FieldGroup, string>> = {
  cache: 'prompt cache',
  calls: 'failed calls and reasoning',
  schedule: 'time',
};
