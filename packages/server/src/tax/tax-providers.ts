import { isTaxFailure, type TaxConnection, type TaxFailure, type TaxProvider } from '@docket/core/tax/tax-provider';
import type { TaxRate, TaxRounding } from '@docket/core/tax/tax-rates';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { ratesFor } from './tax-rates.js';
import { SERVICE } from './store-taxes.js';
import type { TaxSeal } from './tax-seal.js';

/** Speaks to the tax provider of each store. */
export interface TaxProviders {
  /**
   * Failures: no_provider, not_connected; `provider_changed`, where the store has gone to other books than `service`
   * (`FiledStoreTax`), when it is told.
   */
  of(account: string, store: string, service?: string | null): Promise<TaxProvider | TaxFailure>;
}

export interface TaxProvidersDependencies {
  readonly pool: pg.Pool;
  readonly seal: Pick<TaxSeal, 'openKey'>;
  readonly ownRates: (options: {
    readonly rounding: TaxRounding;
    readonly ratesFor: (categories: readonly string[], countries: readonly string[]) => Promise<readonly TaxRate[]>;
  }) => TaxProvider;
  /** Absent: no tax service can be spoken to. */
  readonly avatax?: (connection: TaxConnection) => TaxProvider;
}

interface Row extends pg.QueryResultRow {
  readonly provider: 'none' | TaxProvider['name'];
  readonly rounding: TaxRounding;
  readonly taxCodes: Readonly<Record<string, string>>;
  readonly url: string | null;
  readonly accountId: string | null;
  readonly companyCode: string | null;
  readonly licenceKey: Buffer | null;
  readonly service: string | null;
}

const NO_PROVIDER: TaxFailure = { failed: 'refused', reason: 'no_provider', detail: null };
/** What is to be told is counted anew for the books that the store has now. */
const GONE: TaxFailure = { failed: 'unreachable', reason: 'provider_changed', detail: null };

export function createTaxProviders({ pool, seal, ownRates, avatax }: TaxProvidersDependencies): TaxProviders {
  return {
    async of(account, store, service) {
      const row = await findRow(pool, account, store);
      if (row === undefined) return NO_PROVIDER;
      if (service !== undefined && service !== row.service) return GONE;
      switch (row.provider) {
        case 'none':
          return NO_PROVIDER;
        case 'rates':
          return ownRates({
            rounding: row.rounding,
            ratesFor: (categories, countries) => ratesFor(pool, account, categories, countries),
          });
        case 'avatax': {
          const { url, accountId, companyCode, licenceKey, taxCodes } = row;
          if (avatax === undefined || url === null || accountId === null || companyCode === null || licenceKey === null)
            return { failed: 'refused', reason: 'not_connected', detail: null };
          return avatax({
            url,
            accountId,
            companyCode,
            taxCodes,
            licenceKey: seal.openKey(account, store, licenceKey),
          });
        }
        default: {
          const never: never = row.provider;
          throw new Error(`unknown tax provider ${String(never)}`);
        }
      }
    },
  };
}

/** Whether the provider of a store can be worked with: null, or why not. */
export async function checkTaxProvider(
  providers: TaxProviders,
  account: string,
  store: string,
): Promise<TaxFailure | null> {
  const provider = await providers.of(account, store);
  return isTaxFailure(provider) ? provider : await provider.check();
}

async function findRow(pool: pg.Pool, account: string, store: string): Promise<Row | undefined> {
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<Row>(
      client,
      {
        name: 'tax_provider_of_store',
        text: `select provider, rounding, tax_codes as "taxCodes", service_url as url, service_account as "accountId",
                      company_code as "companyCode", licence_key as "licenceKey",
                      ${SERVICE} as service
                 from tax_settings where account = $1 and store = $2`,
      },
      [account, store],
    ),
  );
  return rows[0];
}

/** Why a customer pays no tax; null: nobody says so. */
export async function taxExemption(
  pool: pg.Pool,
  account: string,
  customerId: string | undefined,
): Promise<string | null> {
  if (customerId === undefined) return null;
  const { rows } = await withAccounts(pool, [account], (client) =>
    query<{ exemption: string | null }>(
      client,
      {
        name: 'tax_exemption',
        text: 'select tax_exemption as exemption from customers where account = $1 and customer_id = $2',
      },
      [account, customerId],
    ),
  );
  return rows[0]?.exemption ?? null;
}
