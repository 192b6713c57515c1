import type { OrderPlacedPersonal } from './events.js';
import type { Buyer, Delivery } from './order.js';
import type { Payment } from './payment.js';
import { detailsOf } from './payment-details.js';
import { lineId } from './placed-lines.js';
import type { OrderContent } from './placing.js';

/** What of an order belongs to its person. */
export function personalOf(
  command: OrderContent,
  deliveries: readonly Delivery[],
  payments: readonly Payment[],
): OrderPlacedPersonal {
  const paymentDetails = detailsOf(payments);
  const personal = personalOfOrder(command, deliveries);
  return paymentDetails === undefined ? personal : { ...personal, paymentDetails };
}

const personalOfOrder = (command: OrderContent, deliveries: readonly Delivery[]): OrderPlacedPersonal => ({
  buyer: buyerOf(command.buyer),
  billingAddress: command.billingAddress ?? null,
  addresses: Object.fromEntries(deliveries.flatMap(({ id, address }) => (address === null ? [] : [[id, address]]))),
  custom: command.custom ?? {},
  attachments: command.attachments ?? {},
  lineAttachments: Object.fromEntries(
    command.lines.flatMap((line, index) =>
      line.attachments === undefined ? [] : [[lineId(line, index), line.attachments]],
    ),
  ),
  note: command.note ?? null,
});

function buyerOf(buyer: Partial<Buyer> | undefined): Buyer | null {
  if (buyer === undefined) return null;
  return {
    email: buyer.email ?? null,
    firstName: buyer.firstName ?? null,
    lastName: buyer.lastName ?? null,
    phone: buyer.phone ?? null,
    documentType: buyer.documentType ?? null,
    document: buyer.document ?? null,
    company: buyer.company ?? null,
    locale: buyer.locale ?? null,
  };
}
