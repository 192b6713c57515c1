import { type DraftOrderContent, type DraftOrderPayment, missingParts } from '@docket/core/draft-order/draft-order';
import { type DraftOrderMove, movesOf } from '@docket/core/draft-order/draft-order-states';
import { lineId } from '@docket/core/order/placed-lines';
import type { Buyer } from '@docket/core/order/order';
import type { Refusal } from '@docket/core/order/refusals';
import type { Sight } from '../../access/sight.js';
import type { DraftOrderForecast } from '../../draft-orders/draft-order-forecast.js';
import type { DraftOrder, ListedDraftOrder } from '../../draft-orders/draft-order-rows.js';
import { piecesOf } from '../../draft-orders/draft-order-seal.js';
import { describe } from '../problem.js';
import { withoutPrices } from './redacted.js';

/** A draft order in a list. */
export const draftOrderRow = (draft: ListedDraftOrder, sight: Sight): object => seen(rowOf(draft, sight), sight);

/** A draft order with all that is written in it and what placing it would come to. Null: nothing can be placed any more. */
export function draftOrderView(draft: DraftOrder, forecast: DraftOrderForecast | null, sight: Sight): object {
  const { personal } = sight;
  const content = draft.content ?? NOTHING;
  const whole = {
    ...rowOf({ ...draft, buyer: content.buyer ?? null, pieces: piecesOf(content) }, sight),
    billingAddress: personal ? (content.billingAddress ?? null) : null,
    lines: content.lines.map((line, index) => ({
      id: lineId(line, index),
      sku: line.sku,
      name: line.name ?? null,
      quantity: line.quantity,
      unitMultiplier: line.unitMultiplier ?? 1000,
      priceMicros: line.priceMicros ?? null,
      priceReason: personal ? (line.priceReason ?? null) : null,
      deliveryId: line.deliveryId ?? null,
      place: line.place ?? null,
    })),
    deliveries: (content.deliveries ?? []).map(({ address, ...delivery }) =>
      personal && address !== undefined ? { ...delivery, address } : delivery,
    ),
    discounts: content.discounts ?? [],
    coupons: content.coupons ?? [],
    payment: content.payment === undefined ? null : paymentView(content.payment, personal),
    workflow: content.workflow ?? null,
    tags: content.tags ?? [],
    note: personal ? (content.note ?? null) : null,
    message: personal ? (content.message ?? null) : null,
    forgotten: draft.content === null,
    moves: draft.content === null ? [] : movesOf(draft.state).filter((move) => !NEEDS_ALL.has(move) || seesAll(sight)),
    forecast: forecast === null || draft.content === null ? null : forecastView(forecast, draft.content, sight),
  };
  return seen(whole, sight);
}

/** What is written back, or shown to a buyer, as a whole. */
const NEEDS_ALL: ReadonlySet<DraftOrderMove> = new Set(['change', 'send']);
const seesAll = ({ prices, personal }: Sight): boolean => prices && personal;

const NOTHING: DraftOrderContent = { lines: [] };

const seen = <View extends object>(view: View, { prices }: Sight): View => (prices ? view : withoutPrices(view));

const rowOf = (draft: ListedDraftOrder, { personal }: Sight): object => ({
  draftOrderId: draft.draftOrderId,
  state: draft.state,
  version: draft.version,
  revision: draft.revision,
  store: draft.store,
  channel: draft.channel,
  currency: draft.currency,
  customerId: draft.customerId,
  buyer: personal && draft.buyer != null ? wholeBuyer(draft.buyer) : null,
  pieces: draft.pieces,
  total: draft.total,
  stockPolicy: draft.stockPolicy,
  reservedUntil: draft.reservedUntil,
  reserved: draft.reserved,
  expiresAt: draft.expiresAt,
  sentAt: draft.sentAt,
  orderId: draft.orderId,
  createdBy: draft.createdBy,
  createdAt: draft.createdAt,
  updatedAt: draft.updatedAt,
});

const wholeBuyer = (buyer: Partial<Buyer>): Buyer => ({
  email: null,
  firstName: null,
  lastName: null,
  phone: null,
  documentType: null,
  document: null,
  company: null,
  locale: null,
  ...buyer,
});

const paymentView = ({ method, provider, dueAt, instructions }: DraftOrderPayment, personal: boolean): object => ({
  method,
  provider: provider ?? null,
  dueAt: dueAt ?? null,
  instructions: personal ? (instructions ?? null) : null,
});

/** The lines as an order would have them, with where their prices come from. */
export function forecastLines({ order, quote }: DraftOrderForecast): readonly ForecastLine[] {
  const quoted = new Map(quote?.lines.map((line) => [line.id, line]));
  return (order?.lines ?? []).map((line) => {
    const from = quoted.get(line.id);
    return {
      id: line.id,
      sku: line.sku,
      name: line.name,
      imageUrl: line.imageUrl ?? null,
      quantity: line.quantity,
      priceMicros: line.priceMicros,
      listPriceMicros: line.listPriceMicros,
      discountMicros: line.discountMicros,
      total: line.money.net,
      priceFrom: from?.priceFrom ?? 'request',
      priceList: from?.priceList ?? null,
      gift: (from?.gift ?? null) !== null,
    };
  });
}

interface ForecastLine {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly imageUrl: string | null;
  readonly quantity: number;
  readonly priceMicros: number;
  readonly listPriceMicros: number | null;
  readonly discountMicros: number;
  readonly total: number;
  readonly priceFrom: 'request' | 'price_list' | 'catalogue';
  readonly priceList: string | null;
  readonly gift: boolean;
}

function forecastView(forecast: DraftOrderForecast, content: DraftOrderContent, { prices }: Sight): object {
  const { order, refusal, warnings, quote } = forecast;
  return {
    lines: forecastLines(forecast),
    deliveries: (order?.head.deliveries ?? []).map(({ id, method, price }) => ({ id, method, price })),
    discounts: (order?.head.discounts ?? []).map(({ name, amount }) => ({ name, amount })),
    totals: order?.head.totals ?? null,
    problem: refusal === null ? null : draftOrderProblem(refusal),
    warnings: warnings.map(draftOrderProblem),
    // Its reasons hold amounts.
    coupons: prices ? (quote?.coupons ?? []) : [],
    missing: missingParts(content),
  };
}

/** Why something cannot be had, in a form without amounts. */
function draftOrderProblem(refusal: Refusal): object {
  const { available } = refusal.details ?? {};
  return { ...problemForBuyers(refusal), ...(typeof available === 'number' ? { available } : {}) };
}

/** The same without what lies on the shelf: that is the house's. */
export function problemForBuyers({ refused, pointer, details }: Refusal): object {
  const { sku } = details ?? {};
  return {
    code: refused,
    title: describe(refused).meaning,
    ...(pointer === undefined ? {} : { pointer }),
    ...(typeof sku === 'string' ? { sku } : {}),
  };
}
