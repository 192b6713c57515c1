import { editBasket, taxableEdit, taxOfEdit } from '@docket/core/tax/edit-tax';
import { taxesOf, taxRefusal } from '@docket/core/tax/placement-tax';
import { isTaxFailure } from '@docket/core/tax/tax-provider';
import type pg from 'pg';
import type { AttemptSources } from '../attempt.js';
import { type TaxProviders, taxExemption } from './tax-providers.js';

/** Has the tax of edits counted anew, where a provider counted that of the order and something that bears tax changes. */
export function createEditTaxes(deps: {
  readonly pool: pg.Pool;
  readonly providers: TaxProviders;
  readonly clock: () => string;
}): NonNullable<AttemptSources['editTax']> {
  return async (order, command, facts) => {
    const edit = taxableEdit(order, command, facts);
    if (edit === null) return undefined;
    const tax = taxOfEdit(edit, facts);
    if ('refused' in tax) return tax;
    const { account, store, customerId } = order.head;
    const exemption = await taxExemption(deps.pool, account, customerId ?? undefined);
    const asked = editBasket(edit, tax, facts, { at: deps.clock(), exemption });
    const provider = await deps.providers.of(account, store);
    const taxes = isTaxFailure(provider) ? taxRefusal(provider) : taxesOf(asked, await provider.quote(asked.basket));
    return 'refused' in taxes ? { ...taxes, pointer: edit.pointer } : taxes;
  };
}
