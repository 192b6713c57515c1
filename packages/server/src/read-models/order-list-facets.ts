import type { Order } from '@docket/core/order/order';

/**
 * Words that only another dialect knows of an order, by which its list is filtered (vtex-oms §1.2). They come from what was
 * attached when it was placed, so an order of another way in has none of them.
 */
type Facet =
  | 'sales_channel' | 'affiliate' | 'utm_source' | 'operator_name' | 'operator_email' | 'payment_name' | 'payment'
  | 'transaction' | 'promotion' | 'gift_list' | 'in_store'; // prettier-ignore

/** More of one kind than this an order is not found by. */
const MOST_VALUES = 20;

/** What stands in the tokens for a facet with its value. */
export const facetWord = (facet: string, value: string): string => `${facet}:${value}`;

export function facetsOf({ carried, documents }: Pick<Order, 'carried' | 'documents'>): readonly string[] {
  const attached = carried.attachments['vtex'];
  if (!isObject(attached)) return [];
  const words: string[] = [];
  const add = (facet: Facet, values: readonly unknown[]): void => {
    for (const value of values.slice(0, MOST_VALUES)) {
      if (typeof value === 'string' && value !== '') words.push(facetWord(facet, value));
    }
  };
  const operator = part(attached, 'callCenterOperatorData');
  const payments = list(part(attached, 'paymentData')['payments']);
  add('sales_channel', [attached['salesChannel']]);
  add('affiliate', [attached['affiliateId']]);
  add('utm_source', [part(attached, 'marketingData')['utmSource']]);
  add('operator_name', [operator['userName']]);
  add('operator_email', [operator['email']]);
  add(
    'payment_name',
    payments.map((payment) => payment['paymentSystemName'] ?? payment['paymentSystem']),
  );
  // An order of another way in may carry attachments of this name; its payments were never listed as facets.
  const paid = payments.length === 0 ? [] : Object.values(documents.payment);
  add(
    'payment',
    paid.map(({ id }) => id),
  );
  add(
    'transaction',
    paid.map(({ transactionId }) => transactionId),
  );
  add(
    'promotion',
    list(part(attached, 'ratesAndBenefitsData')['rateAndBenefitsIdentifiers']).map((each) => each['name']),
  );
  add('gift_list', [part(attached, 'giftRegistryData')['giftRegistryId']]);
  add('in_store', [attached['isCheckedIn'] === true ? 'yes' : null]);
  return words;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const part = (fields: Fields, name: string): Fields => {
  const value = fields[name];
  return isObject(value) ? value : {};
};
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isObject) : []);
