import type { Order } from '@docket/core/order/order';
import { hasVtexSteps, shownStatus, vtexStatusOf } from '@docket/core/order/status';
import { statusFacts } from '@docket/core/order/status-facts';
import type { EventLog } from '../event-log/read-events.js';
import {
  type DecidedItem,
  type FilterIndex,
  orderItems,
  readsOrders,
  readsVtexWords,
  type ShownOrder,
  statusItems,
} from './decide-items.js';
import type { DocumentShape, FollowedMove } from './feed.js';
import type { OrderAround, OrderStates } from './order-states.js';
import { type FollowedRow, opened } from './read-log.js';

/** Evaluates expressions over one document, in a process of their own. A text that failed there says so. */
export type Evaluate = (
  document: object,
  expressions: readonly string[],
) => Promise<ReadonlyMap<string, boolean | 'failed'>>;

export interface PageDecider {
  readonly log: EventLog;
  readonly states: OrderStates;
  /** The order as an expression reads it. */
  readonly documents: Readonly<Record<DocumentShape, (order: Order) => object>>;
  readonly evaluate: Evaluate;
  /** Told of an order whose document could not be written: a fault of ours, which holds up the feeds that read it. */
  readonly unwritable: (orderId: string, error: unknown) => void;
}

export interface DecidedPage {
  /** In the order of the log. */
  readonly items: readonly DecidedItem[];
  /** Feeds whose expression failed, or whose document could not be written, with the seq of it: from there on nothing is decided. */
  readonly failed: ReadonlyMap<string, number>;
}

/** Documents that wait for their evaluation at once. */
const AT_ONCE = 8;

/** What a page of the log puts into feeds. */
export async function decidePage(
  decider: PageDecider,
  index: FilterIndex,
  page: readonly FollowedRow[],
): Promise<DecidedPage> {
  const items: DecidedItem[] = [];
  const failed = new Map<string, number>();
  const news = page.filter(isNews);
  for (let from = 0; from < news.length; from += AT_ONCE) {
    const part = news.slice(from, from + AT_ONCE);
    const orders = await foldedAll(decider, index, part);
    const evaluated = await evaluatedAll(decider, index, orders);
    for (const [nth, event] of part.entries()) {
      const shown = evaluated[nth];
      const found = statusItems(index, event, { docket: event.moves, vtex: movesInVtexWords(event, orders[nth]) });
      if (shown !== undefined) {
        for (const feed of shown.failing) if (!failed.has(feed)) failed.set(feed, event.seq);
        found.push(...orderItems(index, event, shown, shown.isTrue));
      }
      items.push(...found.filter(({ feed }) => !failed.has(feed)));
    }
  }
  return { items, failed };
}

interface EvaluatedOrder extends ShownOrder {
  readonly isTrue: (document: DocumentShape, expression: string) => boolean;
  readonly failing: readonly string[];
}

/** The orders that some filter has to read, one after the other; undefined for what none of them reads. */
async function foldedAll(
  { log, states }: PageDecider,
  index: FilterIndex,
  events: readonly FollowedRow[],
): Promise<readonly (OrderAround | undefined)[]> {
  const folded: (OrderAround | undefined)[] = [];
  for (const event of events) {
    const isRead = readsOrders(index) || (readsVtexWords(index) && (await needsWords(event)));
    folded.push(isRead && isOfOrder(event) ? await states.around(event.row.account, opened(log, event)) : undefined);
  }
  return folded;

  /** Orders of VTEX's own workflows are not read: their moves say what they have become. */
  async function needsWords(event: FollowedRow): Promise<boolean> {
    if (!isOfOrder(event)) return false;
    const table = await states.workflow(event, () => opened(log, event));
    return table !== null && !hasVtexSteps(table);
  }
}

const isOfOrder = ({ row }: FollowedRow): boolean => row.stream_kind === 'order';

/** History is no news: it enters no feed, whatever its filter. */
const isNews = ({ row }: FollowedRow): boolean => row.type !== 'order_imported';

/** Side by side. */
async function evaluatedAll(
  { documents, evaluate, unwritable }: PageDecider,
  index: FilterIndex,
  orders: readonly (OrderAround | undefined)[],
): Promise<readonly (EvaluatedOrder | undefined)[]> {
  if (!readsOrders(index)) return [];
  const shapes = (['docket', 'vtex'] as const).filter((shape) => index.byExpression[shape].size > 0);
  return Promise.all(orders.map((around) => (around === undefined ? Promise.resolve(undefined) : evaluated(around))));

  /** Null: the document cannot be written. That holds up the feeds that read it, and nobody else. */
  function written(shape: DocumentShape, order: Order): object | null {
    try {
      return documents[shape](order);
    } catch (error) {
      unwritable(order.head.orderId, error);
      return null;
    }
  }

  async function evaluated({ before, order }: OrderAround): Promise<EvaluatedOrder> {
    const results = new Map(
      await Promise.all(
        shapes.map(async (shape) => {
          const expressions = [...index.byExpression[shape].keys()];
          const document = written(shape, order);
          return [shape, document === null ? allFailed(expressions) : await evaluate(document, expressions)] as const;
        }),
      ),
    );
    const failing = shapes.flatMap((shape) =>
      [...index.byExpression[shape]]
        .filter(([expression]) => results.get(shape)?.get(expression) === 'failed')
        .flatMap(([, feeds]) => feeds.map(({ feed }) => feed)),
    );
    return {
      domain: order.head.origin,
      statuses: {
        docket: { now: shownStatus(order), before: before === null ? '' : shownStatus(before) },
        vtex: {
          now: vtexWord(order) ?? 'incomplete',
          before: before === null ? '' : (vtexWord(before) ?? 'incomplete'),
        },
      },
      isTrue: (shape, expression) => results.get(shape)?.get(expression) === true,
      failing,
    };
  }
}

const allFailed = (expressions: readonly string[]): ReadonlyMap<string, 'failed'> =>
  new Map(expressions.map((expression) => [expression, 'failed']));

const vtexWord = (order: Order): string | null => vtexStatusOf(order.head.instances, statusFacts(order));

/**
 * The moves that a feed of VTEX tells. Of a workflow that VTEX does not know: the change of the word that the order's document
 * has for it, whichever event made it (a payment alone makes `ready-for-handling` of a simple order).
 */
function movesInVtexWords(event: FollowedRow, around: OrderAround | undefined): readonly FollowedMove[] {
  const table = around?.order.head.instances[0]?.table;
  if (around === undefined || table === undefined || hasVtexSteps(table)) return event.moves;
  const from = around.before === null ? null : vtexWord(around.before);
  const to = vtexWord(around.order);
  return to === null || to === from ? [] : [{ instance: around.order.head.origin, from, to }];
}
