/** The public face of the importers, for the command. */
export { diffText } from './diff-text.ts';
export { holdText } from './guard.ts';
export { importUpstream } from './import-upstream.ts';
export { NOTE_RULES, type NoteCode } from './note.ts';
export { UpstreamError } from './translation.ts';
