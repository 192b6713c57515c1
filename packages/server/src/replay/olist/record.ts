import type { Amount } from '@docket/core/money/amount';
import type { Instant } from '@docket/core/order/order';

export const OLIST_STATUSES = [
  'created',
  'approved',
  'processing',
  'invoiced',
  'shipped',
  'delivered',
  'canceled',
  'unavailable',
] as const;
export type OlistStatus = (typeof OLIST_STATUSES)[number];

/** One order of the files with all rows that belong to it. Money is BRL cents; times are UTC. */
export interface OlistRecord {
  readonly olistId: string;
  readonly status: OlistStatus;
  readonly purchasedAt: Instant;
  readonly approvedAt: Instant | null;
  readonly carrierAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly promisedAt: Instant | null;
  /** Columns whose time fell into an hour that the clock showed twice or never. */
  readonly oddClock: readonly string[];
  readonly buyer: OlistBuyer;
  readonly lines: readonly OlistLine[];
  /** By their sequence in the order, which has gaps. */
  readonly payments: readonly OlistPayment[];
}

export interface OlistBuyer {
  /** The person. */
  readonly uniqueId: string;
  /** The person's copy that belongs to this order alone. */
  readonly copyId: string;
  /** First five of eight digits, leading zeros included. */
  readonly zipPrefix: string;
  readonly city: string;
  readonly state: string;
}

/** Equal pieces of one product from one seller, folded. */
export interface OlistLine {
  readonly productId: string;
  readonly sellerId: string;
  readonly pieces: number;
  /** Of one piece. */
  readonly price: Amount;
  /** Of all pieces of the line. */
  readonly freight: Amount;
  readonly shipBy: Instant;
}

export interface OlistPayment {
  readonly sequence: number;
  readonly type: string;
  readonly installments: number;
  readonly value: Amount;
}

/** A record that cannot be replayed, and why. */
export interface Rejection {
  readonly olistId: string;
  readonly reason: string;
}

/** A product that the orders name. The files have no product names. */
export interface OlistProduct {
  readonly productId: string;
  readonly name: string;
}

export const goodsOf = (record: OlistRecord): Amount =>
  record.lines.reduce((sum, line) => sum + line.pieces * line.price, 0);
export const freightOf = (record: OlistRecord): Amount => record.lines.reduce((sum, line) => sum + line.freight, 0);
export const paidOf = (record: OlistRecord): Amount => record.payments.reduce((sum, { value }) => sum + value, 0);
export const piecesOf = (record: OlistRecord): number => record.lines.reduce((sum, { pieces }) => sum + pieces, 0);

/** What stands for the goods where the files name none: the order is worth what was paid for it. */
export const unnamedGoodsOf = (record: OlistRecord): Amount => (record.lines.length === 0 ? paidOf(record) : 0);

export const totalOf = (record: OlistRecord): Amount => goodsOf(record) + freightOf(record) + unnamedGoodsOf(record);

/** When the pieces of the first seller must be on their way; the limits of the others stand on their lines. */
export const shipByOf = (record: OlistRecord): Instant | null =>
  record.lines.reduce<Instant | null>(
    (earliest, { shipBy }) => (earliest === null || shipBy < earliest ? shipBy : earliest),
    null,
  );

/** Cancelled once the buyer had the goods: replayed as a sale that came back. */
export const wasReturned = (record: OlistRecord): boolean =>
  record.status === 'canceled' && record.deliveredAt !== null;

/** Cancelled before anybody had paid. */
export const wasNeverPaid = (record: OlistRecord): boolean =>
  record.status === 'canceled' &&
  record.approvedAt === null &&
  record.carrierAt === null &&
  record.deliveredAt === null;
