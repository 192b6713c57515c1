import { type Amount, formatAmount } from '@docket/core/money/amount';
import { exponentOf } from '@docket/core/money/currency';
import type {
  ItemTax,
  TaxAddress,
  TaxBasket,
  TaxConnection,
  TaxDocument,
  TaxItem,
} from '@docket/core/tax/tax-provider';

/** What AvaTax calls what bears no tax, and freight. Codes of its published list. */
const NOT_TAXED = 'NT';
const FREIGHT = 'FR';

/** The longest texts that AvaTax takes of a customer, an item, a street and a city. */
const LONGEST = {
  customer: 50,
  item: 50,
  street: 50,
  city: 50,
  region: 3,
  postalCode: 11,
  description: 2048,
  reference: 50,
};

/** Of those who buy without being known. */
const NOBODY = 'guest';

/** A CreateTransactionModel. Amounts are decimals of the major unit; of what is given back they are below 0. */
export function transactionBody(
  basket: TaxBasket,
  { companyCode, taxCodes }: Pick<TaxConnection, 'companyCode' | 'taxCodes'>,
  document: TaxDocument | null,
): object {
  const { items, from, at, currency, customerId, exemption } = basket;
  const sign = document?.kind === 'refund' ? -1 : 1;
  const [first] = items;
  const place = first?.to ?? null;
  return {
    ...(document === null ? {} : { code: document.code }),
    type: document === null ? 'SalesOrder' : document.kind === 'sale' ? 'SalesInvoice' : 'ReturnInvoice',
    companyCode,
    date: at.slice(0, 10),
    customerCode: (customerId ?? NOBODY).slice(0, LONGEST.customer),
    currencyCode: currency,
    ...(exemption === null ? {} : { entityUseCode: exemption }),
    addresses: addressesOf(from, place),
    lines: items.map((item, index) => ({
      number: String(index + 1),
      quantity: item.quantity,
      amount: decimal(sign * item.amount, currency),
      ...(item.sku === null ? {} : { itemCode: item.sku.slice(0, LONGEST.item) }),
      ...codeOf(item, taxCodes),
      description: item.name.slice(0, LONGEST.description),
      ...(sameAddress(item.to, place) ? {} : { addresses: addressesOf(from, item.to) }),
      ...(document === null ? {} : { taxOverride: charged(document, document.taxes[index], sign, currency) }),
    })),
    ...(document === null
      ? {}
      : {
          commit: true,
          description: document.paper.slice(0, LONGEST.description),
          ...(document.saleCode === null ? {} : { referenceCode: document.saleCode.slice(0, LONGEST.reference) }),
        }),
  };
}

/** A CreateOrAdjustTransactionModel: the document is created, or takes the place of the one that is there under its code. */
export const adjustmentBody = (transaction: object, reason: 'PriceAdjusted' | 'ProductReturned' | null): object => ({
  ...(reason === null ? {} : { adjustmentReason: reason, adjustmentDescription: 'The order was changed' }),
  createTransactionModel: transaction,
});

/**
 * What the buyer was charged stands, whatever the service would count today: it is what is in the books. What is given back is taxed
 * as on the day of the sale.
 */
const charged = (document: TaxDocument, item: ItemTax | undefined, sign: number, currency: string): object => ({
  type: 'TaxAmount',
  taxAmount: decimal(sign * (item?.tax ?? 0), currency),
  ...(document.kind === 'refund' ? { taxDate: document.soldAt.slice(0, 10) } : {}),
  reason: 'Tax charged to the buyer',
});

function codeOf({ category, kind }: TaxItem, taxCodes: TaxConnection['taxCodes']): { readonly taxCode?: string } {
  if (category === null) return { taxCode: NOT_TAXED };
  const taxCode = Object.hasOwn(taxCodes, category) ? taxCodes[category] : undefined;
  if (kind === 'shipping') return { taxCode: taxCodes['shipping'] ?? FREIGHT };
  return taxCode === undefined ? {} : { taxCode };
}

function addressesOf(from: TaxAddress | null, to: TaxAddress | null): object {
  if (from === null) return to === null ? {} : { singleLocation: addressOf(to) };
  return { shipFrom: addressOf(from), shipTo: addressOf(to ?? from) };
}

function addressOf({ street, city, region, postalCode, country }: TaxAddress): object {
  const fields = {
    line1: street?.slice(0, LONGEST.street),
    city: city?.slice(0, LONGEST.city),
    // Of more than three letters it is a name, which AvaTax does not know.
    region: region !== null && region.length <= LONGEST.region ? region : undefined,
    postalCode: postalCode?.slice(0, LONGEST.postalCode),
    country,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
}

const sameAddress = (a: TaxAddress | null, b: TaxAddress | null): boolean => JSON.stringify(a) === JSON.stringify(b);

const decimal = (amount: Amount, currency: string): number => Number(formatAmount(amount, currency));

/** A decimal of the major unit in minor units; null: it is none, or has fractions of a minor unit. */
export function amountIn(value: unknown, currency: string): Amount | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const exponent = exponentOf(currency);
  const digits = value.toFixed(exponent);
  if (Number(digits) !== value) return null;
  const amount = Number(digits.replace('.', ''));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** A rate in millionths: 0.0725 is 72,500. */
export const millionthsOf = (rate: unknown): number => (typeof rate === 'number' ? Math.round(rate * 1_000_000) : 0);
