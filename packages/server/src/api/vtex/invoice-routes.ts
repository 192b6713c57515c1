import type { NumberedInvoice, NumberedReturnInvoice } from '@docket/core/order/paper-number';
import type { CommandOf } from '@docket/core/order/commands';
import type { Order } from '@docket/core/order/order';
import type { ReturnInvoice, ReturnParcel } from '@docket/core/order/return-invoice';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf, requirePermission } from '../auth.js';
import { VTEX } from './carried.js';
import { ask, orderOfPath, receiptOf } from './commands.js';
import type { VtexDependencies, VtexRoute } from './dialect.js';
import { type Differently, sendError, sendRefusal } from './errors.js';
import { parcelOf, returnParcel } from './order-packages.js';
import { preferredLines } from './paper-lines.js';
import {
  checkTexts,
  field,
  type Fields,
  fieldsOf,
  flagOf,
  integerOf,
  invalid,
  neededText,
  objectsOf,
  textOf,
} from './reading.js';
import { readTime } from './times.js';

/** Invoices and their parcels: rows 8, 9 and 10 of the index (vtex-oms §1.1, §8.3, §8.5). */
export function invoiceRoutes(dependencies: VtexDependencies): readonly VtexRoute[] {
  const oms = '/api/oms/pvt/orders/:orderId';
  const onInvoice =
    (handle: (order: Order, number: string, body: Fields) => Handled): VtexRoute['handler'] =>
    async (request, reply) => {
      const { invoiceNumber } = request.params as { invoiceNumber: string };
      const number = invoiceNumber.trim();
      let order = await orderOfPath(dependencies, request);
      for (let tries = 1; ; tries += 1) {
        if (order === null) return sendError(reply, 'order_not_found');
        // An unknown number is not found (vtex-oms §10.2 row 15).
        const { invoice, return_invoice } = order.documents;
        if (!Object.hasOwn(invoice, number) && !Object.hasOwn(return_invoice, number))
          return sendError(reply, 'package_not_found');
        const command = handle(order, number, fieldsOf(request.body));
        if (command === null) return receiptOf(dependencies, order);
        const outcome = await ask(dependencies, request, order.head.orderId, command);
        if (outcome.accepted) return receiptOf(dependencies, order);
        const seen = order.head.version;
        order = await orderOfPath(dependencies, request);
        // Another connector may have sent the parcel, or its delivery, in between: then there may be nothing left to do.
        const changed = order !== null && order.head.version !== seen;
        if (!changed || tries === MOST_TRIES) return sendRefusal(reply, outcome.refusal);
      }
    };

  const invoice = async (request: FastifyRequest, reply: FastifyReply): Promise<object> => {
    const order = await orderOfPath(dependencies, request);
    if (order === null) return sendError(reply, 'order_not_found');
    const body = fieldsOf(request.body);
    const command = isReturn(body) ? returnInvoice(order, body) : salesInvoice(order, body);
    if (command.type === 'issue_return_invoice') requirePermission(callerOf(request), 'orders.refund');
    const outcome = await ask(dependencies, request, order.head.orderId, command);
    if (outcome.accepted && outcome.events.length > 0) return receiptOf(dependencies, order);
    const present = outcome.order ?? order;
    if (!outcome.accepted && !(outcome.refusal.refused === 'invoice_exists' && isThere(present, command))) {
      return sendRefusal(reply, outcome.refusal, STATE_TAKES_NO_INVOICE);
    }
    // The number again is answered with a new receipt. Tracking that old integrations post with it fills what is empty
    // (vtex-oms §8.3).
    const late = isThere(present, command) ? lateDetails(present, command.number, body) : null;
    if (late !== null) await ask(dependencies, request, order.head.orderId, late);
    return receiptOf(dependencies, order);
  };

  const tracking = onInvoice(tracked);
  const details = onInvoice(detailed);
  const invoicePath = `${oms}/invoice/:invoiceNumber`;
  return [
    {
      method: 'POST',
      path: `${oms}/invoice`,
      permission: 'orders.invoice',
      further: ['orders.refund'],
      handler: invoice,
    },
    { method: 'PATCH', path: invoicePath, permission: 'orders.ship', handler: details },
    // Sellers post what the OMS patches and puts: both verbs on both paths (vtex-oms §7.4 rows 5 and 6, §10.2 row 34).
    { method: 'PUT', path: invoicePath, permission: 'orders.ship', handler: details },
    { method: 'POST', path: invoicePath, permission: 'orders.ship', handler: details },
    { method: 'PUT', path: `${invoicePath}/tracking`, permission: 'orders.ship', handler: tracking },
    { method: 'POST', path: `${invoicePath}/tracking`, permission: 'orders.ship', handler: tracking },
  ];
}

/** Each but the first follows a change by somebody else. */
const MOST_TRIES = 5;

/** vtex-oms §8.3 */
const STATE_TAKES_NO_INVOICE: Differently = {
  not_in_this_step: { code: 'ORD039' },
  not_this_actor: { code: 'ORD039' },
  order_cancelled: { code: 'ORD039' },
  // A return under the number of a sale, or the other way round: each needs its own (vtex-oms §8.3).
  invoice_exists: { status: 400, code: 'ORD039' },
};

/** The number belongs to a paper of the same direction. */
const isThere = ({ documents }: Order, { type, number }: NumberedInvoice | NumberedReturnInvoice): boolean =>
  Object.hasOwn(type === 'issue_invoice' ? documents.invoice : documents.return_invoice, number);

type ParcelCommand = CommandOf<'send_package' | 'update_package' | 'track_package' | 'track_return'>;
/** Null: the call changes nothing. */
type Handled = ParcelCommand | null;

/** `Output` sells, `Input` takes back, in any casing (vtex-oms §8.3). */
function isReturn(body: Fields): boolean {
  const type = neededText(body, 'type', 20).toLowerCase();
  if (type !== 'input' && type !== 'output') throw invalid('type', 'must be Output or Input');
  return type === 'input';
}

function salesInvoice(order: Order, body: Fields): NumberedInvoice {
  const parcel = detailsOf(body);
  const paper = paperOf(order, body);
  // Where the items are inferred, so are those of the parcel, now: later nobody could tell which they were.
  const travels = Object.keys(parcel).length > 0 || paper.items?.length === 0;
  return { type: 'issue_invoice', ...paper, ...(travels ? { package: parcel } : {}) };
}

const returnInvoice = (order: Order, body: Fields): NumberedReturnInvoice => ({
  type: 'issue_return_invoice',
  ...paperOf(order, body),
});

function paperOf(order: Order, body: Fields): Omit<NumberedReturnInvoice, 'type' | 'refund' | 'restock'> {
  const issued = textOf(body, 'issuanceDate', 50) ?? textOf(body, 'issuedDate', 50);
  const issuedAt = issued === null ? null : readTime(issued);
  if (issued !== null && issuedAt === null) throw invalid('issuanceDate', 'is no date');
  const value = integerOf(body, 'invoiceValue');
  if (value === null || value <= 0) throw invalid('invoiceValue', 'must be a number of cents above 0');
  const key = textOf(body, 'invoiceKey', 200);
  const url = textOf(body, 'invoiceUrl');
  // Carried as they come, and read again by whoever reads the order.
  integerOf(body, 'volumes');
  checkTexts(body, ['cfop', 'courier', 'trackingNumber', 'trackingUrl', 'dispatchedDate']);
  return {
    number: neededText(body, 'invoiceNumber', 64),
    value,
    items: objectsOf(body, 'items').map((item, index) => {
      const quantity = integerOf(item, 'quantity');
      if (quantity === null || quantity <= 0) throw invalid(`items/${index}/quantity`, 'must be a number above 0');
      integerOf(item, 'price');
      checkTexts(item, ['description'], `items/${index}/`);
      const sku = neededText(item, 'id', 100);
      const preferred = preferredLines(order, item);
      return { sku, quantity, ...(preferred.length === 0 ? {} : { preferred }) };
    }),
    ...(issuedAt === null ? {} : { issuedAt }),
    ...(key === null ? {} : { key }),
    ...(url === null ? {} : { url }),
    attachments: { [VTEX]: { ...body } },
  };
}

type Details = Omit<CommandOf<'update_package'>, 'type' | 'packageId'>;

/** What a body says of the parcel; the empty text says nothing (vtex-oms §8.3). */
function detailsOf(body: Fields): Details {
  const dispatched = textOf(body, 'dispatchedDate', 50);
  const dispatchedAt = dispatched === null ? null : readTime(dispatched);
  if (dispatched !== null && dispatchedAt === null) throw invalid('dispatchedDate', 'is no date');
  const carrier = textOf(body, 'courier', 100);
  const trackingNumber = textOf(body, 'trackingNumber', 100);
  const trackingUrl = textOf(body, 'trackingUrl');
  return {
    ...(carrier === null ? {} : { carrier }),
    ...(trackingNumber === null ? {} : { trackingNumber }),
    ...(trackingUrl === null ? {} : { trackingUrl }),
    ...(dispatchedAt === null ? {} : { dispatchedAt }),
  };
}

/** At least one property is needed, whichever (vtex-oms §1.4). */
function detailed(order: Order, number: string, body: Fields): Handled {
  const known = ['courier', 'trackingNumber', 'trackingUrl', 'dispatchedDate'].some(
    (name) => field(body, name) !== undefined,
  );
  if (!known) throw invalid('trackingNumber', 'or another property of the parcel is missing');
  return parcelCommand(order, number, detailsOf(body));
}

function lateDetails(order: Order, number: string, body: Fields): Handled {
  const parcel = knownParcel(order, number);
  const { carrier, trackingNumber, trackingUrl, dispatchedAt } = detailsOf(body);
  return parcelCommand(order, number, {
    ...(carrier === undefined || parcel?.carrier ? {} : { carrier }),
    ...(trackingNumber === undefined || parcel?.trackingNumber ? {} : { trackingNumber }),
    ...(trackingUrl === undefined || parcel?.trackingUrl ? {} : { trackingUrl }),
    ...(dispatchedAt === undefined || parcel?.dispatchedAt ? {} : { dispatchedAt }),
  });
}

const returnOf = ({ documents }: Order, number: string): ReturnInvoice | null =>
  Object.hasOwn(documents.return_invoice, number) ? (documents.return_invoice[number] ?? null) : null;

/** Of the parcel of an invoice of either direction, whatever is known. */
function knownParcel(order: Order, number: string): ReturnParcel | null {
  const paper = returnOf(order, number);
  return paper === null ? parcelOf(order, number) : returnParcel(order, paper);
}

/** An invoice that came without tracking has no parcel yet: the first word of it sends one with what was invoiced. */
function parcelCommand(order: Order, number: string, details: Details): Handled {
  if (Object.keys(details).length === 0) return null;
  if (returnOf(order, number) !== null) return { type: 'track_return', number, ...details };
  const parcel = parcelOf(order, number);
  if (parcel !== null) return { type: 'update_package', packageId: parcel.id, ...details };
  const items = order.documents.invoice[number]?.items ?? [];
  return { type: 'send_package', invoiceNumber: number, items, ...details };
}

/** Events of the carrier, and the delivery. The parcel needs a tracking number first (vtex-oms §8.5). */
function tracked(order: Order, number: string, body: Fields): Handled {
  const delivered = flagOf(body, 'isDelivered');
  const sent = objectsOf(body, 'events');
  if (sent.length === 0 && !delivered) {
    // Either is enough: not delivered yet, and nothing that happened (vtex-oms §1.4).
    if (field(body, 'isDelivered') == null) throw invalid('events', 'or isDelivered is missing');
    return null;
  }
  const parcel = knownParcel(order, number);
  if (parcel?.trackingNumber == null) throw invalid('trackingNumber', 'of the invoice must be sent first');
  const events = sent.map((event, index) => {
    const date = textOf(event, 'date', 50);
    const at = date === null ? null : readTime(date);
    if (at === null) throw invalid(`events/${index}/date`, 'is no date');
    const city = textOf(event, 'city', 200);
    const state = textOf(event, 'state', 100);
    return {
      at,
      description: textOf(event, 'description') ?? '',
      ...(city === null ? {} : { city }),
      ...(state === null ? {} : { state }),
    };
  });
  const day = delivered ? textOf(body, 'deliveredDate', 50) : null;
  const deliveredAt = day === null ? null : readTime(day);
  if (day !== null && deliveredAt === null) throw invalid('deliveredDate', 'is no date');
  // Delivered is said again with the same word by careful clients: it has arrived already, and only events are new.
  const arrives = delivered && parcel.deliveredAt === null;
  if (!arrives && events.length === 0) return null;
  const news = {
    events,
    ...(arrives ? { delivered } : {}),
    ...(arrives && deliveredAt !== null ? { deliveredAt } : {}),
  };
  const sold = parcelOf(order, number);
  return sold === null
    ? { type: 'track_return', number, ...news }
    : { type: 'track_package', packageId: sold.id, ...news };
}
