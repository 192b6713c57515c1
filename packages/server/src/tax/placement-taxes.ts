import { pricedPlacement } from '@docket/core/pricing/priced-placement';
import { placementBasket, taxesOf, taxOfStore, taxRefusal } from '@docket/core/tax/placement-tax';
import { isTaxFailure } from '@docket/core/tax/tax-provider';
import type pg from 'pg';
import type { AttemptSources } from '../attempt.js';
import { type TaxProviders, taxExemption } from './tax-providers.js';

/** Has the tax of placements counted, where their store or their sender leaves that to a provider. */
export function createPlacementTaxes(deps: {
  readonly pool: pg.Pool;
  readonly providers: TaxProviders;
  readonly clock: () => string;
}): NonNullable<AttemptSources['tax']> {
  return async (account, sent, facts) => {
    const tax = taxOfStore(sent, facts);
    if (tax === null) return undefined;
    if ('refused' in tax) return tax;
    const command = sent.priced === true ? pricedPlacement(sent, facts.quote) : sent;
    // What its prices stand against, the decision says.
    if ('refused' in command) return command;
    const exemption = await taxExemption(deps.pool, account, command.customerId);
    const asked = placementBasket(command, tax, facts, { account, at: deps.clock(), exemption });
    if ('refused' in asked) return asked;
    const provider = await deps.providers.of(account, asked.basket.store);
    return isTaxFailure(provider) ? taxRefusal(provider) : taxesOf(asked, await provider.quote(asked.basket));
  };
}
