import type { OrderRow } from '@docket/sdk';
import { IconClockExclamation, IconHandStop, IconNote } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { money } from '../format/money';
import { ago, day, moment, shortMoment } from '../format/moments';
import classes from './order-list.module.css';
import { paymentTone, shippingTone, statusOf, statusText, statusTone, type Vocabulary, Word } from './order-words';

/** How rows are shown: the reader's language, the vocabulary of the status, and the time that lateness is told by. */
export interface Showing {
  readonly t: TFunction<'order-list'>;
  readonly language: string;
  readonly vocabulary: Vocabulary;
  readonly now: number;
}

export interface Column {
  readonly name: ColumnName;
  /** Pixels that it has at least. */
  readonly least: number;
  /** Its share of what is left; one without keeps to the least. */
  readonly grows?: number;
  readonly sort?: 'created' | 'updated' | 'total' | 'due';
  readonly isFigure?: true;
  /** Without it the column is not offered. */
  readonly permission?: 'prices.view' | 'personal.view';
  readonly cell: (row: OrderRow, showing: Showing) => ReactNode;
}

export type ColumnName =
  | 'number'
  | 'createdAt'
  | 'updatedAt'
  | 'buyer'
  | 'total'
  | 'status'
  | 'dueAt'
  | 'stage'
  | 'paymentState'
  | 'shippingState'
  | 'pieces'
  | 'amountDue'
  | 'channel'
  | 'store'
  | 'tags'
  | 'assignee'
  | 'sellers'
  | 'workflow';

export const numberOf = ({ number, orderId }: OrderRow): string => number ?? orderId;

/** All of them, in the order in which they stand beside each other. */
export const COLUMNS: readonly Column[] = [
  { name: 'number', least: 158, grows: 0.4, cell: (row) => <NumberCell row={row} /> },
  {
    name: 'createdAt',
    least: 120,
    sort: 'created',
    cell: (row, { language, now }) => <Instant at={row.createdAt} language={language} now={now} />,
  },
  {
    name: 'updatedAt',
    least: 130,
    sort: 'updated',
    cell: ({ updatedAt }, { now, language }) => (
      <span title={moment(updatedAt, language)}>{ago(updatedAt, now, language)}</span>
    ),
  },
  {
    name: 'buyer',
    least: 124,
    grows: 1.2,
    permission: 'personal.view',
    cell: ({ buyerName, buyerEmail }) => <Cut text={buyerName ?? buyerEmail ?? ''} title={buyerEmail} />,
  },
  {
    name: 'total',
    least: 92,
    sort: 'total',
    isFigure: true,
    permission: 'prices.view',
    cell: ({ total, currency }, { language }) => amount(total, currency, language),
  },
  {
    name: 'status',
    least: 170,
    grows: 1,
    cell: (row, { vocabulary, t }) => {
      const status = statusOf(row, vocabulary);
      return (
        <>
          {status !== null && (
            <Word tone={statusTone(row)} strong>
              {statusText(status, vocabulary, t)}
            </Word>
          )}
          <HoldMark row={row} t={t} />
        </>
      );
    },
  },
  {
    name: 'paymentState',
    least: 114,
    cell: (row, { t }) =>
      row.paymentState === 'none' ? null : (
        <Word tone={paymentTone(row)}>{t(`payment.${row.paymentState as 'paid'}`)}</Word>
      ),
  },
  {
    name: 'shippingState',
    least: 114,
    cell: (row, { t }) =>
      row.shippingState === 'none' ? null : (
        <Word tone={shippingTone(row)}>{t(`shipping.${row.shippingState as 'shipped'}`)}</Word>
      ),
  },
  { name: 'dueAt', least: 132, sort: 'due', cell: (row, showing) => <Due row={row} showing={showing} /> },
  { name: 'stage', least: 120, cell: ({ stage }, { t }) => t(`stage.${stage as 'paying'}`) },
  { name: 'pieces', least: 68, isFigure: true, cell: ({ pieces }) => pieces },
  {
    name: 'amountDue',
    least: 120,
    isFigure: true,
    permission: 'prices.view',
    cell: ({ amountDue, currency }, { language }) => amount(amountDue, currency, language),
  },
  { name: 'channel', least: 112, cell: ({ channel }) => <Cut text={channel} /> },
  { name: 'store', least: 112, cell: ({ store }) => <Cut text={store} /> },
  {
    name: 'tags',
    least: 112,
    grows: 0.7,
    cell: ({ tags }) =>
      tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      )),
  },
  { name: 'assignee', least: 120, cell: ({ assignee }) => <Cut text={assignee ?? ''} /> },
  { name: 'sellers', least: 128, cell: ({ sellers }) => <Cut text={sellers.join(', ')} /> },
  { name: 'workflow', least: 112, cell: ({ workflow }) => <Cut text={workflow} /> },
];

/** Tracks of a CSS grid, behind that of the box to choose; none follows what stands in it, so all lines are alike. */
export function tracksOf(columns: readonly Column[]): { readonly tracks: string; readonly least: string } {
  const tracks = columns.map(({ least, grows }) =>
    grows === undefined ? `${least}px` : `minmax(${least}px, ${grows}fr)`,
  );
  const least = columns.reduce((sum, column) => sum + column.least + GAP, BOX + GAP);
  return { tracks: [`${BOX}px`, ...tracks].join(' '), least: `${least}px` };
}

/** Pixels, as the style sheet has them. */
const BOX = 34;
const GAP = 12;

export const FIRST_COLUMNS: readonly ColumnName[] = [
  'number', 'createdAt', 'buyer', 'total', 'status', 'paymentState', 'shippingState', 'dueAt', 'stage', 'pieces',
  'channel', 'tags', 'assignee',
]; // prettier-ignore

export const amount = (minor: number | null, currency: string, language: string): string =>
  minor === null ? '' : money(minor, currency, language);

const isLate = ({ dueAt }: OrderRow, now: number): boolean => dueAt !== null && Date.parse(dueAt) < now;

function Cut({ text, title }: { readonly text: string; readonly title?: string | null }) {
  return (
    <span className={classes.cut} title={title ?? text}>
      {text}
    </span>
  );
}

interface InstantProps {
  readonly at: string;
  readonly language: string;
  readonly now: number;
}

export function Instant({ at, language, now }: InstantProps) {
  return (
    <time dateTime={at} title={moment(at, language)}>
      {shortMoment(at, now, language)}
    </time>
  );
}

function NumberCell({ row }: { readonly row: OrderRow }) {
  return (
    <>
      <span className={classes.number}>{numberOf(row)}</span>
      {row.hasNote && <IconNote size={14} className={classes.mark} />}
    </>
  );
}

/** Something about the order waits until somebody has looked into it. */
export function HoldMark({ row, t }: { readonly row: OrderRow; readonly t: Showing['t'] }) {
  if (!row.onHold) return null;
  return (
    <span className={classes.hold} role="img" aria-label={t('onHold')} title={t('onHold')}>
      <IconHandStop size={13} />
    </span>
  );
}

/** The day that was promised; how late it is once it is over. */
export function Due({ row, showing: { now, language } }: { readonly row: OrderRow; readonly showing: Showing }) {
  const { dueAt } = row;
  if (dueAt === null) return null;
  if (!isLate(row, now)) return <time dateTime={dueAt}>{day(dueAt, language)}</time>;
  return (
    <span className={classes.late} title={moment(dueAt, language)}>
      <IconClockExclamation size={14} />
      {ago(dueAt, now, language)}
    </span>
  );
}
