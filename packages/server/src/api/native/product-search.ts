import { Type } from 'typebox';
import type { FoundProduct, ProductSearch } from '../../catalogue/find-products.js';
import type { Product } from '../../catalogue/products.js';
import { callerOf } from '../auth.js';
import { marks, paged } from './page-marks.js';
import { queryText } from './schemas/fields.js';
import type { SettingSearch } from './setting-routes.js';

/** Looks for products; a place more than asked for tells that there is a next page. */
export type FindProducts = (account: string, search: ProductSearch) => Promise<readonly FoundProduct[]>;

const parameters = {
  q: Type.Optional(queryText(100, 'Beginnings of words of SKU, GTIN and name, between blanks; all must be there.')),
};

/** How the list of products is asked for some of them. Refusal: cursor_invalid. */
export function productSearch(find: FindProducts): SettingSearch<Product> {
  return {
    parameters,
    async page(request, { after, limit }) {
      const { q } = request.query as { q?: string };
      if (q === undefined) return null;
      const place = marks(after, 2);
      const search = { text: q, ...(place.length === 0 ? {} : { after: place }), limit: limit + 1 };
      const { items, next } = paged(await find(callerOf(request).account, search), limit, (one) => one.place);
      return { items: items.map(({ product }) => product), next };
    },
  };
}
