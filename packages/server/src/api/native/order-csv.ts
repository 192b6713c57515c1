import { formatAmount } from '@docket/core/money/amount';

/** A row of the order list as the API answers it. */
type Row = Readonly<Record<string, unknown>>;

const STATUSES = ['vtex', 'orion', 'virto'] as const;
const BEFORE = ['orderId', 'number', 'group', 'position', 'sequence', 'version', 'createdAt', 'updatedAt', 'dueAt', 'status'] as const; // prettier-ignore
const AFTER = [
  'stage', 'paymentState', 'shippingState', 'complete', 'deleted', 'hasNote', 'total', 'amountDue', 'currency', 'pieces',
  'store', 'channel', 'origin', 'workflow', 'customerId', 'buyerName', 'buyerEmail', 'assignee', 'sellers', 'tags', 'externalIds', 'onHold',
] as const; // prettier-ignore
const AMOUNTS: ReadonlySet<string> = new Set(['total', 'amountDue']);

/** The first line, with the mark by which spreadsheets know UTF-8. */
export const csvHeader = (): string =>
  `\ufeff${[...BEFORE, ...STATUSES.map((name) => `${name}Status`), ...AFTER].join(',')}\r\n`;

/** One order as a line (RFC 4180). Amounts are decimals of their currency, lists are joined by semicolons. */
export function csvLine(row: Row): string {
  const statuses = row['statuses'] as Row | undefined;
  return `${[
    ...BEFORE.map((name) => cellOf(name, row)),
    ...STATUSES.map((name) => textCell(statuses?.[name])),
    ...AFTER.map((name) => cellOf(name, row)),
  ].join(',')}\r\n`;
}

function cellOf(name: string, row: Row): string {
  const value = row[name];
  return AMOUNTS.has(name) && typeof value === 'number'
    ? formatAmount(value, String(row['currency']))
    : textCell(value);
}

function textCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return quoted(guarded(Array.isArray(value) ? value.join(';') : (value as string)));
}

/**
 * A spreadsheet takes what begins so for a formula, and runs it; behind an apostrophe it is text. Some split cells at
 * semicolons, tabs and line breaks whatever stands around them, so that what follows one begins a cell too.
 */
const guarded = (text: string): string => text.replaceAll(/(^|[;\t\r\n])(?=[=+\-@])|^(?=[\t\r\n])/g, "$1'");

const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
