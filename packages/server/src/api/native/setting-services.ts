import type { CashRounding } from '@docket/core/money/cash-rounding';
import type { TaxRate } from '@docket/core/tax/tax-rates';
import type { DocumentType, TargetFields } from '@docket/core/order/document-type';
import type pg from 'pg';
import { DEFAULT_ACCOUNT } from '../../access/first-keys.js';
import { ACCOUNT_SETTINGS } from '../../accounts/account-settings.js';
import { createAccount } from '../../accounts/create-account.js';
import { findProducts } from '../../catalogue/find-products.js';
import { PRODUCTS, type Product } from '../../catalogue/products.js';
import { CUSTOMERS, type Customer } from '../../customers/customers.js';
import { findCustomers } from '../../customers/find-customers.js';
import { DOCUMENT_TYPES } from '../../document-types/document-types.js';
import { TARGET_FIELDS } from '../../document-types/target-fields.js';
import { PAYMENT_PROVIDERS, type ProviderRow } from '../../payments/providers.js';
import { CASH_ROUNDINGS } from '../../pricing/cash-roundings.js';
import { COUPONS, type CouponRow, couponsOfPromotion } from '../../pricing/coupons.js';
import { pageOfEntries, PRICE_ENTRIES } from '../../pricing/price-entries.js';
import { PRICE_LISTS, type PriceListRow } from '../../pricing/price-lists.js';
import { type PromotionRow, PROMOTIONS } from '../../pricing/promotions.js';
import type { QuoteBasket } from '../../pricing/quote-basket.js';
import { listChanges } from '../../settings-history/list-changes.js';
import { createSettingStore, type SettingStore } from '../../settings-history/setting-store.js';
import { type Carrier, CARRIERS } from '../../shipping/carriers.js';
import { SHIPPING_METHODS, type ShippingMethod } from '../../shipping/methods.js';
import { type PickupPoint, PICKUP_POINTS } from '../../shipping/pickup-points.js';
import { adjustStock } from '../../stock/adjustments.js';
import { listMovements } from '../../stock/movements.js';
import { listReservations } from '../../stock/reservations.js';
import { STOCK_PLACES, type StockPlace } from '../../stock/places.js';
import { listStock, setStock } from '../../stock/stock.js';
import { type Channel, CHANNELS } from '../../stores/channels.js';
import { type Store, STORES } from '../../stores/stores.js';
import { TAX_RATES } from '../../tax/tax-rates.js';
import { TAX_SETTINGS, type TaxSettings } from '../../tax/tax-settings.js';
import { countWorkflows, findVersion, WORKFLOWS } from '../../workflows/workflows.js';
import { type EditRule, EDIT_RULES } from '../../edits/edit-rules.js';
import { type HoldType, HOLD_TYPES } from '../../holds/hold-types.js';
import type { ReturnReason } from '@docket/core/order/returnable';
import { RETURN_POLICIES, type ReturnPolicyRow } from '../../returns/return-policies.js';
import { RETURN_REASONS } from '../../returns/return-reasons.js';
import { createReturnSettings, type ReturnSettings } from '../../returns/return-settings.js';
import type { CouponsOfPromotion } from './coupon-search.js';
import type { FindCustomers } from './customer-search.js';
import type { PricingService } from './pricing-routes.js';
import type { FindProducts } from './product-search.js';
import type { AccountService } from './account-routes.js';
import type { SettingsChanges } from './settings-changes-routes.js';
import type { StockService } from './stock-routes.js';
import type { TaxService } from './tax-routes.js';
import type { WorkflowService } from './workflow-routes.js';

/** Everything that an account is set up with, one store of rows each. */
export interface SettingServices {
  readonly documentTypes: SettingStore<DocumentType>;
  readonly targetFields: SettingStore<TargetFields>;
  readonly stores: SettingStore<Store>;
  readonly channels: SettingStore<Channel>;
  readonly stockPlaces: SettingStore<StockPlace>;
  readonly products: SettingStore<Product>;
  readonly shippingMethods: SettingStore<ShippingMethod>;
  readonly carriers: SettingStore<Carrier>;
  readonly pickupPoints: SettingStore<PickupPoint>;
  readonly holdTypes: SettingStore<HoldType>;
  readonly returnPolicies: SettingStore<ReturnPolicyRow>;
  readonly returnReasons: SettingStore<ReturnReason>;
  readonly returns: ReturnSettings;
  readonly editRules: SettingStore<EditRule>;
  readonly customers: SettingStore<Customer>;
  readonly findCustomers: FindCustomers;
  readonly findProducts: FindProducts;
  readonly priceLists: SettingStore<PriceListRow>;
  readonly promotions: SettingStore<PromotionRow>;
  readonly coupons: SettingStore<CouponRow>;
  readonly cashRoundings: SettingStore<CashRounding>;
  readonly couponsOfPromotion: CouponsOfPromotion;
  readonly paymentProviders: SettingStore<ProviderRow>;
  readonly pricing: PricingService;
  readonly taxRates: SettingStore<TaxRate>;
  readonly taxSettings: SettingStore<TaxSettings>;
  readonly taxes: TaxService;
  readonly account: AccountService;
  readonly workflows: WorkflowService;
  readonly stock: StockService;
  readonly changes: SettingsChanges;
}

export const createSettingServices = (pool: pg.Pool, quote: QuoteBasket, taxes: TaxService): SettingServices => ({
  taxes,
  documentTypes: createSettingStore(pool, DOCUMENT_TYPES),
  targetFields: createSettingStore(pool, TARGET_FIELDS),
  stores: createSettingStore(pool, STORES),
  channels: createSettingStore(pool, CHANNELS),
  stockPlaces: createSettingStore(pool, STOCK_PLACES),
  products: createSettingStore(pool, PRODUCTS),
  shippingMethods: createSettingStore(pool, SHIPPING_METHODS),
  carriers: createSettingStore(pool, CARRIERS),
  pickupPoints: createSettingStore(pool, PICKUP_POINTS),
  holdTypes: createSettingStore(pool, HOLD_TYPES),
  returnPolicies: createSettingStore(pool, RETURN_POLICIES),
  returnReasons: createSettingStore(pool, RETURN_REASONS),
  returns: createReturnSettings(pool),
  editRules: createSettingStore(pool, EDIT_RULES),
  customers: createSettingStore(pool, CUSTOMERS),
  findCustomers: (account, search) => findCustomers(pool, account, search),
  findProducts: (account, search) => findProducts(pool, account, search),
  priceLists: createSettingStore(pool, PRICE_LISTS),
  promotions: createSettingStore(pool, PROMOTIONS),
  coupons: createSettingStore(pool, COUPONS),
  cashRoundings: createSettingStore(pool, CASH_ROUNDINGS),
  couponsOfPromotion: (account, page) => couponsOfPromotion(pool, account, page),
  paymentProviders: createSettingStore(pool, PAYMENT_PROVIDERS),
  taxRates: createSettingStore(pool, TAX_RATES),
  taxSettings: createSettingStore(pool, TAX_SETTINGS),
  pricing: {
    entries: createSettingStore(pool, PRICE_ENTRIES),
    pageOfEntries: (account, page) => pageOfEntries(pool, account, page),
    quote,
  },
  account: {
    settings: createSettingStore(pool, ACCOUNT_SETTINGS),
    create: (account, by, asked) => createAccount(pool, account, by, asked),
    installation: DEFAULT_ACCOUNT,
  },
  workflows: {
    rows: createSettingStore(pool, WORKFLOWS),
    count: (account) => countWorkflows(pool, account),
    version: (account, workflow, version) => findVersion(pool, account, workflow, version),
  },
  stock: {
    set: ({ account, at, actor }, counts) => setStock(pool, account, counts, 'loaded over the API', at, actor),
    adjust: (adjusting, adjustments) => adjustStock(pool, adjusting, adjustments),
    page: (account, { after, limit, skus }) => listStock(pool, account, after, limit, skus),
    movements: (account, page) => listMovements(pool, account, page),
    reservations: (account, { after, limit, skus }) => listReservations(pool, account, after, limit, skus),
  },
  changes: { list: (account, filter) => listChanges(pool, account, filter) },
});
