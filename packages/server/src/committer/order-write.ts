import { evolve } from '@docket/core/order/evolve';
import type { OrderEvent, RecordedEvent } from '@docket/core/order/events';
import { type Order, STATE_SCHEMA } from '@docket/core/order/order';
import type { StockClaim } from '@docket/core/order/stock-claim';
import { useDifference } from '../claims/promotion-uses.js';
import type { StoredOrder } from '../event-log/load-order.js';
import { noHash, type Occasion, sealEvents } from '../event-log/seal-events.js';
import { uniqueIds } from '../event-log/unique-ids.js';
import type { PersonalKeys } from '../personal-data/keys.js';
import { documentDifference } from '../read-models/document-list.js';
import { listDifference, listRow } from '../read-models/order-list.js';
import { timerDifference } from '../read-models/timers.js';
import type { OrderWrite, StateWrite } from './unit.js';

interface Decided {
  readonly account: string;
  readonly orderId: string;
  /** Null for a new order. */
  readonly before: StoredOrder | null;
  readonly events: readonly OrderEvent[];
  readonly claims: readonly StockClaim[];
  /** The account's own workflows, one of which a new order may start in. */
  readonly workflows: Order['published'];
  readonly occasion: Occasion;
  readonly keys: PersonalKeys;
}

export interface WrittenOrder {
  readonly order: Order;
  readonly events: readonly RecordedEvent[];
  readonly claims: readonly StockClaim[];
  /** Of a new order: to whom its personal data belong; null of one that there was. */
  readonly newSubject: string | null;
  /**
   * Everything that has to be written for it. Rows, search words and JSON take most of the time of a decision on a long order,
   * so they are made when somebody writes, and not for who only looks.
   */
  readonly write: () => OrderWrite;
}

/** Folds what was decided on one order. At least one event. */
export function writtenOrder({
  account,
  orderId,
  before,
  events,
  claims,
  workflows,
  occasion,
  keys,
}: Decided): WrittenOrder {
  const after = before?.version ?? 0;
  const recorded = events.map((event, index): RecordedEvent => {
    const { type, data, personal } = event;
    const { at, actor, reason } = occasion;
    // A literal: what is added to a spread costs V8 some microseconds each.
    return { type, data, personal, version: after + 1 + index, at, actor, reason } as RecordedEvent;
  });
  const folded = recorded.reduce<Order | null>((state, event) => evolve(state, event), before?.order ?? null);
  if (folded === null) throw new Error(`nothing was decided on order ${orderId}`);
  const published = before === null ? workflows.filter(({ name }) => name === folded.head.workflow) : [];
  const order = published.length > 0 ? { ...folded, published } : folded;

  const issued = before === null ? keys.issue(account, 'order', orderId) : null;
  const subject = keys.subjectOf(account, orderId, order.head.customerId, order.head.buyer?.email ?? null);
  return {
    order,
    events: recorded,
    claims,
    newSubject: issued === null ? null : subject,
    write: () => {
      const list = listDifference(before === null ? null : listRow(before.order), listRow(order));
      return {
        account,
        orderId,
        expectedVersion: after,
        events: sealEvents({
          stream: { account, streamKind: 'order', streamId: orderId },
          after,
          prevHash: before?.hash ?? noHash,
          occasion,
          key: issued === null ? (before?.key ?? null) : issued.key,
          events,
        }),
        // The row gets the present schema, so columns of an older one must not stay in it.
        state: changedParts(before?.stateSchema === STATE_SCHEMA ? before.order : null, order),
        key: issued === null ? null : { subject, wrapped: issued.wrapped },
        externalIds: before === null ? uniqueIds(order) : [],
        claims,
        listInsert: list.insert === null ? null : JSON.stringify(list.insert),
        listUpdate: list.update === null ? null : JSON.stringify(list.update),
        rollups: list.rollups.map((delta) => JSON.stringify(delta)),
        documents: documentDifference(before?.order ?? null, order),
        uses: useDifference(before?.order ?? null, order),
        timers: timerDifference(before?.order ?? null, order),
      };
    },
  };
}

/** JSON of the parts whose identity changed; `evolve` keeps the identity of the others. */
function changedParts(before: Order | null, after: Order): StateWrite {
  const text = (part: 'head' | 'lines' | 'documents' | 'carried'): string | null =>
    before?.[part] === after[part] ? null : JSON.stringify(after[part]);
  return { head: text('head'), lines: text('lines'), documents: text('documents'), carried: text('carried') };
}
