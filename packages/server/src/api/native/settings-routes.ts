import type { FastifyInstance } from 'fastify';
import type { OnceOf } from '../once.js';
import { addAccountRoutes } from './account-routes.js';
import { CASH_ROUNDING_RESOURCE } from './cash-rounding-resource.js';
import { DOCUMENT_TYPE_RESOURCE, TARGET_FIELDS_RESOURCE } from './document-type-resources.js';
import { EDIT_RULE_RESOURCE } from './edit-rule-resource.js';
import { couponSearch } from './coupon-search.js';
import { customerSearch } from './customer-search.js';
import { PAYMENT_PROVIDER_RESOURCE } from './payment-provider-resource.js';
import { COUPON_RESOURCE, PRICE_LIST_RESOURCE, PROMOTION_RESOURCE } from './pricing-resources.js';
import { addPricingRoutes } from './pricing-routes.js';
import { productSearch } from './product-search.js';
import { RETURN_POLICY_RESOURCE, RETURN_REASON_RESOURCE } from './return-resources.js';
import {
  CHANNEL_RESOURCE,
  CUSTOMER_RESOURCE,
  HOLD_TYPE_RESOURCE,
  PRODUCT_RESOURCE,
  SHIPPING_METHOD_RESOURCE,
  STOCK_PLACE_RESOURCE,
  STORE_RESOURCE,
} from './setting-resources.js';
import { CARRIER_RESOURCE, PICKUP_POINT_RESOURCE } from './shipping-resources.js';
import { addSettingRoutes } from './setting-routes.js';
import type { SettingServices } from './setting-services.js';
import { addSettingsChangesRoute } from './settings-changes-routes.js';
import { addStockRoutes } from './stock-routes.js';
import { TAX_RATE_RESOURCE, TAX_SETTINGS_RESOURCE } from './tax-resources.js';
import { addTaxRoutes } from './tax-routes.js';
import { addWorkflowRoutes } from './workflow-routes.js';

/** Everything that an account is set up with, and the history of it. */
export function addSettingsRoutes(
  app: FastifyInstance,
  services: SettingServices,
  now: () => string,
  onceOf: OnceOf,
): void {
  const { changes } = services;
  addAccountRoutes(app, services.account, now, onceOf);
  addWorkflowRoutes(app, services.workflows, changes, now);
  addSettingRoutes(app, services.documentTypes, changes, now, DOCUMENT_TYPE_RESOURCE);
  addSettingRoutes(app, services.targetFields, changes, now, TARGET_FIELDS_RESOURCE);
  addSettingRoutes(app, services.stores, changes, now, STORE_RESOURCE);
  addSettingRoutes(app, services.channels, changes, now, CHANNEL_RESOURCE);
  addSettingRoutes(app, services.stockPlaces, changes, now, STOCK_PLACE_RESOURCE);
  addSettingRoutes(app, services.products, changes, now, PRODUCT_RESOURCE, productSearch(services.findProducts));
  addSettingRoutes(app, services.shippingMethods, changes, now, SHIPPING_METHOD_RESOURCE);
  addSettingRoutes(app, services.carriers, changes, now, CARRIER_RESOURCE);
  addSettingRoutes(app, services.pickupPoints, changes, now, PICKUP_POINT_RESOURCE);
  addSettingRoutes(app, services.holdTypes, changes, now, HOLD_TYPE_RESOURCE);
  addSettingRoutes(app, services.returnPolicies, changes, now, RETURN_POLICY_RESOURCE);
  addSettingRoutes(app, services.returnReasons, changes, now, RETURN_REASON_RESOURCE);
  addSettingRoutes(app, services.editRules, changes, now, EDIT_RULE_RESOURCE);
  addSettingRoutes(app, services.customers, changes, now, CUSTOMER_RESOURCE, customerSearch(services.findCustomers));
  addSettingRoutes(app, services.priceLists, changes, now, PRICE_LIST_RESOURCE);
  addSettingRoutes(app, services.promotions, changes, now, PROMOTION_RESOURCE);
  addSettingRoutes(app, services.coupons, changes, now, COUPON_RESOURCE, couponSearch(services.couponsOfPromotion));
  addSettingRoutes(app, services.cashRoundings, changes, now, CASH_ROUNDING_RESOURCE);
  addSettingRoutes(app, services.paymentProviders, changes, now, PAYMENT_PROVIDER_RESOURCE);
  addSettingRoutes(app, services.taxRates, changes, now, TAX_RATE_RESOURCE);
  addSettingRoutes(app, services.taxSettings, changes, now, TAX_SETTINGS_RESOURCE);
  addTaxRoutes(app, services.taxes, now);
  addPricingRoutes(app, services.pricing, now);
  addStockRoutes(app, services.stock, now);
  addSettingsChangesRoute(app, changes);
}
