import type { Amount } from '../money/amount.js';
import type { ItemQuantity } from './commands.js';
import type { MoneyKind } from './money-document.js';
import type { PlacedPayment } from './placing-commands.js';

/** What may be asked of payments, and of the captures, voids and refunds under them. */
export type PaymentCommand =
  /** `final`: what is left of the authorisation afterwards is given up. */
  | {
      readonly type: 'capture_payment';
      readonly paymentId: string;
      /** All that is authorised and not taken where absent. */
      readonly amount?: Amount;
      readonly final?: boolean;
    }
  | { readonly type: 'void_payment'; readonly paymentId: string; readonly amount?: Amount }
  | {
      readonly type: 'begin_payment';
      readonly paymentId: string;
      readonly link?: string;
      readonly token?: string;
      readonly outerId?: string;
      /** What the provider does wholly or not at all; as it was where absent. */
      readonly whole?: readonly MoneyKind[];
    }
  | AddPayment
  | { readonly type: 'cancel_payment'; readonly paymentId: string }
  /** What its provider says goes with the facts. */
  | { readonly type: 'book_payment'; readonly paymentId: string }
  | Refund
  | ({ readonly type: 'settle_capture'; readonly captureId: string } & Settled)
  | ({ readonly type: 'settle_void'; readonly voidId: string } & Settled)
  | ({ readonly type: 'settle_refund'; readonly refundId: string } & Settled)
  | ({ readonly type: 'fail_capture'; readonly captureId: string } & Failed)
  | ({ readonly type: 'fail_void'; readonly voidId: string } & Failed)
  | ({ readonly type: 'fail_refund'; readonly refundId: string } & Failed)
  | { readonly type: 'retry_capture'; readonly captureId: string }
  | { readonly type: 'retry_void'; readonly voidId: string }
  | { readonly type: 'retry_refund'; readonly refundId: string }
  | { readonly type: 'abandon_capture'; readonly captureId: string }
  | { readonly type: 'abandon_void'; readonly voidId: string }
  | { readonly type: 'abandon_refund'; readonly refundId: string };

interface AddPayment extends Omit<PlacedPayment, 'id'> {
  readonly type: 'add_payment';
}

interface Refund {
  readonly type: 'refund';
  /** What it names where absent, or all that can go back. */
  readonly amount?: Amount;
  /** Over the payments in proportion to what each took where absent. */
  readonly paymentId?: string;
  /** Pieces whose price goes back. */
  readonly items?: readonly ItemQuantity[];
  /** What of it is for shipping. */
  readonly shipping?: Amount;
  readonly reasonCode?: string;
  readonly reason?: string;
}

interface Settled {
  readonly outerId?: string;
  /** What was asked for where absent. */
  readonly amount?: Amount;
}

interface Failed {
  readonly message?: string;
  /** True: it had settled, and the provider takes that back. */
  readonly reversed?: boolean;
}
