import { fitsRule } from '../../catalog/identity/match-rule.ts';
import type { Note, NoteCode } from '../note.ts';
import { inOrder, type ProviderClaims } from '../translation.ts';

/** Notes ids that their own rule does not match, and those that another model's rule matches too. */
export function noteRules(providers: readonly ProviderClaims[]): Note[] {
  return providers.flatMap(({ provider, offers }) => {
    const note = (code: NoteCode, model_id: string, found: string): Note => {
      return { code, provider: provider.id, model_id, path: 'match', found };
    };
    return offers.flatMap(({ model_id, match }) => {
      const others = offers.filter(
        (other) => other.model_id !== model_id && other.match && fitsRule(other.match, model_id),
      );
      return [
        ...(match && !fitsRule(match, model_id) ? [note('rule_misses_id', model_id, model_id)] : []),
        ...others
          .map((other) => note('matched_by_another', model_id, other.model_id))
          .sort((a, b) => inOrder(a.found, b.found)),
      ];
    });
  });
}
