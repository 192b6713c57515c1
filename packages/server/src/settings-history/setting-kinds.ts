/**
 * Every kind of setting that has a history, with the fields whose values it keeps. `all` is for settings that hold neither
 * secrets nor anything about a person; of every other kind the history tells which fields changed, and the values of the
 * listed ones alone. A kind is public: it stands in stored rows and in addresses.
 */
export const SETTING_KINDS = {
  account: 'all',
  store: 'all',
  channel: 'all',
  product: 'all',
  stock_place: 'all',
  shipping_method: 'all',
  carrier: 'all',
  pickup_point: 'all',
  hold_type: 'all',
  return_policy: 'all',
  return_reason: 'all',
  edit_rule: 'all',
  price_list: 'all',
  price: 'all',
  promotion: 'all',
  coupon: 'all',
  cash_rounding: 'all',
  number_template: 'all',
  workflow: 'all',
  tax_rate: 'all',
  // its key is no field of it: a change of it is told by name alone
  tax_settings: [
    'provider', 'taxesOrders', 'discounts', 'rounding', 'shippingCategory', 'shipFrom', 'taxCodes', 'serviceUrl', 'serviceAccount', 'companyCode', 'hasLicenceKey',
  ], // prettier-ignore
  document_type: 'all',
  custom_fields: 'all',
  role: 'all',
  payment_provider: 'all',
  credit: 'all',
  customer: [],
  key: ['label', 'permissions', 'roles', 'stores', 'seller', 'own', 'expiresAt', 'tokens'],
  forgetting: ['forgottenAt', 'keys', 'orders', 'reason'],
  user: ['roles', 'stores', 'seller', 'own', 'active'],
} as const satisfies Readonly<Record<string, 'all' | readonly string[]>>;

export type SettingKind = keyof typeof SETTING_KINDS;

/** Whether the history keeps the values of a field. */
export function isKept(kind: SettingKind, field: string): boolean {
  const kept: 'all' | readonly string[] = SETTING_KINDS[kind];
  return kept === 'all' || kept.includes(field);
}
