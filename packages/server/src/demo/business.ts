import type { DocumentType, TargetFields } from '@docket/core/order/document-type';
import type { WorkflowTable } from '@docket/core/workflow/table';
import type { AccountSettings } from '../accounts/account-settings.js';
import type { Permission } from '../access/permissions.js';
import type { Product } from '../catalogue/products.js';
import type { CustomerData } from '../customers/customers.js';
import type { FeedFilter } from '../feed/feed.js';
import type { ShippingMethod } from '../shipping/methods.js';
import type { StockPlace } from '../stock/places.js';
import type { Channel } from '../stores/channels.js';
import type { Store } from '../stores/stores.js';
import type { Colleague } from './people.js';

/** A made-up business: what its account holds before the first order. */
export interface Business {
  readonly account: string;
  readonly settings: Partial<AccountSettings> & Pick<AccountSettings, 'name'>;
  readonly stores: readonly Store[];
  readonly channels: readonly Channel[];
  readonly places: readonly StockPlace[];
  readonly methods: readonly ShippingMethod[];
  readonly products: readonly Product[];
  readonly customers: readonly CustomerData[];
  readonly workflows: readonly WorkflowTable[];
  readonly documentTypes: readonly DocumentType[];
  readonly fields: readonly TargetFields[];
  readonly colleagues: readonly Colleague[];
  readonly keys: readonly DemoKey[];
  readonly views: readonly DemoView[];
  readonly feeds: readonly DemoFeed[];
}

/** A key of a machine. Its token is told to nobody: whoever wants to use it makes it a new one. */
interface DemoKey {
  /** Behind the account and a hyphen. */
  readonly name: string;
  readonly label: string;
  readonly permissions: readonly Permission[];
}

interface DemoView {
  readonly name: string;
  readonly query: Readonly<Record<string, unknown>>;
}

interface DemoFeed {
  readonly feed: string;
  readonly name: string;
  readonly filter: FeedFilter;
  /** A hook, which is paused: nothing of the demo calls an address. */
  readonly url?: string;
}

export const store = (name: string, called: string, more: Partial<Store> = {}): Store => ({
  store: name,
  name: called,
  currency: null,
  languages: [],
  timeZone: null,
  active: true,
  orderNumbers: null,
  documentNumbers: {},
  ...more,
});

export const channel = (
  name: string,
  called: string,
  kind: Channel['kind'],
  ofStore: string | null = null,
): Channel => ({ channel: name, name: called, kind, store: ofStore, active: true });

/** Of the restricted range 20 to 29, which no maker has. */
function gtinOf(number: number): string {
  const digits = `20${String(number).padStart(10, '0')}`;
  const sum = Array.from(digits, Number).reduce((all, digit, index) => all + digit * (index % 2 === 0 ? 1 : 3), 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** Drawings in packages/web/public/pictures; one may stand for several products. */
type Picture =
  | 'bowl' | 'box' | 'bread' | 'cake' | 'candle' | 'card' | 'coffee' | 'hammock' | 'ink' | 'lamp' | 'mug-blue' | 'mug-sand'
  | 'notebook' | 'pen' | 'pencil' | 'textile'; // prettier-ignore

export function product(
  sku: string,
  name: string,
  price: number,
  number: number,
  picture: Picture,
  { currency = 'EUR', place = 'main' }: { readonly currency?: string; readonly place?: string } = {},
): Product {
  return {
    sku,
    gtin: gtinOf(number),
    name,
    priceMicros: Math.round(price * 100) * 10_000,
    currency,
    counted: true,
    place,
    imageUrl: `/pictures/${picture}.svg`,
  };
}
