import { formatAmount } from '@docket/core/money/amount';
import { csvFile, fieldsCell, textCell } from './csv-cell.js';

/** A row of the order list as the API answers it, with the fields of the order under `custom`. */
type Row = Readonly<Record<string, unknown>>;

const STATUSES = ['vtex', 'orion', 'virto'] as const;
const BEFORE = ['orderId', 'number', 'group', 'position', 'sequence', 'version', 'createdAt', 'updatedAt', 'dueAt', 'status'] as const; // prettier-ignore
const AFTER = [
  'stage', 'paymentState', 'shippingState', 'complete', 'deleted', 'hasNote', 'total', 'amountDue', 'currency', 'pieces',
  'store', 'channel', 'origin', 'workflow', 'customerId', 'buyerName', 'buyerEmail', 'assignee', 'sellers', 'tags', 'externalIds', 'onHold',
] as const; // prettier-ignore
const AMOUNTS: ReadonlySet<string> = new Set(['total', 'amountDue']);

export const csvHeader = (): string =>
  csvFile([...BEFORE, ...STATUSES.map((name) => `${name}Status`), ...AFTER, 'custom']);

/** One order as a line (RFC 4180). Amounts are decimals of their currency, lists are joined by semicolons. */
export function csvLine(row: Row): string {
  const statuses = row['statuses'] as Row | undefined;
  return `${[
    ...BEFORE.map((name) => cellOf(name, row)),
    ...STATUSES.map((name) => textCell(statuses?.[name])),
    ...AFTER.map((name) => cellOf(name, row)),
    fieldsCell((row['custom'] ?? {}) as Row),
  ].join(',')}\r\n`;
}

function cellOf(name: string, row: Row): string {
  const value = row[name];
  return AMOUNTS.has(name) && typeof value === 'number'
    ? formatAmount(value, String(row['currency']))
    : textCell(value);
}
