import type { Amount } from './money/amount.js';
import type { Currency } from './money/currency.js';

/**
 * What a payment provider must offer. One adapter is one kind of provider; an account gives it settings and a name. A
 * provider moves money; whose money it is, and how much may be moved, the order decides before anybody is called.
 *
 * Every call that moves money carries a key. The provider carries out one key once, however often it is asked: a second
 * capture of the same amount is another one because its key is another one, never because of when it came (known pains 2.12).
 */
export interface PaymentProvider {
  readonly capabilities: ProviderCapabilities;
  /** Whether the settings work, found out without moving money. */
  check(): Promise<ProviderCheck>;
  /** Asks for the money of a payment. */
  begin(request: BeginRequest): Promise<BeginOutcome>;
  capture(request: MoneyRequest): Promise<MoneyOutcome>;
  /** Gives up a part of what is authorised, or all that is left of it. */
  void(request: MoneyRequest): Promise<MoneyOutcome>;
  refund(request: MoneyRequest): Promise<MoneyOutcome>;
  /** Ends a payment that nobody has answered: whatever the buyer still has of it, nobody can pay with it any more. */
  close(request: CloseRequest): Promise<CloseOutcome>;
  /**
   * What stands with the provider now; events and answers that were lost are made good by it. By the provider's own id
   * where it is known, else by the key under which the payment was begun.
   */
  lookup(payment: { readonly outerId: string | null; readonly key: string }): Promise<LookupOutcome>;
  /** Reads what the provider sent to its address, and proves that the provider sent it. */
  readEvent(delivery: EventDelivery): EventReading;
}

export interface ProviderCapabilities {
  /** False: nobody is called; a person says what became of the money. */
  readonly calls: boolean;
  /** It tells of what happens by events. */
  readonly events: boolean;
  /** A part of what is authorised may be taken, and the rest later. */
  readonly captureInParts: boolean;
  /** A part of what is authorised may be given up while the rest stays. */
  readonly voidInParts: boolean;
  readonly refundInParts: boolean;
  /** Shows its own page on which the buyer pays. */
  readonly payPage: boolean;
}

export type ProviderCheck = { readonly works: true } | { readonly works: false; readonly message: string };

/** Amounts are minor units of the currency. */
interface Asked {
  /** From account, order and document; the same for every try of one request, another for every other request. */
  readonly key: string;
  readonly orderId: string;
  readonly paymentId: string;
  readonly amount: Amount;
  readonly currency: Currency;
}

export interface BeginRequest extends Asked {
  /** As the buyer knows the order. */
  readonly orderNumber: string;
  /** `on_approval`: the money is taken when the buyer pays; `on_invoice`: it is held until a capture asks for it. */
  readonly capture: 'on_approval' | 'on_invoice';
  /** What the shop got from the buyer for this provider: a token of a card, the id of a gift card. */
  readonly token: string | null;
  /** Whose account with the shop it is, for providers that keep one. */
  readonly customerId: string | null;
  /** Where the page of the provider sends the buyer back to. */
  readonly returnUrl: string;
  /** Where the provider sends its events. */
  readonly eventsUrl: string;
}

export interface MoneyRequest extends Asked {
  /** The payment, as the provider calls it. */
  readonly outerId: string;
}

export interface CloseRequest {
  readonly key: string;
  /** The payment, as the provider calls it. */
  readonly outerId: string;
}

/** `answered`: somebody paid or declined before; what stands tells. */
export type CloseOutcome =
  | { readonly state: 'closed' }
  | { readonly state: 'answered' }
  | { readonly state: 'unknown'; readonly message: string };

/**
 * `approved`: the money is held (`authorised`), and `captured` of it was taken. `denied` is final. `waiting`: the answer
 * comes as an event, perhaps after the buyer opened `link`. `unknown`: no answer came, and nobody may ask again before
 * having looked up what stands.
 */
export type BeginOutcome =
  | {
      readonly state: 'approved';
      readonly outerId: string;
      readonly authorised: Amount;
      readonly captured: Amount;
    }
  | { readonly state: 'denied'; readonly outerId: string | null; readonly message: string }
  | {
      readonly state: 'waiting';
      readonly outerId: string;
      readonly link: string | null;
      readonly token: string | null;
    }
  | { readonly state: 'unknown'; readonly message: string };

/** As above. `settled`: the money has moved. `declined`: it has not, and asking again under this key changes nothing. */
export type MoneyOutcome =
  | { readonly state: 'settled'; readonly outerId: string | null }
  | { readonly state: 'declined'; readonly message: string }
  | { readonly state: 'waiting'; readonly outerId: string | null }
  | { readonly state: 'unknown'; readonly message: string };

/** `absent`: the provider knows nothing of it, so asking (again) is safe. */
export type LookupOutcome =
  | { readonly state: 'found'; readonly standing: ProviderStanding }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown'; readonly message: string };

/** A payment as the provider has it. */
export interface ProviderStanding {
  readonly outerId: string;
  readonly state: 'waiting' | 'approved' | 'denied';
  readonly message: string | null;
  readonly link: string | null;
  /** All that was ever held, and what became of it. */
  readonly authorised: Amount;
  readonly captured: Amount;
  readonly voided: Amount;
  readonly refunded: Amount;
  /** What it was asked to do, by key, and what others did: those of its own screens have no key. */
  readonly operations: readonly ProviderOperation[];
}

export interface ProviderOperation {
  readonly kind: 'capture' | 'void' | 'refund';
  readonly key: string | null;
  readonly outerId: string | null;
  readonly amount: Amount;
  readonly state: 'settled' | 'declined' | 'waiting';
  readonly message: string | null;
}

/** What came to the address of a provider, as it came: a signature is over bytes. */
export interface EventDelivery {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
  /** Seconds since 1970: old deliveries are not believed. */
  readonly now: number;
}

/** `events` is empty where what came is genuine and tells nothing of payments. */
export type EventReading =
  | { readonly genuine: true; readonly events: readonly ProviderEvent[] }
  | { readonly genuine: false; readonly reason: string };

/**
 * That something happened to a payment. An event names it and no more: what stands is looked up when the event is applied,
 * so events that come twice, late or in another order do no harm.
 */
export interface ProviderEvent {
  /** Of the provider; events with the same id are the same. */
  readonly id: string;
  readonly type: string;
  /** The payment as the provider calls it; null: only our own ids are known. */
  readonly outerId: string | null;
  /** Ours, as the provider was given them when the payment was begun. */
  readonly orderId: string | null;
  readonly paymentId: string | null;
  /** True: it says that a buyer paid. Where no order knows of it, staff have to. */
  readonly paid: boolean;
}
