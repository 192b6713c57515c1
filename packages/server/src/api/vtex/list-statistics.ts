import type { Figures, OrderStatistics } from '../../read-models/order-list-statistics.js';

/** The schema of clients names the currency of the store; where an order is in another, it has a block of its own (vtex-oms §1.5). */
const SCHEMA_CURRENCY = 'BRL';

/** The two blocks of statistics (vtex-oms §1.2); zero blocks where there is no data, or nothing that is known exactly. */
export const statisticsView = ({ groups, exact }: OrderStatistics): object => {
  const known = exact ? groups : [];
  return { stats: { totalValue: block(known, 'total'), totalItems: block(known, 'pieces') } };
};

type Group = OrderStatistics['groups'][number];
type Measure = 'total' | 'pieces';

function block(groups: readonly Group[], measure: Measure): object {
  const by = (key: 'origin' | 'currency', always: readonly string[]): object =>
    Object.fromEntries(
      [...new Set([...always, ...groups.map((group) => group[key])])].map((name) => [
        name,
        {
          ...figures(
            groups.filter((group) => group[key] === name),
            measure,
          ),
          Facets: null,
        },
      ]),
    );
  return {
    ...figures(groups, measure),
    Facets: { origin: by('origin', ['Fulfillment', 'Marketplace']), currencyCode: by('currency', [SCHEMA_CURRENCY]) },
  };
}

/** Counters and sums are whole numbers; only the mean and the deviation have decimals (vtex-oms §1.5). */
function figures(groups: readonly Group[], measure: Measure): object {
  const parts = groups.map((group): Figures & { readonly orders: number } => ({
    orders: group.orders,
    ...group[measure],
  }));
  const count = parts.reduce((sum, { orders }) => sum + orders, 0);
  const sum = parts.reduce((all, part) => all + part.sum, 0);
  const squares = parts.reduce((all, part) => all + part.squares, 0);
  const mean = count === 0 ? 0 : sum / count;
  // As the original counts it: of a sample, so that one order has none.
  const variance = count < 2 ? 0 : Math.max(0, (squares - count * mean * mean) / (count - 1));
  return {
    Count: count,
    Max: Math.max(0, ...parts.map(({ most }) => most)),
    Mean: mean,
    Min: parts.length === 0 ? 0 : Math.min(...parts.map(({ least }) => least)),
    Missing: 0,
    StdDev: Math.sqrt(variance),
    Sum: sum,
    SumOfSquares: squares,
  };
}
