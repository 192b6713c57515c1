import type { OrderRow } from '@docket/sdk';
import { useRouter } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type CSSProperties, type MouseEvent, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { type Column, type Showing, tracksOf } from './order-columns';
import { OrderCard, OrderLine } from './order-line';
import classes from './order-list.module.css';
import type { OrderSearch } from './order-search';

const LINE = 38;
const CARD = 104;
const HEAD = 36;
/** Grey lines behind what has come, while there is more. */
const BONES = 6;
/** So many rows before the end the next hundred are asked for. */
const AHEAD = 40;

export interface TableHandle {
  /** Brings the row into sight. */
  show(index: number): void;
}

interface TableProps {
  readonly rows: readonly OrderRow[];
  readonly columns: readonly Column[];
  readonly showing: Showing;
  readonly asCards: boolean;
  readonly hasMore: boolean;
  readonly isOld: boolean;
  readonly active: number | null;
  readonly chosen: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  readonly sorted: Pick<OrderSearch, 'sort' | 'order'>;
  readonly handle: RefObject<TableHandle | null>;
  readonly onMore: () => void;
  readonly onSort: (sort: NonNullable<Column['sort']>) => void;
  readonly onChoose: (index: number, range: boolean) => void;
  readonly onChooseAll: (chosen: boolean) => void;
}

/** The orders themselves. Only what is in sight is on the page, however many have come. */
export function OrderTable(props: TableProps) {
  const { rows, columns, showing, asCards, hasMore, isOld, active, chosen, changed, handle, onMore, onChoose } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const height = asCards ? CARD : LINE;
  const head = asCards ? 0 : HEAD;
  const virtual = useVirtualizer({
    count: rows.length + (hasMore ? BONES : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
    scrollPaddingStart: head,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  useImperativeHandle(handle, () => ({ show: (index) => virtual.scrollToIndex(index, { align: 'auto' }) }), [virtual]);

  const items = virtual.getVirtualItems();
  const isNearEnd = hasMore && !isOld && (items.at(-1)?.index ?? 0) >= rows.length - AHEAD;
  useEffect(() => {
    if (isNearEnd) onMore();
  }, [isNearEnd, onMore, rows.length]);

  const follow = useFollow();
  const Line = asCards ? OrderCard : OrderLine;
  const { tracks, least } = tracksOf(columns);
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-old={isOld || undefined}
      data-scroll-restoration-id="orders"
      style={{ '--tracks': tracks, '--least': least } as CSSProperties}
      role="grid"
      aria-label={showing.t('title')}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      aria-multiselectable="true"
      aria-busy={isOld}
      onClick={follow}
    >
      {!asCards && <Head {...props} />}
      <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? (
            <Bone key={index} top={start} columns={asCards ? 1 : columns.length} asCard={asCards} />
          ) : (
            <Line
              key={row.orderId}
              row={row}
              index={index}
              top={start}
              columns={columns}
              showing={showing}
              isActive={index === active}
              isChosen={chosen.has(row.orderId)}
              isChanged={changed.has(row.orderId)}
              onChoose={onChoose}
            />
          );
        })}
      </div>
    </div>
  );
}

function Head({ columns, showing: { t }, sorted, rows, chosen, onSort, onChooseAll }: TableProps) {
  const { sort = 'created', order = sort === 'due' ? 'asc' : 'desc' } = sorted;
  const Arrow = order === 'asc' ? IconArrowUp : IconArrowDown;
  const all = rows.length > 0 && chosen.size >= rows.length;
  return (
    <div role="rowgroup" style={{ display: 'contents' }}>
      <div role="row" aria-rowindex={1} className={classes.head}>
        <div role="columnheader" className={classes.choose}>
          <input
            type="checkbox"
            aria-label={t('chooseAll')}
            checked={all}
            ref={(box) => {
              if (box !== null) box.indeterminate = chosen.size > 0 && !all;
            }}
            onChange={({ currentTarget }) => onChooseAll(currentTarget.checked)}
          />
        </div>
        {columns.map((column) => {
          const isSorted = column.sort === sort;
          return (
            <div
              key={column.name}
              role="columnheader"
              className={column.isFigure === true ? `${classes.title} ${classes.figure}` : classes.title}
              {...(isSorted ? { 'aria-sort': order === 'asc' ? 'ascending' : 'descending' } : {})}
            >
              {column.sort === undefined ? (
                t(`column.${column.name}`)
              ) : (
                <button type="button" onClick={() => onSort(column.sort ?? 'created')}>
                  {t(`column.${column.name}`)}
                  {isSorted && <Arrow size={13} />}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Bone({ top, columns, asCard }: { readonly top: number; readonly columns: number; readonly asCard: boolean }) {
  return (
    <div
      className={asCard ? classes.card : classes.row}
      style={{ transform: `translateY(${top}px)` }}
      aria-hidden="true"
    >
      <div />
      {Array.from({ length: columns }, (_, column) => (
        <div key={column} className={classes.bone} />
      ))}
    </div>
  );
}

/** Rows are plain links, 40 of them at a time: a plain press stays inside the desk, all others are the browser's. */
function useFollow(): (event: MouseEvent) => void {
  const { history } = useRouter();
  return (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-order]') : null;
    if (link === null || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.push(link.getAttribute('href') ?? '/orders');
  };
}
