import { allocate, allocateWithin } from '@docket/core/money/allocate';
import { sum } from '@docket/core/money/amount';
import type { PlacedPayment, PlaceOrder } from '@docket/core/order/placing-commands';
import { VTEX } from './carried.js';
import { OWN_SELLER } from './order-items.js';
import { field, type Fields, integerOf, invalid, objectOf, objectsOf, textOf } from './reading.js';
import { placedOrder, type PlacedPart } from './placed-order.js';

/** A purchase as it is placed: one order for each seller, in the order in which the basket names them (vtex-oms §3.9). */
export interface Basket {
  readonly commands: readonly PlaceOrder[];
  readonly transactionId: string;
}

/** More sellers than this in one basket have never been seen. */
const MOST_SELLERS = 50;

/**
 * The orders of `PUT /api/checkout/pub/orders` (vtex-oms §7.6), incomplete until the gateway calls back. Each gets its share
 * of every payment; together they come to what the payments refer to, so the last order is claimed to be what the others
 * leave, and the core refuses it where it is not.
 *
 * @param newId 32 upper hex, different each time
 */
export function basketOf(body: Fields, salesChannel: string | null, newId: () => string): Basket {
  const items = objectsOf(body, 'items');
  const infos = objectsOf(objectOf(body, 'shippingData'), 'logisticsInfo');
  const transactionId = newId();
  const payments = objectsOf(objectOf(body, 'paymentData'), 'payments').map((payment) => ({
    ...withoutCard(payment),
    id: newId(),
  }));
  const sellers = [...new Set(items.map(sellerOf))];
  if (sellers.length > MOST_SELLERS) throw invalid('items', `are of more than ${MOST_SELLERS} sellers`);
  const parts = (sellers.length === 0 ? [OWN_SELLER] : sellers).map((seller): PlacedPart => {
    const indexes = [...items.keys()].filter((index) => sellerOf(items[index] ?? {}) === seller);
    return {
      items: indexes.map((index) => items[index] ?? {}),
      infos: indexes.map((index) => infoOf(infos, index)),
      carried: {
        ...(salesChannel === null ? {} : { salesChannel }),
        paymentData: { ...objectOf(body, 'paymentData'), payments },
      },
    };
  });
  const placed = parts.map((part) => placedOrder(body, part));
  const totals = placed.map(({ comesTo }) => comesTo);
  const referred = sum(
    payments.map((payment) => integerOf(payment, 'referenceValue') ?? integerOf(payment, 'value') ?? 0),
  );
  if (placed.length > 1 && totals.includes(null))
    throw invalid('items', 'need a price each where there are several sellers');
  const claimed = totals.map((total, index) =>
    payments.length === 0 || index < totals.length - 1
      ? (total ?? 0)
      : referred - sum(totals.slice(0, -1).map((each) => each ?? 0)),
  );
  const shares = paymentShares(payments, claimed, transactionId);
  return {
    transactionId,
    commands: placed.map(({ command }, index) => ({
      ...command,
      total: claimed[index] ?? 0,
      payments: shares[index] ?? [],
      incomplete: true,
    })),
  };
}

const sellerOf = (item: Fields): string => textOf(item, 'seller', 100) ?? OWN_SELLER;

/** By `itemIndex`, else by position (vtex-oms §2.7). */
const infoOf = (infos: readonly Fields[], index: number): Fields =>
  infos.find((info) => integerOf(info, 'itemIndex') === index) ?? infos[index] ?? {};

/** Nothing of a card is kept, whatever was sent (vtex-oms §9.7). */
const KEPT_OF_PAYMENT = ['paymentSystem', 'paymentSystemName', 'group', 'value', 'referenceValue', 'installments', 'giftCardId', 'giftCardProvider', 'giftCardAsDiscount', 'currencyCode'] as const; // prettier-ignore

const withoutCard = (payment: Fields): Fields =>
  Object.fromEntries(
    KEPT_OF_PAYMENT.flatMap((name) => {
      const value = field(payment, name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Every payment over the orders, so that each order gets its total and each payment is spent, interest included. */
function paymentShares(
  payments: readonly Fields[],
  totals: readonly number[],
  transactionId: string,
): PlacedPayment[][] {
  const values = payments.map((payment) => integerOf(payment, 'value') ?? integerOf(payment, 'referenceValue') ?? 0);
  // Refused by the core, with a pointer: here such numbers only must not be shared out.
  if ([...values, ...totals].some((value) => value < 0)) throw invalid('paymentData', 'comes to less than the items');
  let left = values;
  const amounts = payments.length === 0 ? totals.map(() => 0) : allocate(sum(values), totals);
  return amounts.map((amount) => {
    const shares = allocateWithin(amount, left);
    left = left.map((rest, index) => rest - (shares[index] ?? 0));
    return payments.map((payment, index): PlacedPayment => {
      const brand = textOf(payment, 'paymentSystemName', 50);
      return {
        id: textOf(payment, 'id') ?? String(index + 1),
        method: textOf(payment, 'group', 100) ?? textOf(payment, 'paymentSystem', 100) ?? VTEX,
        amount: shares[index] ?? 0,
        installments: integerOf(payment, 'installments') ?? 1,
        transactionId,
        ...(brand === null ? {} : { brand }),
      };
    });
  });
}
