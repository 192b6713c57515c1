import type { Facts } from './decision.js';
import type { Payment } from './payment.js';
import type { PlacedPayment } from './placing-commands.js';
import { refuse, type Refusal } from './refusals.js';

/** What of a payment belongs to its person. */
export interface PaymentDetails {
  /** Name on the card or of the account. */
  readonly holder: string | null;
  readonly phone: string | null;
  /** What the provider knows the means of payment by. Never answered in full. */
  readonly token: string | null;
  /** The page of the provider on which the buyer pays. */
  readonly link: string | null;
}

export const NO_DETAILS: PaymentDetails = { holder: null, phone: null, token: null, link: null };

export type PaymentDetailsById = Readonly<Record<string, PaymentDetails>>;

/** Members that came later than the first payments: where they are absent, nothing of the kind was known or had happened. */
type Later =
  | 'number'
  | 'createdAt'
  | 'added'
  | 'provider'
  | 'expiry'
  | 'capturing'
  | 'voiding'
  | 'refunding'
  | 'cancelledAt'
  | 'whole';

/** A payment as an event records it: without what is personal, and of old ones without what came later. */
export type PlacedPaymentRecord = Omit<Payment, keyof PaymentDetails | Later> &
  Partial<Pick<Payment, 'provider' | 'expiry'>>;

/** What the event records. Members that say nothing are left out, as in events from before they were known. */
export function recordOf(payment: Payment): PlacedPaymentRecord {
  const { provider, expiry } = payment;
  const record: PlacedPaymentRecord = {
    id: payment.id,
    method: payment.method,
    amount: payment.amount,
    installments: payment.installments,
    capture: payment.capture,
    brand: payment.brand,
    lastDigits: payment.lastDigits,
    transactionId: payment.transactionId,
    dueAt: payment.dueAt,
    answer: payment.answer,
    answeredAt: payment.answeredAt,
    authorised: payment.authorised,
    captured: payment.captured,
    voided: payment.voided,
    refunded: payment.refunded,
  };
  if (provider === null && expiry === null) return record;
  return { ...record, ...(provider === null ? {} : { provider }), ...(expiry === null ? {} : { expiry }) };
}

/** The personal part of payments that came with any; undefined: none did. */
export function detailsOf(payments: readonly Payment[]): PaymentDetailsById | undefined {
  const known = payments.filter(({ holder, phone, token, link }) => holder ?? phone ?? token ?? link);
  if (known.length === 0) return undefined;
  return Object.fromEntries(
    known.map(({ id, holder, phone, token, link }) => [id, { holder, phone, token, link }] as const),
  );
}

const DETAILS = ['method', 'brand', 'lastDigits', 'holder', 'expiry', 'token', 'link', 'phone'] as const;

/** New payments name providers that the account has. Refusal: reference_unknown. */
export function providerProblem(
  provider: string | null,
  { paymentProviders }: Pick<Facts, 'paymentProviders'>,
  pointer = '',
): Refusal | null {
  if (provider === null || paymentProviders?.includes(provider) !== false) return null;
  return refuse('reference_unknown', `${pointer}/provider`, { provider, known: paymentProviders });
}

/** Whole card numbers are kept nowhere, whatever field they come in. Refusal: card_number_refused. */
export function cardNumberProblem(
  sent: Partial<Pick<PlacedPayment, 'method' | 'brand' | 'lastDigits' | 'holder' | 'expiry' | 'token' | 'phone'>> & {
    readonly link?: string;
  },
  pointer = '',
): Refusal | null {
  for (const field of DETAILS) {
    const text = sent[field];
    if (text !== undefined && holdsCardNumber(text, field === 'phone' ? 16 : 13))
      return refuse('card_number_refused', `${pointer}/${field}`);
  }
  return null;
}

/**
 * Whether somewhere in it stand so many digits, together or in groups, that are a card number: 13 to 19 of them, the first
 * one of those that cards begin with, and the last one a check digit (ISO/IEC 7812). A time in milliseconds begins with 1;
 * a telephone number has at most 15 digits, so there more are asked for.
 */
function holdsCardNumber(text: string, fewest: number): boolean {
  for (const [run] of text.matchAll(/\d(?:[ -]?\d)+/g)) {
    const digits = run.replaceAll(/\D/g, '');
    if (digits.length >= fewest && digits.length <= 19 && /^[2-6]/.test(digits) && hasCheckDigit(digits)) return true;
  }
  return false;
}

function hasCheckDigit(digits: string): boolean {
  let total = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighed = place % 2 === 0 ? digit : digit * 2;
    total += weighed > 9 ? weighed - 9 : weighed;
  }
  return total % 10 === 0;
}
