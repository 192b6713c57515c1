import { exponentOf } from '@docket/core/money/currency';
import type { AnswerOf, Order } from '@docket/sdk';

/** Orders as text for a terminal. */

/** `1234` of EUR as `12.34 EUR`; of JPY as `1234 JPY`. `…` is what the key may not see. */
export function amountText(amount: number | null, currency: string): string {
  if (amount === null) return '…';
  const digits = exponentOf(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const part = digits === 0 ? '' : `.${text.slice(-digits)}`;
  return `${amount < 0 ? '-' : ''}${whole}${part} ${currency}`;
}

/** Columns of text under their names; the widths are those of the longest cells. */
export function table(names: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = names.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => visible(cell).padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(names), ...rows.map(line)];
}

/** Buyers choose their names: what would move the cursor of a terminal is shown as a question mark. */
const visible = (text: string): string => text.replace(/\p{Cc}/gu, '?');

export function orderLines(order: Order): string[] {
  const amount = (minor: number | null): string => amountText(minor, order.currency);
  const name = [order.buyer?.firstName, order.buyer?.lastName].filter(Boolean).join(' ');
  const facts = [
    ['order', `${order.orderId}, version ${order.version}`],
    ['status', `${order.status} (${order.statusLabel})`],
    ['placed', `${order.createdAt} in ${order.store}, ${order.channel}`],
    ['buyer', order.forgotten ? 'forgotten' : name],
    ['total', `${amount(order.totals?.total ?? null)}, due ${amount(order.amountDue)}`],
    ['payment', order.paymentState],
    ['shipping', order.shippingState],
  ];
  const width = Math.max(...facts.map(([label = '']) => label.length));
  return [
    ...facts.map(([label = '', value = '']) => `${label.padEnd(width)}  ${visible(value)}`),
    '',
    ...table(
      ['line', 'sku', 'name', 'pieces', 'sent'],
      order.lines.map((line) => [line.id, line.sku, line.name, String(line.quantity), String(line.shipped)]),
    ),
  ];
}

type Event = AnswerOf<'listOrderEvents'>['events'][number];

/** One event: when, what, who and why, and below it what it changed. */
export function historyLines({ version, at, summary, by, reason, changes }: Event): string[] {
  const who = by.id === null ? by.kind : `${by.kind} ${by.id}`;
  const changed = changes.map(
    ({ label, before, after }) => `        ${visible(`${label}: ${valueText(before)} → ${valueText(after)}`)}`,
  );
  return [`${String(version).padStart(4)}  ${at}  ${visible(`${summary.text} (${who}: ${reason})`)}`, ...changed];
}

const LONGEST_VALUE = 80;

function valueText(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}
