import type { OrderEvent } from '@docket/core/order/events';
import { summaryOf, summaryText } from '@docket/core/order/event-summary';
import { amountDue, type Posting, postings } from '@docket/core/order/ledger';
import type { Order } from '@docket/core/order/order';
import { paymentState, shippingState } from '@docket/core/order/states';
import { shownStatus, vtexStatusOf } from '@docket/core/order/status';
import { factsFrom, shopperStage } from '@docket/core/order/status-facts';
import { type StockClaim, stockDelta, type StockDelta } from '@docket/core/order/stock-claim';
import { canonicalJson } from '../canonical-json.js';
import type { Attempt, DecidedUnit } from '../decide-unit.js';

/** What a command does, by the id of each order that it changes. Empty: nothing. */
export type Effects = Readonly<Record<string, OrderEffects>>;

interface OrderEffects {
  readonly currency: string;
  readonly events: readonly EffectEvent[];
  /** Figures of the order that are others afterwards; `before` is null where the order is new. */
  readonly changes: Readonly<Record<string, { readonly before: Figure; readonly after: Figure }>>;
  readonly stock: readonly (StockClaim & StockDelta)[];
  /** What each event writes into the order's book, in minor units. */
  readonly money: readonly (Posting & { readonly event: OrderEvent['type'] })[];
  readonly papers: readonly Paper[];
  /** Mails and signals to partners outside that would go out: nothing sends any yet. */
  readonly messages: readonly never[];
}

/** `text`: in one line of English. */
type EffectEvent = Pick<OrderEvent, 'type' | 'data' | 'personal'> & { readonly text: string };

type Figure = string | number | null;

/** A document that would be issued. Its number is the sender's; one of a series would be claimed at the commit alone. */
interface Paper {
  readonly kind: 'invoice' | 'return_invoice';
  readonly number: string;
  readonly value: number;
}

export function effectsOf({ written }: DecidedUnit, { orders }: Attempt): Effects {
  return Object.fromEntries(
    [...written].map(([orderId, { order, events, claims }]) => {
      const before = orders.get(orderId)?.order ?? null;
      const effects: OrderEffects = {
        currency: order.head.currency,
        events: events.map((event) => ({
          type: event.type,
          text: summaryText(summaryOf(event, order.head.currency)),
          data: withoutNumbers(event.data),
          personal: event.personal,
        })),
        changes: changesOf(before, order),
        stock: claims.map((claim) => ({ ...claim, ...stockDelta(claim) })),
        money: events.flatMap((event) => postings(event).map((posting) => ({ event: event.type, ...posting }))),
        papers: papersOf(before, order),
        messages: [],
      };
      return [orderId, effects];
    }),
  );
}

/** Numbers are taken at the commit alone: what is shown has none, and is the same with them. */
const withoutNumbers = <Data extends { readonly numbers?: unknown }>({ numbers: _, ...data }: Data) => data as Data;

function changesOf(before: Order | null, after: Order): OrderEffects['changes'] {
  const then = before === null ? null : figuresOf(before);
  const changes: Record<string, { before: Figure; after: Figure }> = {};
  for (const [name, figure] of Object.entries(figuresOf(after))) {
    const earlier = then?.[name] ?? null;
    if (earlier !== figure) changes[name] = { before: earlier, after: figure };
  }
  return changes;
}

function figuresOf(order: Order): Record<string, Figure> {
  const { head } = order;
  const payment = paymentState(order);
  const shipping = shippingState(order);
  return {
    status: shownStatus(order),
    stage: shopperStage(order, vtexStatusOf(head.instances, factsFrom(order, payment, shipping))),
    paymentState: payment,
    shippingState: shipping,
    total: head.totals.total,
    amountDue: amountDue(head.ledger),
  };
}

const papersOf = (before: Order | null, { documents }: Order): readonly Paper[] => [
  ...newPapers('invoice', before?.documents.invoice ?? {}, documents.invoice),
  ...newPapers('return_invoice', before?.documents.return_invoice ?? {}, documents.return_invoice),
];

const newPapers = (
  kind: Paper['kind'],
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, Omit<Paper, 'kind'>>>,
): readonly Paper[] =>
  Object.values(after)
    .filter(({ number }) => !Object.hasOwn(before, number))
    .map(({ number, value }) => ({ kind, number, value }));

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The text by which two effects are the same: everything but times, which move on while somebody looks at a preview. */
export function comparable(effects: Effects): string {
  return canonicalJson(withoutTimes(effects));
}

function withoutTimes(value: unknown): unknown {
  if (typeof value === 'string') return INSTANT.test(value) ? 'a time' : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly unknown[]).map(withoutTimes);
  return Object.fromEntries(Object.entries(value).map(([key, inner]: [string, unknown]) => [key, withoutTimes(inner)]));
}
