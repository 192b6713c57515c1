/** The first line of a file, with the mark by which spreadsheets know UTF-8. */
export const csvFile = (columns: readonly string[]): string => `\ufeff${columns.join(',')}\r\n`;

/** A value as a cell (RFC 4180); null is an empty one, a list is joined by semicolons. */
export function textCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return quoted(guarded(Array.isArray(value) ? value.join(';') : (value as string)));
}

/** Fields of the account as JSON, because each account has others; nothing where there are none. */
export const fieldsCell = (fields: Readonly<Record<string, unknown>>): string =>
  Object.keys(fields).length === 0 ? '' : textCell(JSON.stringify(fields));

/**
 * A spreadsheet takes what begins so for a formula, and runs it; behind an apostrophe it is text. Some split cells at
 * semicolons, tabs and line breaks whatever stands around them, so that what follows one begins a cell too.
 */
const guarded = (text: string): string => text.replaceAll(/(^|[;\t\r\n])(?=[=+\-@])|^(?=[\t\r\n])/g, "$1'");

const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
