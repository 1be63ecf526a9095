/** What the table can be saved as; also how the file's name ends. */
export const EXPORT_FORMATS = ['csv', 'md', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What each is called. */
export const FORMAT_NAMES: Record<ExportFormat, string> = { csv: 'CSV', md: 'Markdown', json: 'JSON' };
