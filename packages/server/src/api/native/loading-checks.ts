import { gtinProblem } from '@docket/core/gtin/gtin';
import { isCurrency } from '@docket/core/money/currency';
import { refuse, type Refusal } from '@docket/core/order/refusals';

/** What a schema cannot see in the rows of a load. */
interface Row {
  readonly gtin?: string;
  readonly currency?: string;
  readonly priceMicros?: number;
}

/**
 * The first thing that stands against loading these rows, or null: two rows under one key (which of them would win?), an
 * unknown currency, a price without one, a GTIN that is none. A load is taken whole or not at all.
 */
export function loadRefusal(rows: readonly object[], keyOf: (row: never) => string): Refusal | null {
  const keys = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const at = `/items/${index}`;
    const { gtin, currency, priceMicros } = row as Row;
    if (currency !== undefined && !isCurrency(currency))
      return refuse('currency_unknown', `${at}/currency`, { currency });
    if (priceMicros !== undefined && currency === undefined) return refuse('currency_unknown', `${at}/currency`);
    const wrong = gtin === undefined ? null : gtinProblem(gtin);
    if (wrong !== null) return refuse('gtin_invalid', `${at}/gtin`, { problem: wrong });
    const key = keyOf(row as never);
    if (keys.has(key)) return refuse('duplicate_id', at, { key });
    keys.add(key);
  }
  return null;
}
