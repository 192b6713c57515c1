import type { AnswerOf, RequestOf } from '@docket/sdk';
import { addressOf, type TypedAddress, typedAddress } from '../parts/typed-address.js';
import { addedDelivery, type Delivery, deliveryOf, type TypedDelivery, typedDeliveries } from './typed-delivery.js';

type DraftOrder = AnswerOf<'getDraftOrder'>;
type DraftOrderInput = RequestOf<'addDraftOrder'>['body'];

/** A line while it is typed; `row` tells it apart from its neighbours. */
export interface TypedLine {
  readonly row: number;
  readonly sku: string;
  /** That staff gave it; empty: the catalogue's. */
  readonly name: string;
  /** What it is called on the screen, where that is known. */
  readonly shownName: string;
  readonly quantity: number;
  /** Null: what the shop asks. */
  readonly priceMicros: number | null;
  readonly priceReason: string;
  /** What the desk does not show of it, kept as it was. */
  readonly rest: Partial<DraftOrderInput['lines'][number]>;
}

export const nextRow = (rows: readonly { readonly row: number }[]): number =>
  Math.max(-1, ...rows.map(({ row }) => row)) + 1;

/** A line more. It has an id of its own: one that is counted by its place may be that of a line that stayed. */
export function addedLine(lines: readonly TypedLine[], sku: string, shownName: string): TypedLine {
  const taken = new Set(lines.map(({ rest }) => rest.id));
  let number = lines.length + 1;
  while (taken.has(String(number))) number += 1;
  const rest = { id: String(number) };
  return { row: nextRow(lines), sku, name: '', shownName, quantity: 1, priceMicros: null, priceReason: '', rest };
}

interface TypedDiscount {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly amount: number | null;
}

/** A draft order while it is typed. */
export interface TypedDraftOrder {
  readonly currency: string;
  readonly store: string | null;
  readonly channel: string | null;
  readonly customerId: string | null;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly locale: string | null;
  readonly lines: readonly TypedLine[];
  readonly discounts: readonly TypedDiscount[];
  readonly coupons: readonly string[];
  /** None: nothing is sent, and nothing is picked up. */
  readonly deliveries: readonly TypedDelivery[];
  /** Null: it is billed to where it goes. */
  readonly billing: TypedAddress | null;
  readonly paid: 'account' | 'provider' | 'other';
  readonly paymentMethod: string;
  readonly provider: string | null;
  readonly instructions: string;
  readonly stockPolicy: DraftOrderInput['stockPolicy'];
  readonly reservedUntil: string | null;
  readonly expiresAt: string | null;
  readonly message: string;
  readonly note: string;
  readonly tags: readonly string[];
}

export const EMPTY: TypedDraftOrder = {
  currency: 'EUR',
  store: null,
  channel: null,
  customerId: null,
  email: '',
  firstName: '',
  lastName: '',
  locale: null,
  lines: [],
  discounts: [],
  coupons: [],
  deliveries: [addedDelivery([])],
  billing: null,
  paid: 'account',
  paymentMethod: 'card',
  provider: null,
  instructions: '',
  stockPolicy: 'none',
  reservedUntil: null,
  expiresAt: null,
  message: '',
  note: '',
  tags: [],
};

export function typedOf(draft: DraftOrder): TypedDraftOrder {
  const buyer = (draft.buyer ?? {}) as Partial<Record<'email' | 'firstName' | 'lastName' | 'locale', string | null>>;
  const payment = draft.payment;
  const forecast = draft.forecast as {
    readonly lines: readonly { readonly id: string; readonly name: string }[];
  } | null;
  const shownNames = new Map(forecast?.lines.map(({ id, name }) => [id, name]));
  return {
    ...EMPTY,
    currency: draft.currency,
    store: draft.store,
    channel: draft.channel,
    customerId: draft.customerId,
    email: buyer.email ?? '',
    firstName: buyer.firstName ?? '',
    lastName: buyer.lastName ?? '',
    locale: buyer.locale ?? null,
    lines: (draft.lines as readonly Line[]).map((line, row) => ({
      row,
      sku: line.sku,
      name: line.name ?? '',
      shownName: line.name ?? shownNames.get(line.id) ?? line.sku,
      quantity: line.quantity,
      priceMicros: line.priceMicros,
      priceReason: line.priceReason ?? '',
      rest: {
        id: line.id,
        unitMultiplier: line.unitMultiplier,
        ...(line.deliveryId === null ? {} : { deliveryId: line.deliveryId }),
        ...(line.place === null ? {} : { place: line.place }),
      },
    })),
    discounts: draft.discounts.map(({ id, name, amount }, row) => ({ row, id, name, amount: amount })),
    coupons: draft.coupons,
    deliveries: typedDeliveries(draft.deliveries as unknown as readonly Delivery[]),
    billing: draft.billingAddress == null ? null : typedAddress(draft.billingAddress),
    paid: payment === null ? 'account' : payment.provider === null ? 'other' : 'provider',
    paymentMethod: payment?.method ?? 'card',
    provider: payment?.provider ?? null,
    instructions: payment?.instructions ?? '',
    stockPolicy: draft.stockPolicy,
    reservedUntil: draft.reservedUntil,
    expiresAt: draft.expiresAt,
    message: draft.message ?? '',
    note: draft.note ?? '',
    tags: draft.tags,
  };
}

interface Line {
  readonly id: string;
  readonly sku: string;
  readonly name: string | null;
  readonly quantity: number;
  readonly unitMultiplier: number;
  readonly priceMicros: number | null;
  readonly priceReason: string | null;
  readonly deliveryId: string | null;
  readonly place: string | null;
}

const filled = (text: string): boolean => text.trim() !== '';

/** What is sent: what was typed, and of the draft order as it was what the desk does not show. */
export function inputOf(typed: TypedDraftOrder, before: DraftOrder | null): DraftOrderInput {
  const { currency, store, channel, customerId, stockPolicy, reservedUntil, expiresAt, message, note } = typed;
  const buyer = { ...withoutNulls(before?.buyer), ...buyerOf(typed) };
  const hadBilling = before?.billingAddress ?? undefined;
  const workflow = before?.workflow;
  return {
    currency,
    stockPolicy,
    lines: typed.lines.map(({ sku, name, quantity, priceMicros, priceReason, rest }) => ({
      ...withoutGone(rest, typed.deliveries),
      sku,
      quantity,
      ...(filled(name) ? { name } : {}),
      ...(priceMicros === null ? {} : { priceMicros, priceReason }),
    })),
    deliveries: typed.deliveries.map(deliveryOf),
    ...(store === null ? {} : { store }),
    ...(channel === null ? {} : { channel }),
    ...(customerId === null ? {} : { customerId }),
    ...(Object.keys(buyer).length === 0 ? {} : { buyer }),
    ...(typed.billing === null ? {} : { billingAddress: addressOf(typed.billing, hadBilling) }),
    ...(workflow == null ? {} : { workflow }),
    ...(typed.discounts.length === 0
      ? {}
      : { discounts: typed.discounts.map(({ id, name, amount }) => ({ id, name, amount: amount ?? 0 })) }),
    ...(typed.coupons.length === 0 ? {} : { coupons: [...typed.coupons] }),
    ...(typed.tags.length === 0 ? {} : { tags: [...typed.tags] }),
    ...(typed.paid === 'account' ? {} : { payment: paymentOf(typed, before) }),
    ...(stockPolicy === 'soft' && reservedUntil !== null ? { reservedUntil } : {}),
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(filled(message) ? { message } : {}),
    ...(filled(note) ? { note } : {}),
  };
}

/** A line whose delivery was taken away goes with the first one. */
function withoutGone(
  { deliveryId, ...rest }: TypedLine['rest'],
  deliveries: readonly TypedDelivery[],
): TypedLine['rest'] {
  const stands = deliveryId !== undefined && deliveries.some(({ id }) => id === deliveryId);
  return stands ? { ...rest, deliveryId } : rest;
}

function withoutNulls(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries((value ?? {}) as Record<string, string | null>).flatMap(([name, one]) =>
      one === null ? [] : [[name, one]],
    ),
  );
}

const buyerOf = ({ email, firstName, lastName, locale }: TypedDraftOrder): Record<string, string | null> => ({
  ...(filled(email) ? { email: email.trim() } : { email: null }),
  ...(filled(firstName) ? { firstName: firstName.trim() } : { firstName: null }),
  ...(filled(lastName) ? { lastName: lastName.trim() } : { lastName: null }),
  ...(locale === null ? {} : { locale }),
});

function paymentOf(
  { paid, paymentMethod, provider, instructions }: TypedDraftOrder,
  before: DraftOrder | null,
): NonNullable<DraftOrderInput['payment']> {
  const dueAt = before?.payment?.dueAt ?? null;
  return {
    method: filled(paymentMethod) ? paymentMethod.trim() : 'card',
    ...(paid === 'provider' && provider !== null ? { provider } : {}),
    ...(filled(instructions) ? { instructions } : {}),
    ...(dueAt === null ? {} : { dueAt }),
  };
}
