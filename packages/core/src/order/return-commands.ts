import type { Amount, UnitPrice } from '../money/amount.js';
import type { PlacedPayment } from './placing-commands.js';
import type { ReturnResolution } from './return.js';

/** What may be asked about goods that come back, from the wish of the buyer to the money. */
export type ReturnCommand =
  | RequestReturn
  | AuthoriseReturn
  | { readonly type: 'decline_return'; readonly returnId: string; readonly reason?: string }
  | { readonly type: 'withdraw_return'; readonly returnId: string; readonly reason?: string }
  | ReceiveReturn
  | InspectReturn
  | SettleReturn
  | { readonly type: 'close_return'; readonly returnId: string; readonly reason?: string };

export interface RequestReturn {
  readonly type: 'request_return';
  readonly items: readonly ReturnItem[];
  /** What the buyer would like; `refund` where absent. What is done is said when the return is settled. */
  readonly resolution?: ReturnResolution;
  readonly byBuyer?: boolean;
  /** Staff alone: why goods come back that the policy of the store does not take. Never more pieces than there are. */
  readonly exception?: string;
}

export interface ReturnItem {
  readonly lineId: string;
  readonly quantity: number;
  /** A code of the account's list. */
  readonly reason: string;
  readonly comment?: string;
}

export interface AuthoriseReturn {
  readonly type: 'authorise_return';
  readonly returnId: string;
  /** Absent: everything that was asked for. A line that is not named may not come back. */
  readonly items?: readonly ReturnPieces[];
  /** How and where to send the goods. */
  readonly instructions?: string;
}

export interface ReturnPieces {
  readonly lineId: string;
  readonly quantity: number;
}

export interface ReceiveReturn {
  readonly type: 'receive_return';
  readonly returnId: string;
  /** Counted at the door; absent: everything that is still to come. */
  readonly items?: readonly ReturnPieces[];
  readonly carrier?: string;
  readonly trackingNumber?: string;
}

export interface InspectReturn {
  readonly type: 'inspect_return';
  readonly returnId: string;
  /** A line may be named more than once: one piece goes back on the shelf, another does not. */
  readonly items: readonly InspectedItem[];
}

export interface InspectedItem {
  readonly lineId: string;
  readonly accepted: number;
  readonly rejected: number;
  /** Of rejected pieces: a code of the account's list. */
  readonly reason?: string;
  /** True: the accepted pieces go back to the shelf that they came from. */
  readonly restock?: boolean;
}

export interface SettleReturn {
  readonly type: 'settle_return';
  readonly returnId: string;
  readonly resolution: ReturnResolution;
  /** Of the return invoice; counted in the order where absent. */
  readonly invoiceNumber?: string;
  /** True: what shipping the accepted pieces cost goes back too. */
  readonly includeShipping?: boolean;
  /** What the shop keeps, in minor units: the return invoice is for that much less. */
  readonly restockingFee?: Amount;
  /** Money given back, in minor units; where absent as much of the value as was captured and not yet refunded. */
  readonly refund?: Amount;
  /** Of the resolution `exchange`, and of no other: what the buyer gets for the goods. */
  readonly exchange?: Exchange;
}

/** What an order that is placed in exchange is of. It goes to the same buyer, in the same currency. */
export interface Exchange {
  readonly lines: readonly ExchangedLine[];
  /** False: at the prices of the catalogue, without price lists and promotions. Those of the shop for this buyer where absent. */
  readonly priced?: boolean;
  /** What sending it costs the buyer, in minor units; nothing where absent. */
  readonly shipping?: Amount;
  /** Where what the goods are worth beyond it goes: back to the payments where absent. */
  readonly leftOver?: Exclude<ReturnResolution, 'exchange'>;
  /** How the buyer pays what it costs beyond the worth: the order waits for that payment. */
  readonly payment?: Pick<PlacedPayment, 'method' | 'provider' | 'dueAt'>;
  /** True: what it costs beyond the worth is due without a payment that waits for it. */
  readonly onAccount?: boolean;
}

export interface ExchangedLine {
  readonly sku: string;
  readonly quantity: number;
  /** In the place of what the shop asks for it. */
  readonly priceMicros?: UnitPrice;
  /** Stock place; the product's own where absent. */
  readonly place?: string;
}
