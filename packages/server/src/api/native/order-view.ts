import { orderFields, shownValues } from '@docket/core/order/custom-field-changes';
import type { FieldTarget } from '@docket/core/order/document-type';
import { type Hold, mayRelease } from '@docket/core/order/hold';
import { allItems } from '@docket/core/order/items';
import { amountDue } from '@docket/core/order/ledger';
import type { Order } from '@docket/core/order/order';
import { markedDocuments } from '@docket/core/order/document-marks';
import { returnsView } from './return-view.js';
import { type ReturnInvoice, UNTRACKED } from '@docket/core/order/return-invoice';
import { packageStatus } from '@docket/core/order/package';
import { shipmentStatus, unplanned } from '@docket/core/order/shipment';
import { dueAt, paymentState, shippingState } from '@docket/core/order/states';
import {
  orionStatusOf,
  shownStatus,
  statusLabel,
  statusOf,
  virtoStatusOf,
  vtexStatusOf,
} from '@docket/core/order/status';
import { factsFrom, shopperStage } from '@docket/core/order/status-facts';
import { heldTimers } from '@docket/core/order/timers';
import { permits } from '../../access/permissions.js';
import type { Sight } from '../../access/sight.js';
import { allowedNames, allowedText, allowedView, type Allowing, allowings, type Asker, mayOf } from './allowed-view.js';
import { TO_RELEASE_HOLDS } from './command-routes.js';
import { customOf } from './custom-fields-view.js';
import { type JsonText, withLast } from '../json-text.js';
import { shownLine, type ShownLine } from './shown-parts.js';
import { moneyView, paymentView, refundableByLine } from './money-view.js';
import { withoutPersonal, withoutPrices } from './redacted.js';

/**
 * The order as the native API shows it: everything that is known, in glossary words, amounts in minor units. Parts that
 * core keeps in the shape that the API shows are handed on as they are. `allowed` is what who asks may send, and if not,
 * why; nobody may send anything to an order of the past. What the reader may not see is null, see `redacted.ts`.
 */
export function orderView(order: Order, asker: Asker | null, sight: Sight): object {
  const seen = sight.personal ? order : withoutPersonal(order);
  const allowed = allowingsFor(seen, asker);
  const view = Object.assign(wholeView(seen, asker, allowed), { allowed: allowedView(allowed) });
  return sight.prices ? view : withoutPrices(view);
}

/** As `orderView`, written: more than half of a fresh order is what is allowed, and stands ready. */
export function orderText(order: Order, asker: Asker | null, sight: Sight): JsonText | object {
  if (!sight.prices) return orderView(order, asker, sight);
  const seen = sight.personal ? order : withoutPersonal(order);
  const allowed = allowingsFor(seen, asker);
  return withLast(wholeView(seen, asker, allowed), 'allowed', allowedText(allowed));
}

const allowingsFor = (order: Order, asker: Asker | null): readonly Allowing[] =>
  asker === null ? [] : allowings(order, asker);

/** All but `allowed`, which stands last. */
function wholeView(order: Order, asker: Asker | null, allowed: readonly Allowing[]): object {
  const { head, documents, carried } = order;
  const payment = paymentState(order);
  const shipping = shippingState(order);
  const facts = factsFrom(order, payment, shipping);
  const vtex = vtexStatusOf(head.instances, facts);
  const mayNow = allowedNames(allowed);
  const { captures, voids, refunds, refundableShipping } = moneyView(order, mayNow);
  return {
    orderId: head.orderId,
    group: head.group,
    position: head.position,
    sequence: head.sequence,
    number: head.number,
    version: head.version,
    account: head.account,
    store: head.store,
    channel: head.channel,
    origin: head.origin,
    workflow: head.workflow,
    status: shownStatus(order),
    statusLabel: statusLabel(statusOf(head.instances), order.published),
    statuses: { vtex, orion: orionStatusOf(head.instances, facts), virto: virtoStatusOf(head.instances, facts) },
    stage: shopperStage(order, vtex),
    paymentState: payment,
    shippingState: shipping,
    dueAt: dueAt(order),
    complete: head.complete,
    placementDeadline: head.placementDeadline,
    instances: head.instances.map(({ domain, table, version, step, since }) => ({
      domain,
      table,
      version,
      step,
      since,
    })),
    links: linksView(order),
    externalIds: head.externalIds,
    currency: head.currency,
    rounding: head.rounding,
    createdAt: head.createdAt,
    updatedAt: head.updatedAt,
    placedBy: head.placedBy,
    authorisedAt: head.authorisedAt,
    invoicedAt: head.invoicedAt,
    deliveredAt: head.deliveredAt,
    deletedAt: head.deletedAt,
    customerId: head.customerId,
    forgotten: head.forgotten,
    buyer: head.buyer,
    billingAddress: head.billingAddress,
    lines: linesView(order),
    deliveries: head.deliveries,
    discounts: head.discounts,
    adjustments: head.adjustments,
    promotions: head.promotions ?? [],
    totals: head.totals,
    ledger: head.ledger,
    amountDue: amountDue(head.ledger),
    payments: Object.values(documents.payment).map((payment) =>
      Object.assign(paymentView(payment, mayNow), customOf(order, 'payment', payment.id)),
    ),
    // named one by one: what stands behind a spread is added slowly
    captures,
    voids,
    refunds,
    refundableShipping,
    invoices: papersView(order, 'invoice', documents.invoice),
    shipments: Object.values(documents.shipment).map(({ parcels, ...shipment }) => ({
      ...shipment,
      packing: shipment.packing ?? [],
      status: shipmentStatus({ ...shipment, parcels }),
      ...customOf(order, 'shipment', shipment.id),
      may: mayOf('shipment', { ...shipment, parcels }, mayNow),
    })),
    unplanned: Object.keys(documents.shipment).length === 0 ? [] : allItems(order, unplanned(order)),
    packages: Object.values(documents.package).map((parcel) => ({
      ...parcel,
      status: packageStatus(parcel),
      ...customOf(order, 'package', parcel.id),
      may: mayOf('package', parcel, mayNow),
    })),
    returnInvoices: papersView(order, 'return_invoice', documents.return_invoice).map((paper) => ({
      ...withParcel(paper),
      may: mayOf('return_invoice', paper, mayNow),
    })),
    returns: returnsView(order, mayNow),
    documents: Object.values(documents.custom).map((document) => ({
      ...document,
      custom: shownValues(document.custom),
      may: mayOf('custom', document, mayNow),
    })),
    marks: markedDocuments(carried),
    cancellation: head.cancellation,
    cancellationRequests: head.cancellationRequests,
    holds: head.holds.map((hold) => ({ ...hold, mayRelease: asker !== null && mayReleaseNow(hold, asker) })),
    heldTimers: (asker === null ? [] : heldTimers(order)).map(({ name, due }) => ({ name, due })),
    tags: head.tags,
    assignee: head.assignee,
    notes: carried.notes,
    log: carried.log,
    custom: orderFields(carried),
    attachments: carried.attachments,
  };
}

const mayReleaseNow = (hold: Hold, { actor, permissions }: Asker): boolean =>
  hold.released === null && permits(permissions, TO_RELEASE_HOLDS) && mayRelease(hold, actor);

/** Orders that are one business with this one: of marketplace and seller, and those that came about by exchanges. */
function linksView({ head, documents }: Order): readonly object[] {
  const { account, exchangeOf } = head;
  const exchanges = Object.values(documents.return).flatMap(({ settlements }) =>
    settlements.flatMap(({ exchange }) =>
      exchange === undefined ? [] : [{ role: 'exchange', account, orderId: exchange.orderId }],
    ),
  );
  const exchanged = exchangeOf === undefined ? [] : [{ role: 'exchanged', account, orderId: exchangeOf.orderId }];
  return [...head.links, ...exchanged, ...exchanges];
}

/** The answer to a write whose sender wants no more than a receipt, or may not read more. */
export function receiptView(order: Order, sight: Sight): object {
  const { head } = order;
  const view = {
    orderId: head.orderId,
    number: head.number,
    version: head.version,
    status: shownStatus(order),
    total: head.totals.total,
    currency: head.currency,
    amountDue: amountDue(head.ledger),
  };
  return sight.prices ? view : withoutPrices(view);
}

function papersView<Paper extends { readonly number: string }>(
  order: Order,
  kind: FieldTarget,
  papers: Readonly<Record<string, Paper>>,
): readonly Paper[] {
  const { invoiceAttachments } = order.carried;
  return Object.values(papers).map((paper) => {
    const shown = { ...paper, ...customOf(order, kind, paper.number) };
    const known = Object.hasOwn(invoiceAttachments, paper.number);
    return known ? { ...shown, attachments: invoiceAttachments[paper.number] } : shown;
  });
}

/** What is known of the parcel stands beside the rest, as it does in a package. */
const withParcel = ({ parcel = UNTRACKED, ...invoice }: ReturnInvoice): object => ({ ...invoice, ...parcel });

function linesView(order: Order): readonly object[] {
  const { lines, carried } = order;
  const isPlain = Object.keys(carried.fields).length === 0 && Object.keys(carried.lineAttachments).length === 0;
  const refundable = refundableByLine(order);
  if (isPlain) return lines.map((line) => shownLine(line, refundable(line)));
  return lines.map((line) => {
    const shown: ShownLine & { attachments?: unknown } = shownLine(line, refundable(line));
    Object.assign(shown, customOf(order, 'line', line.id));
    if (Object.hasOwn(carried.lineAttachments, line.id)) shown.attachments = carried.lineAttachments[line.id];
    return shown;
  });
}
