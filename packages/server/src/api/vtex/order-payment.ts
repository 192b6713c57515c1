import type { Order } from '@docket/core/order/order';
import { type Payment, paymentStatus } from '@docket/core/order/payment';
import { carriedBy } from './carried.js';
import { stableHex } from './order-ids.js';
import { type Fields, storedInteger, objectOf, objectsOf, storedText } from './reading.js';

/** The payments of an order (vtex-oms §2.8). One transaction for all orders of a purchase. */
export function paymentData(order: Order, carried: Fields): object {
  const transaction = transactionOf(order, carried);
  return {
    giftCards: objectsOf(objectOf(carried, 'paymentData'), 'giftCards'),
    transactions: transaction === null ? [] : [transaction],
  };
}

/** Null where the order names no payment: a seller's order is paid at its marketplace (vtex-oms §2.8, §8.2). */
function transactionOf(order: Order, carried: Fields): object | null {
  const payments = Object.values(order.documents.payment);
  if (payments.length === 0) return null;
  const sent = new Map(
    objectsOf(objectOf(carried, 'paymentData'), 'payments').map((each) => [storedText(each, 'id') ?? '', each]),
  );
  return {
    isActive: true,
    transactionId: transactionIdOf(order),
    merchantName: merchantNameOf(order),
    payments: payments.map((payment) => paymentView(payment, sent.get(payment.id) ?? {})),
  };
}

export const transactionIdOf = ({ head, documents }: Order): string =>
  Object.values(documents.payment).find(({ transactionId }) => transactionId !== null)?.transactionId ??
  stableHex(head.account, 'transaction', head.group).toUpperCase();

export const merchantNameOf = ({ head }: Order): string => head.account.toUpperCase();

/** Of a purchase that became several orders each shows the whole payment, not its share (vtex-oms §10.2 row 41). */
function paymentView(payment: Payment, sent: Fields): object {
  const value = storedInteger(sent, 'value') ?? payment.amount;
  return {
    ...UNKNOWN,
    ...sent,
    id: payment.id,
    paymentSystem: storedText(sent, 'paymentSystem') ?? payment.method,
    paymentSystemName: paymentName(payment, sent),
    value,
    referenceValue: storedInteger(sent, 'referenceValue') ?? value,
    installments: payment.installments,
    group: storedText(sent, 'group') ?? payment.method,
    lastDigits: payment.lastDigits ?? '',
    tid: payment.transactionId ?? '',
    dueDate: payment.dueAt === null ? null : payment.dueAt.slice(0, 10),
  };
}

const paymentName = ({ brand, method }: Payment, sent: Fields): string =>
  storedText(sent, 'paymentSystemName') ?? brand ?? method;

/** The names that the list shows (vtex-oms §1.2). */
export function paymentNames(order: Order): string {
  const sent = objectsOf(objectOf(carriedBy(order), 'paymentData'), 'payments');
  return Object.values(order.documents.payment)
    .map((payment) => paymentName(payment, sent.find((each) => storedText(each, 'id') === payment.id) ?? {}))
    .join(',');
}

/** Nothing of a card but digits is ever kept (vtex-oms §9.7). */
const UNKNOWN = {
  cardHolder: null,
  cardNumber: null,
  cvv2: null,
  expireMonth: null,
  expireYear: null,
  url: null,
  giftCardId: null,
  giftCardName: null,
  giftCardCaption: null,
  redemptionCode: null,
  giftCardProvider: null,
  giftCardAsDiscount: null,
  koinUrl: null,
  accountId: null,
  parentAccountId: null,
  bankIssuedInvoiceIdentificationNumber: null,
  bankIssuedInvoiceIdentificationNumberFormatted: null,
  bankIssuedInvoiceBarCodeNumber: null,
  bankIssuedInvoiceBarCodeType: null,
  billingAddress: null,
  paymentOrigin: null,
  firstDigits: '',
  connectorResponses: {},
} as const;

/** The transaction by itself (vtex-oms §8.2), with every text that the published schema asks for (§1.5). Null: none. */
export function transactionView(order: Order): object | null {
  const transaction = transactionOf(order, carriedBy(order));
  if (transaction === null) return null;
  const payments = objectsOf(transaction as Fields, 'payments').map((payment) => ({
    ...payment,
    connectorResponses: {
      Tid: '',
      ReturnCode: '',
      Message: '',
      authId: '',
      ...objectOf(payment, 'connectorResponses'),
    },
  }));
  return { status: transactionStatus(order), ...transaction, payments };
}

function transactionStatus({ head, documents }: Order): string {
  // what nobody waits for any more says nothing of the money
  const states = Object.values(documents.payment)
    .map(paymentStatus)
    .filter((state) => state !== 'cancelled');
  if (head.cancellation !== null) return 'Canceled';
  if (states.includes('denied')) return 'Denied';
  if (states.some((state) => state === 'partly_refunded' || state === 'refunded')) return 'Finished';
  if (states.length === 0) return head.complete ? 'Authorizing' : 'Started';
  if (states.every((state) => state === 'captured')) return head.invoicedAt === null ? 'Settled' : 'Finished';
  if (states.every((state) => state === 'authorised' || state === 'captured')) return 'Approved';
  return head.complete ? 'Authorizing' : 'Started';
}
