import { sum } from '@docket/core/money/amount';
import type { Invoice } from '@docket/core/order/invoice';
import type { LinePieces } from '@docket/core/order/items';
import type { Order } from '@docket/core/order/order';
import { type ReturnInvoice, type ReturnParcel, UNTRACKED } from '@docket/core/order/return-invoice';
import type { Package } from '@docket/core/order/package';
import { carriedByPaper } from './carried.js';
import { linePrices } from './order-money.js';
import { saidOfLines } from './paper-lines.js';
import { field, type Fields, storedInteger, objectsOf, storedText } from './reading.js';
import { documentTime, orNull, readTime, zuluTime } from './times.js';

/** One for each invoice number, in the order of arrival, sales and returns together (vtex-oms §2.9). */
export function packageAttachment(order: Order): object {
  const { invoice, return_invoice } = order.documents;
  const papers = [
    ...Object.values(invoice).map((paper) => ({ at: paper.recordedAt, view: salesPackage(order, paper) })),
    ...Object.values(return_invoice).map((paper) => ({ at: paper.recordedAt, view: returnPackage(order, paper) })),
  ];
  return { packages: papers.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ view }) => view) };
}

/** The parcel that travels with an invoice: the one it names, or one that was sent for it afterwards. */
export const parcelOf = ({ documents }: Order, number: string): Package | null => {
  const named = documents.invoice[number]?.packageId ?? null;
  return (
    (named === null ? undefined : documents.package[named]) ??
    Object.values(documents.package).findLast(({ invoiceNumber }) => invoiceNumber === number) ??
    null
  );
};

/** The parcel that brings goods back, as it was told of since, and with the return invoice itself. */
export function returnParcel(order: Order, paper: ReturnInvoice): ReturnParcel {
  const told = paper.parcel ?? UNTRACKED;
  const carried = carriedByPaper(order, paper);
  const dispatched = storedText(carried, 'dispatchedDate');
  return {
    ...told,
    carrier: told.carrier ?? storedText(carried, 'courier'),
    trackingNumber: told.trackingNumber ?? storedText(carried, 'trackingNumber'),
    trackingUrl: told.trackingUrl ?? storedText(carried, 'trackingUrl'),
    dispatchedAt: told.dispatchedAt ?? (dispatched === null ? null : readTime(dispatched)),
  };
}

function salesPackage(order: Order, paper: Invoice): object {
  const parcel = parcelOf(order, paper.number);
  return {
    ...paperView(order, paper, 'Output'),
    courier: parcel?.carrier ?? null,
    trackingNumber: parcel?.trackingNumber ?? null,
    trackingUrl: parcel?.trackingUrl ?? null,
    dispatchedDate: orNull(parcel?.dispatchedAt ?? null, documentTime),
    courierStatus: parcel === null ? null : courierStatus(parcel),
    // Whether they were derived from the value (vtex-oms §2.9); whether it arrived does not depend on it (§10.3).
    EnableInferItems: paper.inferred ? true : null,
    restitutions: {},
  };
}

/** A return is no delivery: no stage of the buyer follows from its parcel (vtex-oms §10.3). */
function returnPackage(order: Order, paper: ReturnInvoice): object {
  const carried = carriedByPaper(order, paper);
  const items = paperItems(order, paper.items, carried).map(({ itemIndex, ...item }) => ({
    id: order.lines[itemIndex]?.sku ?? null,
    useFreight: null,
    isCompensation: false,
    compensationValue: 0,
    ...item,
  }));
  const parcel = returnParcel(order, paper);
  return {
    ...paperView(order, paper, 'Input'),
    courier: parcel.carrier,
    trackingNumber: parcel.trackingNumber,
    trackingUrl: parcel.trackingUrl,
    dispatchedDate: orNull(paper.parcel?.dispatchedAt ?? null, documentTime) ?? storedText(carried, 'dispatchedDate'),
    courierStatus: paper.parcel === undefined ? null : courierStatus(paper.parcel),
    EnableInferItems: null,
    restitutions: {
      Refund: {
        value: sum(paper.refunds.map(({ amount }) => amount)),
        giftCardData: null,
        items: items.length === 0 ? null : items,
      },
    },
  };
}

function paperView(order: Order, paper: Invoice | ReturnInvoice, type: 'Output' | 'Input'): object {
  const carried = carriedByPaper(order, paper);
  return {
    items: paperItems(order, paper.items, carried),
    invoiceNumber: paper.number,
    invoiceValue: paper.value,
    invoiceUrl: paper.url ?? storedText(carried, 'invoiceUrl'),
    issuanceDate: documentTime(paper.issuedAt),
    invoiceKey: paper.key,
    embeddedInvoice: field(carried, 'embeddedInvoice') ?? null,
    type,
    cfop: storedText(carried, 'cfop'),
    volumes: storedInteger(carried, 'volumes'),
  };
}

/** Prices and descriptions stay what was sent with the invoice (vtex-oms §10.3). */
function paperItems(
  order: Order,
  pieces: readonly LinePieces[],
  carried: Fields,
): { itemIndex: number; quantity: number; price: number; description: string | null; unitMultiplier: number }[] {
  const saidOf = saidOfLines(order, pieces, objectsOf(carried, 'items'));
  return pieces.flatMap(({ lineId, quantity }) => {
    const itemIndex = order.lines.findIndex(({ id }) => id === lineId);
    const line = order.lines[itemIndex];
    if (line === undefined) return [];
    const said = saidOf.get(lineId) ?? {};
    return {
      itemIndex,
      quantity,
      price: storedInteger(said, 'price') ?? linePrices(order, line).sellingPrice,
      description: storedText(said, 'description'),
      unitMultiplier: line.unitMultiplier / 1000,
    };
  });
}

/** Oldest first (vtex-oms §8.5). */
const courierStatus = ({ tracking, deliveredAt }: ReturnParcel): object => ({
  status: tracking.length > 0 || deliveredAt !== null ? 'ok' : null,
  finished: deliveredAt !== null,
  deliveredDate: orNull(deliveredAt, documentTime),
  data: tracking.map(({ at, recordedAt, city, state, description }) => ({
    lastChange: zuluTime(at),
    city,
    state,
    description,
    createDate: zuluTime(recordedAt),
  })),
});
