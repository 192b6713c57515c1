import type { AnswerOf } from '@docket/sdk';
import { queryOptions } from '@tanstack/react-query';
import { problemOf } from '../docket';
import { queries } from '../queries';
import { shopAs, shopperDocket } from './shopper-docket';

type ShopperSession = AnswerOf<'getShopperSession'>;

/** Who has signed in to see their orders; null where nobody has. */
export const shopperSessionQuery = queryOptions({
  queryKey: ['shopper', 'session'],
  staleTime: 60_000,
  queryFn: async (): Promise<ShopperSession | null> => {
    try {
      return standAsShopper(await shopperDocket.call('getShopperSession', {}));
    } catch (error) {
      const status = problemOf(error)?.status;
      // 403: signed in with another shop than the one that is looked at.
      if (status === 401 || status === 403) return standAsShopper(null);
      throw error;
    }
  },
});

/** From here on requests are made as this shopper. */
export function standAsShopper(session: ShopperSession | null): ShopperSession | null {
  shopAs(session?.csrf ?? null);
  return session;
}

export async function signOutShopper(): Promise<void> {
  await shopperDocket.call('signOut', {});
  queries.removeQueries({ queryKey: ['shopper'] });
  shopAs(null);
  window.location.assign('/account');
}
