import { isCashRounding } from '../order/rounded-totals.js';
import { allocate } from '../money/allocate.js';
import { type Amount, sum } from '../money/amount.js';
import type { LinePieces } from '../order/items.js';
import { billableSale } from '../order/ledger.js';
import type { OrderEventType } from '../order/events.js';
import type { Instant, Line, Order } from '../order/order.js';
import { STANDARD } from './line-tax.js';
import { type StoreTax, taxAddressOf } from './store-tax.js';
import type { ItemTax, TaxAddress, TaxDocument, TaxItem } from './tax-provider.js';

/** Events after which the books of a tax service may have to be brought up to date. */
export const TAX_EVENTS: ReadonlySet<OrderEventType> = new Set<OrderEventType>([
  'invoice_issued',
  'return_invoice_issued',
  'order_cancelled',
  // what goes with the last invoice goes with it from then on
  'order_closed_short',
  'order_edited',
]);

/** A document as the tax service should have it. `void`: not at all; what was never told needs no striking out. */
export interface WantedTaxDocument {
  readonly document: TaxDocument;
  readonly wanted: 'filed' | 'voided';
}

/** What of a product or customer decides a tax and no order records. */
export interface TaxKnowledge {
  readonly exemption: string | null;
  /** Category of a SKU, where the order was not taxed by a provider. */
  readonly categoryOf: (sku: string) => string | null;
}

/**
 * What a tax service should know of an order: a sale for each invoice, with the pieces, the shares of discounts and shipping and the
 * tax that the buyer was charged; a refund for each return invoice; all of it void once the order is cancelled. Sums of the sales of
 * an order that is wholly invoiced are its own, to the cent.
 *
 * An invoice without pieces is a share of the order by value, and then so are all of its invoices. Adjustments, which bear no tax, go
 * with the invoice that completes the order.
 */
export function taxDocumentsOf(order: Order, tax: StoreTax, known: TaxKnowledge): readonly WantedTaxDocument[] {
  const wanted = order.head.cancellation === null ? 'filed' : 'voided';
  const invoices = Object.values(order.documents.invoice);
  const returns = Object.values(order.documents.return_invoice);
  const saleShares = sharesOf(order, invoices, billableSale(order.head));
  const [firstInvoice] = invoices;
  const soldAt = firstInvoice?.issuedAt ?? order.head.createdAt;
  const saleCode =
    invoices.length === 1 && firstInvoice !== undefined ? taxCode(order, 'sale', firstInvoice.number) : null;
  const sales = invoices.map(({ number, issuedAt }, index): TaxDocument => {
    const completes = order.head.invoicedAt !== null && index === invoices.length - 1;
    return documentOf(order, tax, known, {
      code: taxCode(order, 'sale', number),
      kind: 'sale',
      saleCode: null,
      soldAt,
      paper: number,
      at: issuedAt,
      shares: saleShares[index] ?? [],
      adjustments: completes ? order.head.adjustments : [],
    });
  });
  const refundShares = sharesOf(order, returns, sum(order.lines.map(({ money }) => money.payable)));
  const refunds = returns.map(({ number, issuedAt, value }, index): TaxDocument =>
    documentOf(order, tax, known, {
      code: taxCode(order, 'refund', number),
      kind: 'refund',
      saleCode,
      soldAt,
      paper: number,
      at: issuedAt,
      shares: worth(refundShares[index] ?? [], value, roundedDown(order)),
      adjustments: [],
    }),
  );
  return [...sales, ...refunds].map((document) => ({ document, wanted }));
}

/**
 * What is struck out of an order that was cancelled without a paper: the code under which a service would have the order as a whole.
 * Docket files papers and never that, so as a rule there is nothing; who asks for it all the same gets a void, and never a document
 * (T25 of virto-orders §7.3).
 */
export function cancelledTaxDocument(order: Order, tax: StoreTax): WantedTaxDocument {
  const { account, orderId, createdAt } = order.head;
  const whole = {
    kind: 'sale',
    saleCode: null,
    soldAt: createdAt,
    at: createdAt,
    shares: [],
    adjustments: [],
  } as const;
  const known: TaxKnowledge = { exemption: null, categoryOf: () => null };
  const document = documentOf(order, tax, known, {
    ...whole,
    code: shortened([account, orderId], orderId),
    paper: orderId,
  });
  return { document, wanted: 'voided' };
}

/** A part of a line that a paper is about. */
interface Share {
  readonly line: Line;
  readonly quantity: number;
  readonly goods: Amount;
  readonly goodsTax: Amount;
  readonly shipping: Amount;
  readonly shippingTax: Amount;
}

type Paper = { readonly items: readonly LinePieces[]; readonly value: Amount };

/** What each paper takes of each line: counted up to and including it, less what came before, so that nothing is lost or told twice. */
function sharesOf(order: Order, papers: readonly Paper[], whole: Amount): readonly (readonly Share[])[] {
  const byPieces = papers.every(({ items }) => items.length > 0);
  const before = new Map<string, number>();
  let valueBefore = 0;
  return papers.map(({ items, value }) => {
    const shares: Share[] = [];
    const pieces = new Map<string, number>();
    for (const { lineId, quantity } of items) pieces.set(lineId, (pieces.get(lineId) ?? 0) + quantity);
    for (const line of order.lines) {
      const [from, to, all] = byPieces
        ? [before.get(line.id) ?? 0, (before.get(line.id) ?? 0) + (pieces.get(line.id) ?? 0), line.quantity]
        : [Math.min(valueBefore, whole), Math.min(valueBefore + value, whole), whole];
      if (byPieces) before.set(line.id, to);
      if (to > from) shares.push(shareOf(line, from, to, all, byPieces ? to - from : (pieces.get(line.id) ?? 0)));
    }
    valueBefore += value;
    return shares;
  });
}

function shareOf(line: Line, from: number, to: number, all: number, quantity: number): Share {
  const part = (amount: Amount): Amount => upTo(amount, to, all) - upTo(amount, from, all);
  const { net, share } = line.money;
  const tax = line.taxed === undefined ? { goods: share.tax, shipping: 0 } : line.taxed;
  return {
    line,
    quantity: Math.max(quantity, 1),
    goods: part(net - share.discount),
    goodsTax: part(tax.goods),
    shipping: part(share.shipping),
    shippingTax: part(tax.shipping),
  };
}

const upTo = (amount: Amount, count: number, all: number): Amount => allocate(amount, [count, all - count])[0] ?? 0;

/**
 * What a return invoice gives back of its pieces: all of them where it is worth that, the goods alone where it is worth those (shipping
 * is often kept), else a share of everything by value.
 */
function worth(shares: readonly Share[], value: Amount, rounded: Amount): readonly Share[] {
  const goods = sum(shares.map((share) => share.goods + share.goodsTax));
  const all = goods + sum(shares.map((share) => share.shipping + share.shippingTax));
  // of an order that coins rounded down, everything is worth that much less
  if (value >= all - rounded) return shares;
  if (value === goods) return shares.map((share) => ({ ...share, shipping: 0, shippingTax: 0 }));
  const parts = allocate(
    value,
    shares.flatMap(({ goods: own, goodsTax, shipping, shippingTax }) => [own, goodsTax, shipping, shippingTax]),
  );
  return shares.map((share, index) => {
    const [own = 0, goodsTax = 0, shipping = 0, shippingTax = 0] = parts.slice(index * 4, index * 4 + 4);
    return { ...share, goods: own, goodsTax, shipping, shippingTax };
  });
}

const roundedDown = ({ head }: Order): Amount => Math.max(0, 0 - (head.adjustments.find(isCashRounding)?.amount ?? 0));

interface Given extends Pick<TaxDocument, 'code' | 'kind' | 'saleCode' | 'soldAt' | 'paper'> {
  readonly at: Instant;
  readonly shares: readonly Share[];
  readonly adjustments: Order['head']['adjustments'];
}

function documentOf(order: Order, tax: StoreTax, known: TaxKnowledge, given: Given): TaxDocument {
  const { head } = order;
  const { code, kind, saleCode, soldAt, paper, at, shares, adjustments } = given;
  const places = new Map(head.deliveries.map((delivery) => [delivery.id, placeOf(delivery, tax)]));
  const to = (deliveryId: string | null): TaxAddress | null =>
    (deliveryId === null ? null : places.get(deliveryId)) ??
    tax.shipFrom ??
    (head.billingAddress === null ? null : taxAddressOf(head.billingAddress));
  const items: TaxItem[] = [];
  const taxes: ItemTax[] = [];
  const add = (item: Omit<TaxItem, 'to'>, deliveryId: string | null, charged: Amount, rateMillionths: number): void => {
    items.push({ ...item, to: to(deliveryId) });
    taxes.push({ kind: item.kind, id: item.id, tax: charged, rateMillionths });
  };
  for (const { line, quantity, goods, goodsTax } of shares) {
    const category = line.taxed?.category ?? known.categoryOf(line.sku) ?? STANDARD;
    const item = {
      kind: 'line',
      id: line.id,
      name: line.name,
      sku: line.sku,
      quantity,
      category,
      amount: goods,
    } as const;
    add(item, line.deliveryId, goodsTax, line.taxed?.rateMillionths ?? 0);
  }
  const deliveries = [...head.deliveries.map(({ id }) => id), null];
  for (const id of deliveries) {
    const carried = shares.filter(({ line }) => line.deliveryId === id);
    const amount = sum(carried.map(({ shipping }) => shipping));
    const charged = sum(carried.map(({ shippingTax }) => shippingTax));
    if (amount === 0 && charged === 0) continue;
    const name = head.deliveries.find((delivery) => delivery.id === id)?.method ?? 'shipping';
    const item = {
      kind: 'shipping',
      id: id ?? '',
      name,
      sku: null,
      quantity: 1,
      category: tax.shippingCategory,
      amount,
    } as const;
    add(item, id, charged, 0);
  }
  for (const { id, name, amount } of adjustments) {
    add({ kind: 'adjustment', id, name, sku: null, quantity: 1, category: null, amount }, null, 0, 0);
  }
  return {
    code,
    kind,
    saleCode,
    soldAt,
    paper,
    basket: {
      account: head.account,
      store: head.store,
      currency: head.currency,
      rounding: head.rounding,
      at,
      customerId: head.customerId,
      exemption: known.exemption,
      from: tax.shipFrom,
      items,
    },
    taxes,
  };
}

const placeOf = ({ type, address }: Order['head']['deliveries'][number], tax: StoreTax): TaxAddress | null =>
  type === 'pickup' || address === null ? tax.shipFrom : taxAddressOf(address);

/** AvaTax takes 50 characters. */
const LONGEST_CODE = 50;

/** The code of a document: of account, order and paper, so that the same paper is the same document whenever it is sent. */
export function taxCode({ head }: Pick<Order, 'head'>, kind: TaxDocument['kind'], paper: string): string {
  return shortened([head.account, head.orderId, ...(kind === 'refund' ? ['R'] : []), paper], head.orderId);
}

function shortened(parts: readonly string[], orderId: string): string {
  const whole = parts.join('/');
  return whole.length <= LONGEST_CODE && /^[\x20-\x7e]+$/.test(whole)
    ? whole
    : `${orderId.slice(0, 30)}/${fingerprint(whole)}`;
}

/** 64 bits in hex (FNV-1a): tells apart the papers of one order whose names are too long. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
