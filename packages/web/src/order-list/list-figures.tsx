import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { money } from '../format/money';
import { useMay } from '../session/session';
import classes from './order-list.module.css';
import { orderTally } from './order-pages';
import type { OrderQuery } from './order-search';

/** How many orders the query finds, and what they come to. Exact to 10,000; beyond, at least so many. */
export function ListFigures({ query }: { readonly query: OrderQuery }) {
  const { t, i18n } = useTranslation('order-list');
  const maySum = useMay('prices.view');
  const { data } = useQuery(orderTally(query, maySum));
  const language = i18n.language;
  const { count, sum } = data ?? {};
  const told = count === undefined ? '' : t(count.exact ? 'count' : 'countAtLeast', { count: count.orders });
  const sums = sum?.currencies.flatMap(({ currency, total }) =>
    total === null ? [] : `${sum.exact ? '' : '≥ '}${money(total, currency, language)}`,
  );
  return (
    <div className={classes.figures} role="status">
      {[told, ...(sums ?? [])].filter((text) => text !== '').join(' · ')}
    </div>
  );
}
