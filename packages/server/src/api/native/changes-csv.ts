import { formatAmount } from '@docket/core/money/amount';
import type { Change } from '@docket/core/order/changes-of';
import { csvFile, textCell } from './csv-cell.js';

/** What an event of the history tells, as far as a line of the change log needs it. */
export interface ChangedBy {
  readonly version: number;
  readonly at: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly type: string;
  readonly summary: { readonly text: string };
  readonly changes: readonly Change[];
}

export const changesHeader = (): string =>
  csvFile(['version', 'at', 'actor', 'reason', 'event', 'summary', 'field', 'id', 'label', 'before', 'after']);

/** A line for each field that an event changed; one without a field for an event that changed none. */
export function changeLines(event: ChangedBy, currency: string): string {
  const { version, at, actor, reason, type, summary, changes } = event;
  const before = [version, at, actor, reason, type, summary.text];
  const lines = changes.map((change) => [
    ...before,
    change.field,
    change.id,
    change.label,
    valueOf(change, change.before, currency),
    valueOf(change, change.after, currency),
  ]);
  return (lines.length === 0 ? [[...before, null, null, null, null, null]] : lines)
    .map((cells) => `${cells.map(textCell).join(',')}\r\n`)
    .join('');
}

/** Amounts are decimals of the order's currency, objects their JSON. */
function valueOf({ format }: Change, value: Change['before'], currency: string): string | number | boolean | null {
  if (typeof value === 'number' && format === 'amount') return formatAmount(value, currency);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
