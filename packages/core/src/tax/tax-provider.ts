import type { Amount } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { Rounding } from '../money/rounding.js';
import type { Instant } from '../order/order.js';

export const TAX_PROVIDERS = ['rates', 'avatax'] as const;
export type TaxProviderName = (typeof TAX_PROVIDERS)[number];

/** As much of an address as decides a tax. `country` is ISO 3166 alpha-2, `region` a state or province as it is written. */
export interface TaxAddress {
  readonly country: string;
  readonly region: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly street: string | null;
}

/**
 * One thing that may bear tax: a line, the price of a delivery, or an adjustment of the order, which bears none. `amount` is what
 * the tax is counted on, in minor units, all discounts taken off that the store lets lower it. Below 0 for an adjustment alone.
 */
export interface TaxItem {
  readonly kind: 'line' | 'shipping' | 'adjustment';
  /** That of the line, delivery or adjustment. */
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly quantity: number;
  /** A name of the account's own, such as `standard`; null: never taxed. */
  readonly category: string | null;
  readonly amount: Amount;
  /** Where it is taken to; null: nobody knows. */
  readonly to: TaxAddress | null;
}

/** What somebody buys, as a tax is counted on it. */
export interface TaxBasket {
  readonly account: string;
  readonly store: string;
  readonly currency: Currency;
  readonly rounding: Rounding;
  /** The tax point: rates are those of this instant. */
  readonly at: Instant;
  readonly customerId: string | null;
  /** Why the buyer pays no tax, in a word of the provider (of AvaTax: an entity use code); null: they pay it. */
  readonly exemption: string | null;
  readonly from: TaxAddress | null;
  readonly items: readonly TaxItem[];
}

/** Tax of one item in minor units, ≥ 0. `rateMillionths` is what was asked in all: 19 % is 190_000. */
export interface ItemTax {
  readonly kind: TaxItem['kind'];
  readonly id: string;
  readonly tax: Amount;
  readonly rateMillionths: number;
}

export interface TaxQuote {
  readonly provider: TaxProviderName;
  readonly items: readonly ItemTax[];
}

/**
 * A sale, or a part of it coming back, as it is told to a tax service. Amounts and taxes are as the buyer was charged them, all ≥ 0
 * but those of adjustments; of a refund they are what is given back. The same code again is the same document.
 */
export interface TaxDocument {
  /** Made of account, order and paper; at most 50 characters, which is what AvaTax takes. */
  readonly code: string;
  readonly kind: 'sale' | 'refund';
  /** Of a refund: the code of the sale that it gives back of, where it is of one; else null. */
  readonly saleCode: string | null;
  /** Of a refund: when the tax was asked. The rates of that time are given back. */
  readonly soldAt: Instant;
  /** The number of the paper, for people. */
  readonly paper: string;
  readonly basket: TaxBasket;
  /** By item, as it was charged. */
  readonly taxes: readonly ItemTax[];
}

/** What was sent and what came back, word by word and without the key. */
export interface TaxExchange {
  readonly request: string;
  readonly answer: string | null;
}

/** A document as the provider has it now. */
export interface FiledTax {
  /** The provider's own id; null where it gives none. */
  readonly providerId: string | null;
  /** What the provider has for it in minor units; null where it says nothing. */
  readonly tax: Amount | null;
  /** True: there was nothing to void. */
  readonly nothingThere?: true;
}

/**
 * Why there is no answer. `refused`: somebody has to mend data or settings. `unreachable`: again later. `reason` is a code of ours;
 * `detail` is what the provider said, or which item it is about.
 */
export interface TaxFailure {
  readonly failed: 'refused' | 'unreachable';
  readonly reason: TaxFailureReason;
  readonly detail: string | null;
}

export type TaxFailureReason =
  | 'no_provider'
  | 'provider_changed'
  | 'not_connected'
  | 'address_missing'
  | 'no_rate'
  | 'data_refused'
  | 'credentials_refused'
  | 'too_many_requests'
  | 'server_failed'
  | 'answer_unusable'
  | 'no_answer';

export type TaxOutcome<Answer> = (Answer | TaxFailure) & { readonly exchange?: TaxExchange };

/**
 * Counts taxes and keeps the books of them. Every call may be made again: a document is known by its code, and sending it twice
 * leaves one. No call throws for what the other side did.
 */
export interface TaxProvider {
  readonly name: TaxProviderName;
  /** Counts and keeps nothing. Every item is answered, in any order. */
  quote(basket: TaxBasket): Promise<TaxOutcome<TaxQuote>>;
  /** Keeps a sale for good. */
  commit(document: TaxDocument): Promise<TaxOutcome<FiledTax>>;
  /** Puts another content in the place of a sale or refund that was kept. */
  adjust(document: TaxDocument): Promise<TaxOutcome<FiledTax>>;
  /** Strikes a sale or refund out. What is not there is no failure: then nothing had to be struck out. */
  void(document: Pick<TaxDocument, 'code' | 'kind'>): Promise<TaxOutcome<FiledTax>>;
  /** Keeps a part of a sale as given back. */
  refund(document: TaxDocument): Promise<TaxOutcome<FiledTax>>;
  /** Whether it can be worked with: null, or why not. Keeps nothing. */
  check(): Promise<TaxFailure | null>;
}

/** What it takes to speak to a tax service, and how it calls the categories of the account. */
export interface TaxConnection {
  readonly url: string;
  readonly accountId: string;
  readonly licenceKey: string;
  readonly companyCode: string;
  readonly taxCodes: Readonly<Record<string, string>>;
}

export const isTaxFailure = (outcome: object): outcome is TaxFailure => 'failed' in outcome;
