import type { ClaimsFile } from '../catalog/schema/claims-file.ts';

/** A claims file as JSON with one offer to a line, so that a changed offer is a changed line. */
export function claimsText(file: ClaimsFile): string {
  const { offers, ...head } = file;
  const top = JSON.stringify(head, null, 2).replace(/\n}$/, ',');
  const lines = offers.map((offer) => `    ${JSON.stringify(offer)}`);
  return `${top}\n  "offers": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}

/** An import report as JSON with one note to a line. */
export function reportText(report: { readonly notes: readonly unknown[]; readonly [key: string]: unknown }): string {
  const { notes, ...rest } = report;
  const top = JSON.stringify(rest, null, 2).replace(/\n}$/, ',');
  const lines = notes.map((note) => `    ${JSON.stringify(note)}`);
  return `${top}\n  "notes": [${lines.length > 0 ? `\n${lines.join(',\n')}\n  ` : ''}]\n}\n`;
}
