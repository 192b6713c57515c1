import type { DiscountTax } from '@docket/core/tax/line-tax';
import { TAX_PROVIDERS, type TaxAddress, type TaxProviderName } from '@docket/core/tax/tax-provider';
import type { TaxRounding } from '@docket/core/tax/tax-rates';
import type pg from 'pg';
import { query } from '../database/pool.js';
import { missingStore } from '../stores/stores.js';
import type { SettingTable } from '../settings-history/setting-store.js';

export const STORE_PROVIDERS = ['none', ...TAX_PROVIDERS] as const;

/** How a store charges tax. The key of its tax service is written by a route of its own, and read by nobody. */
export interface TaxSettings {
  readonly store: string;
  readonly provider: 'none' | TaxProviderName;
  /** True: orders whose senders say nothing of tax are taxed. */
  readonly taxesOrders: boolean;
  readonly discounts: DiscountTax;
  readonly rounding: TaxRounding;
  /** Null: shipping bears no tax. */
  readonly shippingCategory: string | null;
  readonly shipFrom: TaxAddress | null;
  /** The tax service's codes by category of the account. */
  readonly taxCodes: Readonly<Record<string, string>>;
  readonly serviceUrl: string | null;
  readonly serviceAccount: string | null;
  readonly companyCode: string | null;
  /** Whether there is a key. Answered and never written here. */
  readonly hasLicenceKey: boolean;
}

const columns = `store, provider, taxes_orders as "taxesOrders", discounts, rounding,
                 shipping_category as "shippingCategory", ship_from as "shipFrom", tax_codes as "taxCodes",
                 service_url as "serviceUrl", service_account as "serviceAccount", company_code as "companyCode",
                 licence_key is not null as "hasLicenceKey"`;

export const TAX_SETTINGS: SettingTable<TaxSettings> = {
  kind: 'tax_settings',
  decisionsRead: true,
  keyOf: ({ store }) => store,
  async find(client, account, keys) {
    const { rows } = await query<TaxSettings & pg.QueryResultRow>(
      client,
      {
        name: 'find_tax_settings',
        text: `select ${columns} from tax_settings where account = $1 and store = any ($2)`,
      },
      [account, keys],
    );
    return rows;
  },
  async page(client, account, after, limit) {
    const { rows } = await query<TaxSettings & pg.QueryResultRow>(
      client,
      {
        name: 'list_tax_settings',
        text: `select ${columns} from tax_settings where account = $1 and store > $2 order by store limit $3`,
      },
      [account, after, limit],
    );
    return rows;
  },
  // A key stays while the account that it belongs to does: under another one, at another address, it must be told anew.
  async save(client, { account }, rows) {
    await query(
      client,
      {
        name: 'save_tax_settings',
        text: `insert into tax_settings as s (account, store, provider, taxes_orders, discounts, rounding,
                                              shipping_category, ship_from, tax_codes, service_url, service_account,
                                              company_code)
               select $1, store, provider, "taxesOrders", discounts, rounding, "shippingCategory", "shipFrom", "taxCodes",
                      "serviceUrl", "serviceAccount", "companyCode"
                 from json_to_recordset($2) as r (store text, provider text, "taxesOrders" boolean, discounts text,
                                                  rounding text, "shippingCategory" text, "shipFrom" jsonb,
                                                  "taxCodes" jsonb, "serviceUrl" text, "serviceAccount" text,
                                                  "companyCode" text)
               on conflict (account, store) do update
                  set provider = excluded.provider, taxes_orders = excluded.taxes_orders,
                      discounts = excluded.discounts, rounding = excluded.rounding,
                      shipping_category = excluded.shipping_category, ship_from = excluded.ship_from,
                      tax_codes = excluded.tax_codes, service_url = excluded.service_url,
                      service_account = excluded.service_account, company_code = excluded.company_code,
                      licence_key = case when (s.service_url, s.service_account)
                                              is not distinct from (excluded.service_url, excluded.service_account)
                                         then s.licence_key end`,
      },
      [account, JSON.stringify(rows)],
    );
    // What is in the log by now is told only where somebody asks for it (`tax_runs`).
    await query(
      client,
      {
        name: 'begin_tax_position',
        text: `insert into tax_positions (account, position) select account, seq from account_heads where account = $1
               on conflict (account) do nothing`,
      },
      [account],
    );
  },
  async remove(client, account, key) {
    await query(
      client,
      { name: 'remove_tax_settings', text: 'delete from tax_settings where account = $1 and store = $2' },
      [account, key],
    );
  },
  missing: missingStore,
};
