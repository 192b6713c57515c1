import type { Amount, UnitPrice } from '../money/amount.js';
import type { CashRounding } from '../money/cash-rounding.js';
import type { Rounding } from '../money/rounding.js';
import type { ProviderStanding } from '../payment-provider.js';
import type { Quote } from '../pricing/quote.js';
import type { LineTaxes } from '../tax/line-tax.js';
import type { StoreTax } from '../tax/store-tax.js';
import type { Actor, Signal, WorkflowTable } from '../workflow/table.js';
import type { NumberTemplates, StoreNumberTemplates } from './document-number.js';
import type { DocumentType, TargetFields } from './document-type.js';
import type { ConsentRules } from './edit-consent.js';
import type { EditRules } from './edit-rules.js';
import type { OrderEvent } from './events.js';
import type { Blocked } from './held-commands.js';
import type { SignalPayload } from './linked.js';
import type { Address, Instant } from './order.js';
import type { Refusal } from './refusals.js';
import type { ReturnFacts } from './returnable.js';
import type { StockClaim } from './stock-claim.js';

/** Who asks: the part they play towards the order, and their name for the log (`key:erp`, `staff:ana`, `timer`). */
export interface ActorRef {
  readonly kind: Actor;
  readonly id: string;
  /** What they hold: permissions by name, roles behind `role:`, `*` for everything. Absent: a rule or a timer, which may all. */
  readonly may?: ReadonlySet<string>;
}

/** What a decision may not ask for itself. */
export interface Context {
  readonly at: Instant;
  readonly actor: ActorRef;
  /** The rule, policy, person or partner behind the command; stands beside every event. */
  readonly reason: string;
  /** For a new order: the ids taken ahead, of `place` and of an exchange. */
  readonly identity?: OrderIdentity;
  /** For `add_document` alone: the number taken ahead from the series of its type, where that has one. */
  readonly documentSequence?: number;
}

export interface OrderIdentity {
  readonly account: string;
  readonly orderId: string;
  readonly group: string;
  readonly position: number;
  readonly sequence: number;
  /** Of the series of displayed numbers, where one is needed (`numberSeries`). */
  readonly numberSequence?: number;
}

/** What was fetched for a decision before it began, with no transaction open. */
export interface Facts {
  readonly products: ReadonlyMap<string, ProductFacts>;
  readonly shippingMethods: ReadonlyMap<string, ShippingMethodFacts>;
  /** What a hold may be of, active or not. */
  readonly holdTypes: readonly HoldTypeFacts[];
  /** The current versions of the workflows that the account published and has not retired. */
  readonly workflows: readonly WorkflowTable[];
  /** Documents that the account made, and the fields that it added to what is built in. */
  readonly documentTypes: readonly DocumentType[];
  readonly targetFields: readonly TargetFields[];
  /** How many documents an order may have, of all kinds together; absent or 0: any number. */
  readonly mostDocuments?: number;
  /** What a placement may name, active or not. */
  readonly stores: readonly StoreFacts[];
  readonly channels: readonly ChannelFacts[];
  /** Payment providers that new payments may name; absent: any. */
  readonly paymentProviders?: readonly string[];
  /** Places where new orders may claim pieces. */
  readonly places: readonly string[];
  /** What comes back, and in which words. */
  readonly returns: ReturnFacts;
  /** Active pick-up points; absent: none. */
  readonly pickupPoints?: readonly PickupPointFacts[];
  /** Active carriers; absent: none. */
  readonly carriers?: readonly CarrierFacts[];
  /** Which orders come to what coins can pay; absent: none. */
  readonly cashRoundings?: readonly CashRounding[];
  /** What a placement does not say. */
  readonly defaults: {
    readonly store: string;
    readonly channel: string;
    readonly workflow: string;
    readonly rounding: Rounding;
    /** Template of displayed numbers; null: none. */
    readonly orderNumbers: string | null;
    /** Templates of the numbers of built-in documents; absent: there are none. */
    readonly documentNumbers?: NumberTemplates;
  };
  /** Length of the cancellation window where the order does not say, in seconds. */
  readonly windowSeconds: number;
  /** How long an order may wait for its payment to begin, in seconds. */
  readonly placementSeconds: number;
  /** Of a placement that is `priced`, and of an edit that lets the shop price: what the basket costs, or why that cannot be said. */
  readonly quote?: Quote | Refusal;
  /** Of an edit: what the account says of when what may be edited; the default where absent. */
  readonly editRules?: EditRules;
  /** What of it the buyer is asked before; nothing where absent. */
  readonly editConsents?: ConsentRules;
  /** Of a payment that is booked: what its provider says stands, or why it says nothing; absent: it knows nothing of it. */
  readonly standing?: ProviderStanding | Refusal;
  /** Of a placement or an edit whose tax Docket counts: that of its lines, or why it cannot be told. */
  readonly taxed?: LineTaxes | Refusal;
}

export interface ProductFacts {
  readonly sku: string;
  readonly gtin: string | null;
  readonly name: string;
  readonly priceMicros: UnitPrice | null;
  readonly currency: string | null;
  /** Whether pieces are counted; where not, an order claims nothing. */
  readonly counted: boolean;
  /** Where its pieces lie when a line does not say. */
  readonly place: string;
  /** A picture: an https address, or a path of this server. */
  readonly imageUrl?: string | null;
  /** A path such as `garden/tools`; promotions ask for it. */
  readonly category?: string | null;
  /** Names its tax rates; absent or null: `standard`. */
  readonly taxCategory?: string | null;
}

export interface StoreFacts {
  readonly store: string;
  readonly active: boolean;
  /** Its own template of displayed numbers; null: that of the account. */
  readonly orderNumbers: string | null;
  /** Its own templates of document numbers, which go before those of the account; absent: none. */
  readonly documentNumbers?: StoreNumberTemplates;
  /** How it charges tax; absent or null: it has no provider. */
  readonly tax?: StoreTax | null;
}

export interface ChannelFacts {
  readonly channel: string;
  readonly active: boolean;
  /** Whose orders these are; null: any store's. */
  readonly store: string | null;
}

export interface ShippingMethodFacts {
  readonly code: string;
  readonly price: Amount;
  readonly currency: string;
}

export interface PickupPointFacts {
  readonly code: string;
  readonly name: string;
  /** Of a shop or locker; null: not known. */
  readonly address: Address | null;
}

export interface CarrierFacts {
  readonly code: string;
  readonly name: string;
  /** Where its parcels are followed, with `{trackingNumber}`; null: nowhere. */
  readonly trackingUrl: string | null;
}

export interface HoldTypeFacts {
  readonly holdType: string;
  readonly active: boolean;
  readonly blocks: readonly Blocked[];
  /** As of a hold. */
  readonly releaseBy: string | null;
}

/** A decision that was taken: what happened, what it takes of shared things, whom it tells. */
export interface Accepted {
  readonly events: readonly OrderEvent[];
  readonly claims: readonly StockClaim[];
  readonly signals: readonly RaisedSignal[];
  /** Another order that it places, in the same unit; absent: none. */
  readonly placed?: PlacedBeside;
}

/** A new order beside the one that was asked, under the ids of `Context.identity`. */
export interface PlacedBeside extends Omit<Accepted, 'placed'> {
  readonly orderId: string;
}

/** A signal that no instance of the same order consumed: for the linked order, or a partner outside. */
export interface RaisedSignal {
  readonly signal: Signal;
  readonly payload: SignalPayload;
}

export const accepted = (
  events: readonly OrderEvent[],
  claims: readonly StockClaim[] = [],
  signals: readonly RaisedSignal[] = [],
  placed?: PlacedBeside,
): Accepted => (placed === undefined ? { events, claims, signals } : { events, claims, signals, placed });

/** Signals of a step on their way to the other side, all with the same payload. */
export const raised = (signals: readonly Signal[], payload: SignalPayload = null): readonly RaisedSignal[] =>
  signals.map((signal) => ({ signal, payload }));
