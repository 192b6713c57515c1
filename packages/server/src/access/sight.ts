import { permits } from './permissions.js';

/** What of the orders that a caller may see it may see: their money, and whom they are about. */
export interface Sight {
  readonly prices: boolean;
  readonly personal: boolean;
}

export const EVERYTHING: Sight = { prices: true, personal: true };

export const sightOf = ({ permissions }: { readonly permissions: ReadonlySet<string> }): Sight => ({
  prices: permits(permissions, 'prices.view'),
  personal: permits(permissions, 'personal.view'),
});
