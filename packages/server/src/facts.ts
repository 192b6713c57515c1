import type { CashRounding } from '@docket/core/money/cash-rounding';
import type { Facts, ProductFacts, ShippingMethodFacts } from '@docket/core/order/decision';
import type pg from 'pg';
import { query, withAccounts } from './database/pool.js';
import { documentTypeOf, type StoredDocumentType } from './document-types/document-types.js';

/** What a decision reads from plain tables, with the version of the catalogue that it was read from. */
interface KnownFacts {
  readonly facts: Facts;
  readonly catalogueVersion: number;
}

/**
 * Facts by account, kept in the process. The commit function compares the version that a placement was decided on with
 * the stored one, so a stale cache costs a second decision and never a wrong price; a warm one costs no read.
 */
export interface FactsCache {
  /** Products of these SKUs (unknown ones are absent), shipping methods and settings of the account. */
  of(account: string, skus: readonly string[]): Promise<KnownFacts>;
  /** Whether nothing was changed since; one read. A refusal of a placement is worth it, the commit asks by itself. */
  isCurrent(account: string, catalogueVersion: number): Promise<boolean>;
  /** Forgets what was found to be out of date. */
  drop(account: string): void;
}

/** Products kept for one account before all of them are forgotten: some 30 MB. */
const mostProducts = 100_000;

interface AccountFacts extends Omit<Facts, 'products' | 'editRules' | 'editConsents'> {
  readonly editConsents: NonNullable<Facts['editConsents']>;
  readonly editRules: NonNullable<Facts['editRules']>;
  readonly catalogueVersion: number;
  /** Null: asked for, and there is none. */
  readonly products: Map<string, ProductFacts | null>;
}

export function createFacts({ pool }: { readonly pool: pg.Pool }): FactsCache {
  const accounts = new Map<string, AccountFacts>();

  async function read(account: string, skus: readonly string[]): Promise<AccountFacts> {
    const fresh = await readFacts(pool, account, skus);
    const kept = accounts.get(account);
    if (kept?.catalogueVersion === fresh.catalogueVersion && kept.products.size < mostProducts) {
      for (const [sku, product] of fresh.products) kept.products.set(sku, product);
      return kept;
    }
    // An answer that was overtaken by a newer one must not replace it; it is used once, and the commit finds it stale.
    if (kept === undefined || kept.catalogueVersion <= fresh.catalogueVersion) accounts.set(account, fresh);
    return fresh;
  }

  return {
    async of(account, skus) {
      let known = accounts.get(account);
      if (known === undefined || skus.some((sku) => known?.products.has(sku) === false)) {
        known = await read(account, [...new Set(skus)]);
      }
      const products = new Map<string, ProductFacts>();
      for (const sku of skus) {
        const product = known.products.get(sku);
        if (product) products.set(sku, product);
      }
      // Field by field: a spread costs a placement some microseconds.
      const facts: Facts = {
        products,
        shippingMethods: known.shippingMethods,
        holdTypes: known.holdTypes,
        workflows: known.workflows,
        documentTypes: known.documentTypes,
        targetFields: known.targetFields,
        mostDocuments: known.mostDocuments ?? 0,
        stores: known.stores,
        channels: known.channels,
        cashRoundings: known.cashRoundings ?? [],
        paymentProviders: known.paymentProviders ?? [],
        places: known.places,
        returns: known.returns,
        pickupPoints: known.pickupPoints ?? [],
        carriers: known.carriers ?? [],
        defaults: known.defaults,
        windowSeconds: known.windowSeconds,
        placementSeconds: known.placementSeconds,
        editRules: known.editRules,
        editConsents: known.editConsents,
      };
      return { catalogueVersion: known.catalogueVersion, facts };
    },
    async isCurrent(account, catalogueVersion) {
      const { rows } = await withAccounts(pool, [account], (client) =>
        query<{ catalogue_version: number }>(
          client,
          { name: 'read_catalogue_version', text: 'select catalogue_version from account_heads where account = $1' },
          [account],
        ),
      );
      return rows[0]?.catalogue_version === catalogueVersion;
    },
    drop: (account) => void accounts.delete(account),
  };
}

interface FactsRow {
  readonly catalogue_version: number;
  readonly window_seconds: number;
  readonly placement_seconds: number;
  readonly most_documents: number;
  readonly methods: readonly ShippingMethodFacts[];
  readonly hold_types: Facts['holdTypes'];
  readonly workflows: Facts['workflows'];
  readonly document_types: readonly StoredDocumentType[];
  readonly target_fields: Facts['targetFields'];
  readonly cash_roundings: readonly CashRounding[];
  readonly edit_rules: Readonly<Record<string, readonly string[]>>;
  readonly edit_consents: NonNullable<Facts['editConsents']>;
  readonly stores: Facts['stores'];
  readonly channels: Facts['channels'];
  readonly payment_providers: readonly string[];
  readonly places: Facts['places'];
  readonly returns: Facts['returns'];
  readonly pickup_points: NonNullable<Facts['pickupPoints']>;
  readonly carriers: NonNullable<Facts['carriers']>;
  readonly defaults: Facts['defaults'];
  readonly products: readonly ProductFacts[];
}

async function readFacts(pool: pg.Pool, account: string, skus: readonly string[]): Promise<AccountFacts> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<FactsRow>(
      client,
      {
        name: 'read_facts',
        text: `select h.catalogue_version, a.window_seconds, a.placement_seconds, a.most_documents,
                      coalesce((select json_agg(json_build_object('code', m.code, 'price', m.price, 'currency', m.currency))
                                  from shipping_methods m where m.account = $1), '[]') as methods,
                      coalesce((select json_agg(json_build_object('holdType', t.hold_type, 'active', t.active,
                                         'blocks', t.blocks, 'releaseBy', t.release_by) order by t.hold_type)
                                  from hold_types t where t.account = $1), '[]') as hold_types,
                      coalesce((select json_agg(v.definition)
                                  from workflows w
                                  join workflow_versions v using (account, workflow, version)
                                 where w.account = $1 and not w.retired), '[]') as workflows,
                      coalesce((select json_agg(json_build_object('type', d.type, 'active', d.active, 'definition', d.definition)
                                                order by d.type)
                                  from document_types d where d.account = $1), '[]') as document_types,
                      coalesce((select json_agg(json_build_object('target', f.target, 'fields', f.fields))
                                  from target_fields f where f.account = $1), '[]') as target_fields,
                      coalesce((select json_object_agg(e.change, e.stages)
                                  from edit_rules e where e.account = $1), '{}') as edit_rules,
                      coalesce((select json_agg(json_build_object('currency', c.currency, 'step', c.step,
                                         'direction', c.direction, 'paymentMethods', c.payment_methods))
                                  from cash_roundings c where c.account = $1), '[]') as cash_roundings,
                      coalesce((select json_object_agg(e.change, json_build_object('stages', e.consent_stages,
                                                                                  'when', e.consent_when))
                                  from edit_rules e where e.account = $1 and cardinality(e.consent_stages) > 0), '{}')
                        as edit_consents,
                      coalesce((select json_agg(json_build_object('store', s.store, 'active', s.active,
                                         'orderNumbers', s.order_numbers, 'documentNumbers', s.document_numbers,
                                         'tax', case when x.provider <> 'none' then json_build_object(
                                                  'provider', x.provider, 'taxesOrders', x.taxes_orders,
                                                  'discounts', x.discounts, 'shipFrom', x.ship_from,
                                                  'shippingCategory', x.shipping_category) end))
                                  from stores s left join tax_settings x using (account, store)
                                 where s.account = $1), '[]') as stores,
                      coalesce((select json_agg(json_build_object('channel', c.channel, 'active', c.active, 'store', c.store))
                                  from channels c where c.account = $1), '[]') as channels,
                      array(select v.provider from payment_providers v where v.account = $1 and v.active)
                        as payment_providers,
                      array(select p.place from stock_places p where p.account = $1 and p.active) as places,
                      json_build_object(
                        'policies', coalesce((select json_agg(json_build_object('enabled', r.enabled,
                                                'windowDays', r.window_days, 'statuses', r.statuses,
                                                'store', case when r.scope <> 'account' then substr(r.scope, 7) end))
                                                from return_policies r where r.account = $1), '[]'),
                        'reasons', coalesce((select json_agg(json_build_object('reason', r.reason, 'use', r.used_for,
                                               'commentNeeded', r.comment_needed, 'active', r.active) order by r.reason)
                                               from return_reasons r where r.account = $1), '[]')) as returns,
                      coalesce((select json_agg(json_build_object('code', k.code, 'name', k.name, 'address', k.address))
                                  from pickup_points k where k.account = $1 and k.active), '[]') as pickup_points,
                      coalesce((select json_agg(json_build_object('code', r.code, 'name', r.name,
                                         'trackingUrl', r.tracking_url) order by r.code)
                                  from carriers r where r.account = $1 and r.active), '[]') as carriers,
                      json_build_object('store', a.default_store, 'channel', a.default_channel,
                                        'workflow', a.default_workflow, 'rounding', a.rounding,
                                        'orderNumbers', a.order_numbers,
                                        'documentNumbers', a.document_numbers) as defaults,
                      coalesce((select json_agg(json_build_object('sku', p.sku, 'gtin', p.gtin, 'name', p.name,
                                         'priceMicros', p.price_micros, 'currency', p.currency, 'counted', p.counted,
                                         'place', p.place, 'imageUrl', p.image_url, 'category', p.category,
                                         'taxCategory', p.tax_category))
                                  from products p where p.account = $1 and p.sku = any ($2)), '[]') as products
                 from accounts a join account_heads h on h.account = a.account
                where a.account = $1`,
      },
      [account, skus],
    ),
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`there is no account ${account}`);
  const products = new Map<string, ProductFacts | null>(skus.map((sku) => [sku, null]));
  for (const product of row.products) products.set(product.sku, product);
  return {
    catalogueVersion: row.catalogue_version,
    windowSeconds: row.window_seconds,
    placementSeconds: row.placement_seconds,
    mostDocuments: row.most_documents,
    shippingMethods: new Map(row.methods.map((method) => [method.code, method])),
    holdTypes: row.hold_types,
    workflows: row.workflows,
    documentTypes: row.document_types.map(documentTypeOf),
    targetFields: row.target_fields,
    cashRoundings: row.cash_roundings,
    editRules: row.edit_rules,
    editConsents: row.edit_consents,
    stores: row.stores,
    channels: row.channels,
    paymentProviders: row.payment_providers,
    places: row.places,
    returns: row.returns,
    pickupPoints: row.pickup_points,
    carriers: row.carriers,
    defaults: row.defaults,
    products,
  };
}
