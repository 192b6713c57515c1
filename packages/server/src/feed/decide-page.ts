import type { Order } from '@docket/core/order/order';
import { shownStatus, statusOf } from '@docket/core/order/status';
import type { EventLog } from '../event-log/read-events.js';
import {
  type DecidedItem,
  type FilterIndex,
  orderItems,
  readsOrders,
  type ShownOrder,
  statusItems,
} from './decide-items.js';
import type { DocumentShape, FollowedMove } from './feed.js';
import type { OrderStates } from './order-states.js';
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
}

export interface DecidedPage {
  /** In the order of the log. */
  readonly items: readonly DecidedItem[];
  /** Feeds whose expression failed, with the seq at which it did: from there on they have decided nothing. */
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
  for (let from = 0; from < page.length; from += AT_ONCE) {
    const part = page.slice(from, from + AT_ONCE);
    const evaluated = await evaluatedAll(decider, index, part);
    for (const [nth, event] of part.entries()) {
      const shown = evaluated[nth];
      const found = statusItems(index, event);
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

/** Orders are folded one after the other, and evaluated side by side. */
async function evaluatedAll(
  { log, states, documents, evaluate }: PageDecider,
  index: FilterIndex,
  events: readonly FollowedRow[],
): Promise<readonly (EvaluatedOrder | undefined)[]> {
  if (!readsOrders(index)) return [];
  const pending: Promise<EvaluatedOrder | undefined>[] = [];
  for (const event of events) {
    if (event.row.stream_kind !== 'order') {
      pending.push(Promise.resolve(undefined));
      continue;
    }
    const order = await states.after(event.row.account, opened(log, event));
    pending.push(evaluated(order, event.moves));
  }
  return Promise.all(pending);

  async function evaluated(order: Order, moves: readonly FollowedMove[]): Promise<EvaluatedOrder> {
    const shapes = (['docket', 'vtex'] as const).filter((shape) => index.byExpression[shape].size > 0);
    const results = new Map(
      await Promise.all(
        shapes.map(
          async (shape) =>
            [shape, await evaluate(documents[shape](order), [...index.byExpression[shape].keys()])] as const,
        ),
      ),
    );
    const failing = shapes.flatMap((shape) =>
      [...index.byExpression[shape]]
        .filter(([expression]) => results.get(shape)?.get(expression) === 'failed')
        .flatMap(([, feeds]) => feeds.map(({ feed }) => feed)),
    );
    return {
      domain: order.head.origin,
      status: shownStatus(order),
      lastStatus: statusBefore(order, moves),
      isTrue: (shape, expression) => results.get(shape)?.get(expression) === true,
      failing,
    };
  }
}

/** The status before the event that took these moves; empty where it was the first of the order. */
function statusBefore(order: Order, moves: readonly FollowedMove[]): string {
  if (order.head.version === 1) return '';
  const before = moves.toReversed().reduce(
    (instances, { instance, from }) =>
      instances.flatMap((each) => {
        if (each.domain !== instance) return [each];
        return from === null ? [] : [{ ...each, step: from }];
      }),
    order.head.instances,
  );
  return statusOf(before) ?? 'incomplete';
}
