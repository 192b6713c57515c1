import { formatAmount } from '@docket/core/money/amount';
import { csvFile, fieldsCell, textCell } from './csv-cell.js';

/** A row of the list of documents as its reader sees it. */
interface Row {
  readonly kind: string;
  readonly id: string;
  readonly number: string | null;
  readonly status: string;
  readonly amount: number | null;
  readonly currency: string;
  readonly createdAt: string;
  readonly orderId: string;
  readonly orderNumber: string | null;
  readonly buyerName: string | null;
  readonly store: string;
  readonly outerId: string | null;
  readonly parent: string | null;
  readonly approved: boolean;
  readonly comment: string | null;
  readonly reason: string | null;
  readonly custom: Readonly<Record<string, unknown>>;
}

const COLUMNS = [
  'kind', 'id', 'number', 'status', 'amount', 'currency', 'createdAt', 'orderId', 'orderNumber', 'buyerName', 'store', 'outerId',
  'parent', 'approved', 'comment', 'reason', 'custom',
] as const; // prettier-ignore

export const documentsHeader = (): string => csvFile(COLUMNS);

export const documentLine = (row: Row): string =>
  `${COLUMNS.map((name) => {
    if (name === 'amount') return row.amount === null ? '' : formatAmount(row.amount, row.currency);
    if (name === 'custom') return fieldsCell(row.custom);
    return textCell(row[name]);
  }).join(',')}\r\n`;
