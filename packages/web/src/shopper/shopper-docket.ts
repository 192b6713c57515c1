import { createDocket } from '@docket/sdk';

/**
 * The connection of my account: its session has a cookie of its own, which the desk never sees, so that one browser can be
 * staff and shopper at once.
 */
const standing: { csrf: string | null } = { csrf: null };

export const shopperDocket = createDocket({
  url: window.location.origin,
  headers: () => ({
    ...(standing.csrf === null ? {} : { 'docket-csrf': standing.csrf }),
    ...(chosenShop() === null ? {} : { 'docket-account': chosenShop() ?? '' }),
  }),
});

export function shopAs(csrf: string | null): void {
  standing.csrf = csrf;
}

const SHOP = 'docket.shop';

/**
 * The shop whose orders are looked at, where the installation has several: `?shop=…` of the link that led here, for as
 * long as the window is open. Null: the shop that the installation was made with.
 */
export function chosenShop(): string | null {
  const named = new URLSearchParams(window.location.search).get('shop');
  // The search of an address is written as JSON where it would read as something else.
  const shop = named === null ? null : /^"?([a-z0-9][a-z0-9_-]{0,62})"?$/.exec(named)?.[1];
  if (shop != null) sessionStorage.setItem(SHOP, shop);
  return sessionStorage.getItem(SHOP);
}
