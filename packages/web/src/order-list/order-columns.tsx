import type { OrderRow } from '@docket/sdk';
import { IconClockExclamation, IconNote } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { money } from '../format/money';
import { ago, day, moment } from '../format/moments';
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
  /** A track of a CSS grid. */
  readonly width: string;
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
  { name: 'number', width: 'minmax(168px, 1fr)', cell: (row) => <NumberCell row={row} /> },
  {
    name: 'createdAt',
    width: '150px',
    sort: 'created',
    cell: (row, { language }) => <Instant at={row.createdAt} language={language} />,
  },
  {
    name: 'updatedAt',
    width: '130px',
    sort: 'updated',
    cell: ({ updatedAt }, { now, language }) => (
      <span title={moment(updatedAt, language)}>{ago(updatedAt, now, language)}</span>
    ),
  },
  {
    name: 'buyer',
    width: 'minmax(140px, 1.2fr)',
    permission: 'personal.view',
    cell: ({ buyerName, buyerEmail }) => <Cut text={buyerName ?? buyerEmail ?? ''} title={buyerEmail} />,
  },
  {
    name: 'total',
    width: '120px',
    sort: 'total',
    isFigure: true,
    permission: 'prices.view',
    cell: ({ total, currency }, { language }) => amount(total, currency, language),
  },
  {
    name: 'status',
    width: 'minmax(168px, 1fr)',
    cell: (row, { vocabulary, t }) => {
      const status = statusOf(row, vocabulary);
      return status === null ? null : (
        <Word tone={statusTone(row)} strong>
          {statusText(status, vocabulary, t)}
        </Word>
      );
    },
  },
  { name: 'dueAt', width: '132px', sort: 'due', cell: (row, showing) => <Due row={row} showing={showing} /> },
  { name: 'stage', width: '120px', cell: ({ stage }, { t }) => t(`stage.${stage as 'paying'}`) },
  {
    name: 'paymentState',
    width: '136px',
    cell: (row, { t }) =>
      row.paymentState === 'none' ? null : (
        <Word tone={paymentTone(row)}>{t(`payment.${row.paymentState as 'paid'}`)}</Word>
      ),
  },
  {
    name: 'shippingState',
    width: '136px',
    cell: (row, { t }) =>
      row.shippingState === 'none' ? null : (
        <Word tone={shippingTone(row)}>{t(`shipping.${row.shippingState as 'shipped'}`)}</Word>
      ),
  },
  { name: 'pieces', width: '68px', isFigure: true, cell: ({ pieces }) => pieces },
  {
    name: 'amountDue',
    width: '120px',
    isFigure: true,
    permission: 'prices.view',
    cell: ({ amountDue, currency }, { language }) => amount(amountDue, currency, language),
  },
  { name: 'channel', width: '112px', cell: ({ channel }) => <Cut text={channel} /> },
  { name: 'store', width: '112px', cell: ({ store }) => <Cut text={store} /> },
  {
    name: 'tags',
    width: 'minmax(112px, 0.7fr)',
    cell: ({ tags }) =>
      tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      )),
  },
  { name: 'assignee', width: '120px', cell: ({ assignee }) => <Cut text={assignee ?? ''} /> },
  { name: 'sellers', width: '128px', cell: ({ sellers }) => <Cut text={sellers.join(', ')} /> },
  { name: 'workflow', width: '112px', cell: ({ workflow }) => <Cut text={workflow} /> },
];

export const FIRST_COLUMNS: readonly ColumnName[] = [
  'number', 'createdAt', 'buyer', 'total', 'status', 'dueAt', 'stage', 'paymentState', 'shippingState', 'pieces',
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

export function Instant({ at, language }: { readonly at: string; readonly language: string }) {
  return <time dateTime={at}>{moment(at, language)}</time>;
}

function NumberCell({ row }: { readonly row: OrderRow }) {
  return (
    <>
      <span className={classes.number}>{numberOf(row)}</span>
      {row.hasNote && <IconNote size={14} className={classes.mark} />}
    </>
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
