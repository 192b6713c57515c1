import type { Amount, UnitPrice } from '../money/amount.js';
import type { Address, Instant } from './order.js';
import type { PlacedLine } from './placing-commands.js';

/**
 * What becomes of the promotions that an order was priced with: they stay as they are, are taken off all anew over the
 * order as it is then, or fall away.
 */
export type PromotionPolicy = 'keep' | 'rerun' | 'drop';

/** Changes a placed order: all of the changes together, or none. */
export interface EditOrder {
  readonly type: 'edit_order';
  /** Taken one after the other. */
  readonly changes: readonly EditChange[];
  /** Refused with version_conflict where the order has another one. */
  readonly basedOn?: number;
  /** `keep` where absent; a coupon that is added or taken away makes it `rerun`. */
  readonly promotions?: PromotionPolicy;
  /**
   * `adjust`: authorisations beyond what is due are given up, and what was taken beyond it goes back. Where absent nothing
   * moves: what is due or owed stands in the balance.
   */
  readonly settle?: 'none' | 'adjust';
  /** What the order is expected to come to, in minor units; refused with totals_mismatch where it comes to something else. */
  readonly total?: Amount;
  readonly reason?: string;
  /** Of an edit that takes another one back: what the lines bore before that one. Nobody from outside says it. */
  readonly recorded?: readonly RecordedShares[];
  /** True: the orders linked with this one are edited in the same unit. Nobody from outside says it. */
  readonly paired?: true;
}

/** What a line came to at an earlier moment, in minor units, and how many of its pieces had papers or parcels then. */
export interface RecordedShares {
  readonly lineId: string;
  readonly settled: number;
  readonly net: Amount;
  readonly discount: Amount;
  readonly shipping: Amount;
  readonly tax: Amount;
}

/** A line that is added: as it would be placed, priced by the shop where it names no price. */
export type AddedLine = Omit<PlacedLine, 'attachments' | 'taxed'>;

export type EditChange =
  | ({ readonly change: 'add_line' } & AddedLine)
  /** Of all pieces of the line, those sent, invoiced or cancelled among them. */
  | { readonly change: 'set_quantity'; readonly lineId: string; readonly quantity: number }
  | { readonly change: 'remove_line'; readonly lineId: string }
  /** Puts another line in its place; as many pieces as the line has that are still open, where absent. */
  | ({ readonly change: 'replace_line'; readonly lineId: string } & Omit<AddedLine, 'quantity'> & {
        readonly quantity?: number;
      })
  /** The list price stays. */
  | { readonly change: 'set_price'; readonly lineId: string; readonly priceMicros: UnitPrice }
  | { readonly change: 'set_line_discount'; readonly lineId: string; readonly discountMicros: UnitPrice }
  /**
   * Apart from what becomes of the promotions of the order: keep: this line keeps what they gave it; drop: it loses that. What was
   * set by hand stays either way.
   */
  | { readonly change: 'set_line_promotions'; readonly lineId: string; readonly promotions: 'keep' | 'drop' }
  /** Of the whole line, in minor units. */
  | { readonly change: 'set_line_tax'; readonly lineId: string; readonly tax: Amount }
  | { readonly change: 'set_line_delivery'; readonly lineId: string; readonly deliveryId: string }
  | { readonly change: 'add_discount'; readonly id?: string; readonly name: string; readonly amount: Amount }
  | { readonly change: 'set_discount'; readonly discountId: string; readonly amount: Amount }
  | { readonly change: 'remove_discount'; readonly discountId: string }
  | {
      readonly change: 'add_adjustment';
      readonly id?: string;
      readonly kind: string;
      readonly name: string;
      readonly amount: Amount;
    }
  | { readonly change: 'remove_adjustment'; readonly adjustmentId: string }
  /** An id that the order does not have adds a delivery. Null takes a date or a place away. */
  | {
      readonly change: 'set_delivery';
      readonly deliveryId: string;
      readonly type?: 'delivery' | 'pickup';
      readonly method?: string;
      readonly price?: Amount;
      /** What it costs before promotions lower it; null: the price of its method. Where absent, what `price` says. */
      readonly givenPrice?: Amount | null;
      readonly pickupPoint?: string | null;
      readonly promisedAt?: Instant | null;
      readonly shipBy?: Instant | null;
    }
  /** One that no line names. */
  | { readonly change: 'remove_delivery'; readonly deliveryId: string }
  /** Of a delivery; of the order as it is billed where it names none. */
  | { readonly change: 'set_address'; readonly deliveryId?: string; readonly address: Address }
  | { readonly change: 'set_channel'; readonly channel: string }
  /** Of a payment that nobody has answered yet. */
  | {
      readonly change: 'set_payment';
      readonly paymentId: string;
      readonly method?: string;
      readonly amount?: Amount;
      readonly installments?: number;
      readonly dueAt?: Instant | null;
    }
  | { readonly change: 'apply_coupon'; readonly coupon: string }
  | { readonly change: 'remove_coupon'; readonly coupon: string };

export type EditKind = EditChange['change'];
export type EditChangeOf<Kind extends EditKind> = Extract<EditChange, { change: Kind }>;

/** Every line of the largest order twice: its quantity and its price. */
export const MAX_EDIT_CHANGES = 10_000;

/** Whether the promotions that the order was priced with do not stay as they are. A coupon is a change of its own. */
export const changesPromotions = ({ promotions = 'keep' }: Pick<EditOrder, 'promotions'>): boolean =>
  promotions !== 'keep';

export const EDIT_KINDS = [
  'add_line',
  'set_quantity',
  'remove_line',
  'replace_line',
  'set_price',
  'set_line_discount',
  'set_line_promotions',
  'set_line_tax',
  'set_line_delivery',
  'add_discount',
  'set_discount',
  'remove_discount',
  'add_adjustment',
  'remove_adjustment',
  'set_delivery',
  'remove_delivery',
  'set_address',
  'set_channel',
  'set_payment',
  'apply_coupon',
  'remove_coupon',
] as const satisfies readonly EditKind[];
