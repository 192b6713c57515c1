import type { OrderRow } from '@docket/sdk';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import { amount, type Column, Due, HoldMark, Instant, numberOf, type Showing } from './order-columns';
import classes from './order-list.module.css';
import { paymentTone, statusOf, statusText, statusTone, Word } from './order-words';

export interface LineProps {
  readonly row: OrderRow;
  /** From 0. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly columns: readonly Column[];
  readonly showing: Showing;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly isChanged: boolean;
  /** With shift: from the one chosen before to this one. */
  readonly onChoose: (index: number, range: boolean) => void;
}

/** An order as a line of the table. */
export const OrderLine = memo(function OrderLine(props: LineProps) {
  const { row, columns, showing } = props;
  return (
    <div {...lineOf(props)} className={classes.row}>
      <Choose {...props} />
      {columns.map(({ name, isFigure, cell }) => (
        <div
          key={name}
          role="gridcell"
          className={isFigure === true ? `${classes.cell} ${classes.figure}` : classes.cell}
        >
          {name === 'number' ? <OrderLink {...props}>{cell(row, showing)}</OrderLink> : cell(row, showing)}
        </div>
      ))}
    </div>
  );
});

/** The same on a phone. */
export const OrderCard = memo(function OrderCard(props: LineProps) {
  const { row, showing } = props;
  const { t, vocabulary, language, now } = showing;
  const status = statusOf(row, vocabulary);
  return (
    <div {...lineOf(props)} className={classes.card}>
      <Choose {...props} />
      <div role="gridcell" className={classes.cell}>
        <OrderLink {...props}>
          <span className={classes.number}>{numberOf(row)}</span>
        </OrderLink>
      </div>
      <div role="gridcell" className={`${classes.cell} ${classes.figure}`}>
        {amount(row.total, row.currency, language)}
      </div>
      <div role="gridcell" className={classes.line}>
        <span className={classes.cut}>{row.buyerName ?? row.buyerEmail ?? row.channel}</span>
        <span className={`${classes.quiet} ${classes.cut}`}>
          <Instant at={row.createdAt} language={language} now={now} />
        </span>
      </div>
      <div role="gridcell" className={classes.line}>
        {status !== null && (
          <Word tone={statusTone(row)} strong>
            {statusText(status, vocabulary, t)}
          </Word>
        )}
        <HoldMark row={row} t={t} />
        {row.paymentState !== 'none' && (
          <Word tone={paymentTone(row)}>{t(`payment.${row.paymentState as 'paid'}`)}</Word>
        )}
      </div>
      <div role="gridcell" className={classes.line}>
        <span className={classes.quiet}>{t('pieces', { count: row.pieces })}</span>
        <Due row={row} showing={showing} />
      </div>
    </div>
  );
});

const lineOf = ({ row, index, top, isActive, isChosen, isChanged }: LineProps) => ({
  role: 'row',
  'aria-rowindex': index + 2,
  'aria-selected': isChosen,
  'data-active': isActive || undefined,
  'data-changed': isChanged || undefined,
  'data-deleted': row.deleted || undefined,
  style: { transform: `translateY(${top}px)` },
});

function Choose({ row, index, isChosen, onChoose, showing: { t } }: LineProps) {
  return (
    <div role="gridcell" className={classes.choose}>
      <input
        type="checkbox"
        aria-label={t('choose', { number: numberOf(row) })}
        checked={isChosen}
        onChange={({ nativeEvent }) => onChoose(index, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
    </div>
  );
}

/** Marked for the table, which follows it without loading the page. */
function OrderLink({ row, isActive, children }: LineProps & { readonly children: ReactNode }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // Never out of a field: a line comes and goes with scrolling.
    const { activeElement } = document;
    const isFree = activeElement === document.body || activeElement?.closest('[role="grid"]') != null;
    if (isActive && isFree) link.current?.focus({ preventScroll: true });
  }, [isActive]);
  return (
    <a ref={link} className={classes.link} href={orderAddress(row.orderId)} data-order={row.orderId}>
      {children}
    </a>
  );
}

export const orderAddress = (orderId: string): string => `/orders/${encodeURIComponent(orderId)}`;
