import type { Line, Order } from '@docket/core/order/order';
import { carriedByLine, withCarried } from './carried.js';
import { besides, type Form, orNothing, unsaid } from './document-form.js';
import { stableHex, vtexOrderId } from './order-ids.js';
import { linePrices, priceDefinition, priceTags } from './order-money.js';
import { field, type Fields, listOf, NOTHING, objectOf, storedText } from './reading.js';

/** The seller of a line; `1` is the account itself (vtex-oms §2.4). */
export const OWN_SELLER = '1';

/** The lines of an order (vtex-oms §2.4): what came with them, and over it what Docket knows. */
export const orderItems = (order: Order, form: Form): readonly object[] =>
  order.lines.map((line) => orderItem(order, line, form));

/** What tells lines of one SKU apart (vtex-oms §2.1): as it came with the line, else the same for the same line always. */
export const uniqueIdOf = (order: Order, line: Line): string =>
  storedText(carriedByLine(order, line.id), 'uniqueId') ?? stableHex(order.head.orderId, 'line', line.id).toUpperCase();

function orderItem(order: Order, line: Line, form: Form): object {
  const carried = carriedByLine(order, line.id);
  const prices = linePrices(order, line);
  const definition = priceDefinition(prices, line.quantity);
  const own = {
    uniqueId: uniqueIdOf(order, line),
    id: line.sku,
    productId: storedText(carried, 'productId') ?? line.sku,
    ean: line.gtin ?? storedText(carried, 'ean'),
    lockId: storedText(carried, 'lockId') ?? `00-${vtexOrderId(order)}`,
    quantity: line.quantity,
    seller: line.seller ?? OWN_SELLER,
    name: line.name,
    price: prices.price,
    listPrice: prices.listPrice,
    sellingPrice: prices.sellingPrice,
    // The published schema and the payloads differ by an s (vtex-oms §10.2 row 3).
    priceDefinition: definition,
    priceDefinitions: definition,
    priceTags: priceTags(order, line, carried),
    sellerSku: storedText(carried, 'sellerSku') ?? line.sku,
    measurementUnit: line.measurementUnit,
    unitMultiplier: line.unitMultiplier / 1000,
    tax: Math.round(line.money.share.tax / line.quantity),
  };
  return form.part(UNSAID_OF_ITEM, own, saidOfItem(line, carried));
}

/** What a line says of itself that its sender did not; every key is always there (vtex-oms §2.11). */
const UNSAID_OF_ITEM = unsaid(() => ({
  manualPrice: null,
  manualPriceAppliedBy: null,
  imageUrl: '',
  detailUrl: '',
  components: [],
  bundleItems: [],
  params: [],
  offerings: [],
  attachmentOfferings: [],
  assemblies: [],
  priceValidUntil: null,
  commission: 0,
  freightCommission: 0,
  preSaleDate: null,
  taxCode: null,
  parentItemIndex: null,
  parentAssemblyBinding: null,
  callCenterOperator: null,
  serialNumbers: null,
  costPrice: 0,
  rewardValue: 0,
  isGift: false,
  shippingPrice: null,
  itemAttachment: { content: {}, name: null },
  attachments: [],
  refId: null,
  additionalInfo: additionalInfo({}),
}));

function saidOfItem({ imageUrl }: Line, carried: Fields): Fields | null {
  if (carried === NOTHING) return imageUrl == null ? null : { imageUrl };
  const said = besides(carried, ITEM_KNOWN);
  if (imageUrl != null) said['imageUrl'] ??= imageUrl;
  const attachment = field(carried, 'itemAttachment') ?? null;
  if (attachment !== null) said['itemAttachment'] = attachment;
  const attachments = listOf(field(carried, 'attachments'));
  if (attachments.length > 0) said['attachments'] = attachments;
  const refId = storedText(carried, 'refId');
  if (refId !== null) said['refId'] = refId;
  const info = objectOf(carried, 'additionalInfo');
  if (info !== NOTHING) said['additionalInfo'] = additionalInfo(info);
  return orNothing(said);
}

/** Keys that are not simply given back as they came with the line. */
const ITEM_KNOWN: ReadonlySet<string> = new Set([
  'uniqueId', 'id', 'productId', 'ean', 'lockId', 'itemAttachment', 'attachments', 'quantity', 'seller', 'name', 'refId',
  'price', 'listPrice', 'sellingPrice', 'priceDefinition', 'priceDefinitions', 'priceTags', 'sellerSku', 'additionalInfo',
  'measurementUnit', 'unitMultiplier', 'tax',
]); // prettier-ignore

function additionalInfo(carried: Fields): object {
  const dimension = { cubicweight: 0, height: 0, length: 0, weight: 0, width: 0 };
  const info = {
    brandName: null,
    brandId: null,
    categoriesIds: null,
    categories: [],
    productClusterId: null,
    commercialConditionId: '1',
    offeringInfo: null,
    offeringType: null,
    offeringTypeId: null,
    dimension: withCarried(dimension, objectOf(carried, 'dimension'), new Set()),
  };
  return withCarried(info, carried, new Set(['dimension']));
}

/** The catalogue's side of the lines, in Pascal case (vtex-oms §2.5). */
export const itemMetadata = (order: Order): object => ({
  Items: order.lines.map((line) => {
    const carried = carriedByLine(order, line.id);
    return {
      Id: line.sku,
      Seller: line.seller ?? OWN_SELLER,
      Name: line.name,
      SkuName: line.name,
      ProductId: storedText(carried, 'productId') ?? line.sku,
      RefId: storedText(carried, 'refId'),
      Ean: line.gtin ?? storedText(carried, 'ean'),
      ImageUrl: storedText(carried, 'imageUrl') ?? line.imageUrl ?? '',
      DetailUrl: storedText(carried, 'detailUrl') ?? '',
      AssemblyOptions: [],
    };
  }),
});

export const sellersOf = (order: Order): readonly object[] =>
  [...new Set(order.lines.map(({ seller }) => seller ?? OWN_SELLER))].map((id) => ({
    id,
    name: id === OWN_SELLER ? order.head.account : id,
    logo: null,
    fulfillmentEndpoint: '',
    subSellerId: null,
  }));
