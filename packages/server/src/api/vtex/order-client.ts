import { exponentOf } from '@docket/core/money/currency';
import type { Address, Order } from '@docket/core/order/order';
import { alpha3Of } from './countries.js';
import { type Fields, field, objectOf, objectsOf, storedText } from './reading.js';

/** Who bought (vtex-oms §2.6). */
export function clientProfile({ head: { buyer, customerId } }: Order, carried: Fields): object {
  const sent = objectOf(carried, 'clientProfileData');
  return {
    isCorporate: buyer?.company !== null && buyer?.company !== undefined,
    tradeName: null,
    corporateDocument: null,
    stateInscription: null,
    corporatePhone: null,
    customerClass: null,
    userProfileVersion: null,
    customerCode: customerId,
    ...sent,
    id: 'clientProfileData',
    email: buyer?.email ?? null,
    firstName: buyer?.firstName ?? null,
    lastName: buyer?.lastName ?? null,
    documentType: buyer?.documentType ?? null,
    document: buyer?.document ?? null,
    phone: buyer?.phone ?? null,
    corporateName: buyer?.company ?? null,
    userProfileId: storedText(sent, 'userProfileId') ?? customerId,
  };
}

export function clientPreferences({ head }: Order, carried: Fields): object {
  const sent = objectOf(carried, 'clientPreferencesData');
  return { optinNewsLetter: false, ...sent, locale: head.buyer?.locale ?? storedText(sent, 'locale') };
}

/** The billing address, and how the buyer paid where somebody else took the money (vtex-oms §2.6). Null where nobody said. */
export function invoiceData({ head: { billingAddress } }: Order, carried: Fields): object | null {
  const sent = field(carried, 'invoiceData');
  if (billingAddress === null && (sent === undefined || sent === null)) return null;
  const said = objectOf(carried, 'invoiceData');
  const payment = objectOf(said, 'userPaymentInfo');
  // One guide spells it without the s: both are read (vtex-oms §2.6).
  const methods = field(payment, 'paymentMethods') ?? field(payment, 'paymentMethod') ?? null;
  return {
    invoiceSubject: null,
    ...said,
    address:
      billingAddress === null
        ? (field(said, 'address') ?? null)
        : addressView(billingAddress, objectOf(said, 'address')),
    userPaymentInfo: methods === null ? null : { paymentMethods: [methods].flat() },
  };
}

/** An address (vtex-oms §2.7): what came with it, and over it what Docket knows. */
export const addressView = (address: Address, carried: Fields, type = 'residential'): object => ({
  versionId: null,
  entityId: null,
  contactId: null,
  geoCoordinates: [],
  addressType: type,
  addressId: storedText(carried, 'addressId') ?? '1',
  ...carried,
  receiverName: address.receiver ?? null,
  postalCode: address.postalCode ?? null,
  city: address.city ?? null,
  state: address.state ?? null,
  country: storedText(carried, 'country') ?? alpha3Of(address.country),
  street: address.street ?? null,
  number: address.number ?? null,
  neighborhood: address.neighbourhood ?? null,
  complement: address.complement ?? null,
  reference: address.reference ?? null,
});

interface Written {
  readonly symbol: string;
  readonly digits: number;
}
const written = new Map<string, Written>();

/** How a currency is written. Asking Intl takes 0.3 ms: once for each of the some 150 currencies. */
function writtenAs(currency: string): Written {
  const known = written.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const symbol = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
  const found = { symbol, digits: exponentOf(currency) };
  written.set(currency, found);
  return found;
}

/** What the store counts in (vtex-oms §2.5). */
export function storePreferences({ head }: Order, carried: Fields): object {
  const country = head.deliveries.find(({ address }) => address !== null)?.address?.country;
  const { symbol, digits } = writtenAs(head.currency);
  return {
    countryCode: country === undefined ? null : alpha3Of(country),
    currencyCode: head.currency,
    currencyLocale: LCID[head.currency] ?? LCID['USD'],
    currencySymbol: symbol,
    timeZone: 'UTC',
    currencyFormatInfo: {
      CurrencyDecimalDigits: digits,
      CurrencyDecimalSeparator: '.',
      CurrencyGroupSeparator: ',',
      CurrencyGroupSize: 3,
      StartsWithCurrencySymbol: true,
    },
    ...objectOf(carried, 'storePreferencesData'),
  };
}

/** Windows locale of a currency's home, an integer (vtex-oms §0.2); that of the United States for all others. */
const LCID: Readonly<Record<string, number>> = { ARS: 11274, BRL: 1046, CLP: 13322, COP: 9226, EUR: 1031, GBP: 2057, MXN: 2058, PEN: 10250, USD: 1033 }; // prettier-ignore

/** People to contact about the delivery, as they came. */
export const contacts = (carried: Fields): readonly Fields[] =>
  objectsOf(objectOf(carried, 'shippingData'), 'contactInformation');
