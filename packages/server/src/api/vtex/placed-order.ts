import { isCurrency } from '@docket/core/money/currency';
import { sum } from '@docket/core/money/amount';
import type { PlacedDelivery, PlacedLine, PlaceOrder } from '@docket/core/order/placing-commands';
import type { Address } from '@docket/core/order/order';
import { VTEX } from './carried.js';
import { alpha2Of } from './countries.js';
import { unitMicros } from './money.js';
import {
  checkTexts,
  field,
  type Fields,
  integerOf,
  invalid,
  neededText,
  numberOf,
  objectOf,
  objectsOf,
  textOf,
} from './reading.js';
import { readTime } from './times.js';

/** The part of a placement that becomes one order. */
export interface PlacedPart {
  readonly items: readonly Fields[];
  /** How each of the items is sent, in their order. */
  readonly infos: readonly Fields[];
  /** What is carried beside the sections of the body. */
  readonly carried: Fields;
}

/** Until a store says which, orders are in the currency that the published schemas name (vtex-oms §1.5). */
const USUAL_CURRENCY = 'BRL';

/** Sections that are given back as they came (vtex-oms §2.2). */
const CARRIED = [
  'clientProfileData', 'clientPreferencesData', 'marketingData', 'openTextField', 'customData', 'invoiceData', 'giftRegistryData',
  'subscriptionData', 'ratesAndBenefitsData', 'storePreferencesData', 'callCenterOperatorData', 'commercialConditionData', 'taxData',
  'orderFormId', 'isCheckedIn', 'checkedInPickupPointId', 'marketplace', 'marketplaceServicesEndpoint', 'marketplaceOrderId',
  'merchantContextData', 'followUpEmail',
] as const; // prettier-ignore

/**
 * The order as a command, without what it comes to and how it is paid: `comesTo` is what its fields add up to in cents, or
 * null where a price is left to the catalogue.
 */
export function placedOrder(
  body: Fields,
  { items, infos, carried }: PlacedPart,
): { readonly command: Omit<PlaceOrder, 'total'>; readonly comesTo: number | null } {
  checkCarried(body);
  const currency = currencyOf(body);
  const shipping = objectOf(body, 'shippingData');
  const deliveries = deliveriesOf(shipping, infos);
  const lines = items.map((item, index) => lineOf(item, currency, index, deliveries.of(infos[index] ?? {})));
  const associate = field(body, 'salesAssociateData');
  const profile = objectOf(body, 'clientProfileData');
  const billing = objectOf(objectOf(body, 'invoiceData'), 'address');
  const prices = items.map(comesTo);
  return {
    comesTo: prices.includes(null)
      ? null
      : sum([...prices.map((price) => price ?? 0), ...deliveries.placed.map(({ price }) => price ?? 0)]),
    command: {
      type: 'place',
      currency,
      // its lines say what tax there is
      taxed: false,
      lines,
      deliveries: deliveries.placed,
      buyer: {
        email: textOf(profile, 'email', 320),
        firstName: textOf(profile, 'firstName', 200),
        lastName: textOf(profile, 'lastName', 200),
        phone: textOf(profile, 'phone', 50),
        documentType: textOf(profile, 'documentType', 50),
        document: textOf(profile, 'document', 100),
        company: textOf(profile, 'corporateName', 300),
        locale: textOf(objectOf(body, 'clientPreferencesData'), 'locale', 35),
      },
      ...(Object.keys(billing).length === 0 ? {} : { billingAddress: addressOf(billing) }),
      attachments: {
        [VTEX]: {
          ...Object.fromEntries(
            CARRIED.flatMap((name) => {
              const value = field(body, name);
              return value === undefined || value === null ? [] : [[name, value]];
            }),
          ),
          ...(associate === undefined || associate === null
            ? {}
            : { merchantContextData: { salesAssociateData: associate } }),
          shippingData: { ...shipping, logisticsInfo: infos.map((info, itemIndex) => ({ ...info, itemIndex })) },
          ...carried,
        },
      },
    },
  };
}

/** What the document and the list give back of a body as text (`storedText`), none of it longer than they are ready for. */
function checkCarried(body: Fields): void {
  checkTexts(body, TEXTS);
  for (const [section, names] of Object.entries(TEXTS_WITHIN)) {
    checkTexts(objectOf(body, section), names, `${section}/`);
  }
}

const TEXTS = [
  'marketplaceOrderId', 'marketplaceServicesEndpoint', 'followUpEmail', 'orderFormId', 'checkedInPickupPointId',
]; // prettier-ignore
const TEXTS_WITHIN = {
  clientProfileData: ['userProfileId'],
  giftRegistryData: ['giftRegistryId', 'giftRegistryType'],
  callCenterOperatorData: ['userName'],
};
const TEXTS_OF_ITEM = ['uniqueId', 'productId', 'ean', 'lockId', 'refId', 'sellerSku', 'imageUrl', 'detailUrl'];

function currencyOf(body: Fields): string {
  const [payment = {}] = objectsOf(objectOf(body, 'paymentData'), 'payments');
  const code =
    textOf(objectOf(body, 'storePreferencesData'), 'currencyCode', 3) ??
    textOf(payment, 'currencyCode', 3) ??
    USUAL_CURRENCY;
  if (!isCurrency(code)) throw invalid('storePreferencesData/currencyCode', 'is no currency');
  return code;
}

function lineOf(item: Fields, currency: string, index: number, deliveryId: string): PlacedLine {
  const quantity = integerOf(item, 'quantity');
  if (quantity === null || quantity < 1 || quantity > 1_000_000)
    throw invalid(`items/${index}/quantity`, 'must be a number above 0');
  const multiplier = Math.round((numberOf(item, 'unitMultiplier') ?? 1) * 1000);
  if (multiplier < 1 || multiplier > 1_000_000_000)
    throw invalid(`items/${index}/unitMultiplier`, 'must be a number above 0');
  const micros = (cents: number | null): number | null =>
    cents === null ? null : unitMicros(cents, multiplier, currency);
  const price = micros(integerOf(item, 'price'));
  const listPrice = micros(integerOf(item, 'listPrice'));
  const discount = tagged(item, 'discount');
  const tax = taxOf(item, quantity);
  const name = textOf(item, 'name', 500);
  const seller = textOf(item, 'seller', 100);
  checkTexts(item, TEXTS_OF_ITEM, `items/${index}/`);
  return {
    sku: neededText(item, 'id', 100),
    quantity,
    deliveryId,
    unitMultiplier: multiplier,
    ...(name === null ? {} : { name }),
    ...(seller === null ? {} : { seller }),
    ...(price === null ? {} : { priceMicros: price }),
    ...(listPrice === null ? {} : { listPriceMicros: listPrice }),
    ...(discount === 0 ? {} : { discountMicros: unitMicros(discount / quantity, multiplier, currency) }),
    ...(tax === 0 ? {} : { tax }),
    measurementUnit: textOf(item, 'measurementUnit', 20) ?? 'un',
    attachments: { [VTEX]: item },
  };
}

/**
 * What tags of a kind take off or put on a line, in cents ≥ 0. Those of the freight are left out: the freight is sent as it
 * is charged (vtex-oms §2.3, §2.4).
 */
const tagged = (item: Fields, kind: 'discount' | 'tax'): number =>
  Math.abs(
    sum(
      objectsOf(item, 'priceTags')
        .filter((tag) => new RegExp(`^${kind}@(?!shipping)`, 'i').test(textOf(tag, 'name') ?? ''))
        .map((tag) => integerOf(tag, 'value') ?? 0),
    ),
  );

/** Of the whole line: by its tags, else the tax of each unit (vtex-oms §2.4). */
const taxOf = (item: Fields, quantity: number): number =>
  tagged(item, 'tax') || (integerOf(item, 'tax') ?? 0) * quantity;

function comesTo(item: Fields): number | null {
  const price = integerOf(item, 'price');
  const quantity = integerOf(item, 'quantity') ?? 0;
  return price === null ? null : price * quantity - tagged(item, 'discount') + taxOf(item, quantity);
}

/** One delivery for each policy, channel and address that the items name; its price is the sum of their shares. */
function deliveriesOf(
  shipping: Fields,
  infos: readonly Fields[],
): { readonly placed: readonly PlacedDelivery[]; readonly of: (info: Fields) => string } {
  const nameOf = (info: Fields): string =>
    JSON.stringify([textOf(info, 'selectedSla'), channelOf(info), textOf(info, 'addressId')]);
  const names = [...new Set((infos.length === 0 ? [{}] : infos).map(nameOf))];
  return {
    of: (info) => String(names.indexOf(nameOf(info)) + 1),
    placed: names.map((name, index): PlacedDelivery => {
      const own = infos.filter((info) => nameOf(info) === name);
      const [first = {}] = own;
      const method = textOf(first, 'selectedSla', 64);
      const pickupPoint = textOf(first, 'pickupPointId', 100);
      const estimate = textOf(first, 'shippingEstimateDate', 50);
      const promisedAt = estimate === null ? null : readTime(estimate);
      const address = chosenAddress(shipping, textOf(first, 'addressId'));
      return {
        id: String(index + 1),
        type: channelOf(first) === 'pickup-in-point' ? 'pickup' : 'delivery',
        price: sum(own.map((info) => integerOf(info, 'sellingPrice') ?? integerOf(info, 'price') ?? 0)),
        ...(method === null ? {} : { method }),
        ...(pickupPoint === null ? {} : { pickupPoint }),
        ...(promisedAt === null ? {} : { promisedAt }),
        ...(address === null ? {} : { address }),
      };
    }),
  };
}

const channelOf = (info: Fields): string =>
  textOf(info, 'selectedDeliveryChannel') ?? textOf(info, 'deliveryChannel') ?? 'delivery';

function chosenAddress(shipping: Fields, id: string | null): Address | null {
  const candidates = [...objectsOf(shipping, 'selectedAddresses'), objectOf(shipping, 'address')].filter(
    (address) => Object.keys(address).length > 0,
  );
  const chosen = candidates.find((address) => id !== null && textOf(address, 'addressId') === id) ?? candidates[0];
  return chosen === undefined ? null : addressOf(chosen);
}

/** Null and empty parts are left out; the country becomes alpha-2. */
function addressOf(sent: Fields): Address {
  const part = (name: keyof Address, from: string, most: number): Partial<Address> => {
    const value = textOf(sent, from, most);
    return value === null ? {} : { [name]: value };
  };
  return {
    ...part('receiver', 'receiverName', 200),
    ...part('street', 'street', 300),
    ...part('number', 'number', 50),
    ...part('complement', 'complement', 300),
    ...part('neighbourhood', 'neighborhood', 200),
    ...part('city', 'city', 200),
    ...part('state', 'state', 100),
    ...part('postalCode', 'postalCode', 30),
    ...part('reference', 'reference', 500),
    country: alpha2Of(textOf(sent, 'country', 100)),
  };
}
