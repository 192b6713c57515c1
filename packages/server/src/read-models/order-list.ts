import { openHolds } from '@docket/core/order/hold';
import { amountDue } from '@docket/core/order/ledger';
import type { Order } from '@docket/core/order/order';
import { dueAt, paymentState, shippingState } from '@docket/core/order/states';
import { orionStatusOf, shownStatus, virtoStatusOf, vtexStatusOf } from '@docket/core/order/status';
import { factsFrom, shopperStage } from '@docket/core/order/status-facts';
import { type ListedWords, tokensOf, tsvectorOf } from './order-list-tokens.js';

/**
 * One order in the list, under the column names of table `order_list`: the committer sends it as JSON as it is. Instants
 * are ISO text, amounts minor units of `currency`.
 */
export interface ListRow {
  readonly account: string;
  readonly created_at: string;
  readonly order_id: string;
  readonly updated_at: string;
  /** Earliest open deadline: ship-by, else promised. */
  readonly due_at: string | null;
  readonly sequence: number;
  /** What people call it; null: its id. */
  readonly number: string | null;
  readonly total: number;
  /** What the buyer owes; below 0: paid too much. */
  readonly due_amount: number;
  readonly version: number;
  readonly order_group: string;
  readonly group_position: number;
  readonly pieces: number;
  readonly complete: boolean;
  readonly deleted: boolean;
  readonly has_note: boolean;
  /** The step of its own workflow; `incomplete` while none runs. */
  readonly status: string;
  readonly orion_status: string;
  readonly virto_status: string;
  readonly stage: string;
  readonly payment_state: string;
  readonly shipping_state: string;
  readonly store: string;
  readonly channel: string;
  readonly origin: string;
  readonly workflow: string;
  readonly currency: string;
  readonly customer_id: string | null;
  readonly assignee: string | null;
  readonly buyer_name: string | null;
  readonly buyer_email: string | null;
  readonly sellers: readonly string[];
  readonly tags: readonly string[];
  /** `source:id`. */
  readonly external_ids: readonly string[];
  readonly authorised_at: string | null;
  readonly invoiced_at: string | null;
  readonly has_return_invoice: boolean;
  /** A hold stands on it, or on a part of it. A cancelled order waits for nobody. */
  readonly on_hold: boolean;
  /** Text form of a tsvector. */
  readonly tokens: string;
}

/** What the list shows of very long orders and texts: the narrow row stays narrow. Everything is searched all the same. */
const MOST_SELLERS = 10;
const MOST_EXTERNAL_IDS = 10;
const LONGEST_TEXT = 120;

/** The list row of an order: a pure function of it, so that rebuilding gives what was written. */
export function listRow(order: Order): ListRow {
  const { head } = order;
  const payment_state = paymentState(order);
  const shipping_state = shippingState(order);
  const facts = factsFrom(order, payment_state, shipping_state);
  const vtex = vtexStatusOf(head.instances, facts);
  const words: ListedWords = {
    status: shownStatus(order),
    vtex_status: vtex,
    orion_status: orionStatusOf(head.instances, facts),
    virto_status: virtoStatusOf(head.instances, facts),
    stage: shopperStage(order, vtex),
    payment_state,
    shipping_state,
    complete: head.complete,
    deleted: head.deletedAt !== null,
    has_note: order.carried.notes.length > 0,
    on_hold: head.cancellation === null && openHolds(head).length > 0,
  };
  return {
    status: words.status,
    orion_status: words.orion_status,
    virto_status: words.virto_status,
    stage: words.stage,
    payment_state,
    shipping_state,
    complete: words.complete,
    deleted: words.deleted,
    has_note: words.has_note,
    account: head.account,
    created_at: head.createdAt,
    order_id: head.orderId,
    updated_at: head.updatedAt,
    due_at: dueAt(order),
    sequence: head.sequence,
    number: head.number,
    total: head.totals.total,
    due_amount: amountDue(head.ledger),
    version: head.version,
    order_group: head.group,
    group_position: head.position,
    pieces: order.lines.reduce((pieces, line) => pieces + line.quantity, 0),
    store: head.store,
    channel: head.channel,
    origin: head.origin,
    workflow: head.workflow,
    currency: head.currency,
    customer_id: head.customerId,
    assignee: head.assignee,
    buyer_name: buyerName(order),
    buyer_email: shortened(head.buyer?.email ?? null),
    sellers: distinctSellers(order),
    tags: head.tags,
    external_ids: Object.entries(head.externalIds)
      .slice(0, MOST_EXTERNAL_IDS)
      .map(([source, id]) => `${source}:${id}`),
    authorised_at: head.authorisedAt,
    invoiced_at: head.invoicedAt,
    has_return_invoice: Object.keys(order.documents.return_invoice).length > 0,
    on_hold: words.on_hold,
    tokens: tsvectorOf(head.account, tokensOf(order, words)),
  };
}

function buyerName({ head: { buyer } }: Order): string | null {
  const name = [buyer?.firstName, buyer?.lastName].filter((part) => part !== null && part !== undefined).join(' ');
  return shortened(name === '' ? (buyer?.company ?? null) : name);
}

function shortened(text: string | null): string | null {
  return text === null || text.length <= LONGEST_TEXT
    ? text
    : `${text.slice(0, LONGEST_TEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function distinctSellers({ lines }: Order): readonly string[] {
  const sellers = new Set<string>();
  for (const { seller } of lines) {
    if (seller !== null) sellers.add(seller);
    if (sellers.size === MOST_SELLERS) break;
  }
  return [...sellers];
}

/** One order more or less in the rollups, under the names that `apply_rollups` reads. */
interface RollupDelta {
  readonly account: string;
  /** Day of creation in UTC, `2026-03-02`. */
  readonly day: string;
  readonly status: string;
  readonly origin: string;
  readonly channel: string;
  readonly store: string;
  readonly currency: string;
  readonly orders: 1 | -1;
  readonly total: number;
}

export interface ListDifference {
  readonly insert: ListRow | null;
  readonly update: ListRow | null;
  readonly rollups: readonly RollupDelta[];
}

/** What has to be written for an order whose row was `before` (null: it was just placed) and is now `after`. */
export function listDifference(before: ListRow | null, after: ListRow): ListDifference {
  if (before === null) return { insert: after, update: null, rollups: rollupsOf(after, 1) };
  if (
    before.created_at !== after.created_at ||
    before.order_id !== after.order_id ||
    before.account !== after.account
  ) {
    throw new Error(`the key of the list row of ${before.order_id} changed`);
  }
  const left = rollupsOf(before, -1);
  const entered = rollupsOf(after, 1);
  const same = left.length === entered.length && left.every((delta, index) => sameBucket(delta, entered[index]));
  return { insert: null, update: sameRow(before, after) ? null : after, rollups: same ? [] : [...left, ...entered] };
}

/** Incomplete and deleted orders are not counted. */
function rollupsOf(row: ListRow, orders: 1 | -1): readonly RollupDelta[] {
  if (!row.complete || row.deleted) return [];
  const { account, status, origin, channel, store, currency, total } = row;
  return [{ account, day: row.created_at.slice(0, 10), status, origin, channel, store, currency, orders, total }];
}

function sameBucket(left: RollupDelta, entered: RollupDelta | undefined): boolean {
  return (
    entered !== undefined &&
    left.status === entered.status &&
    left.total === entered.total &&
    left.store === entered.store &&
    left.channel === entered.channel &&
    left.origin === entered.origin &&
    left.currency === entered.currency
  );
}

function sameRow(before: ListRow, after: ListRow): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
