import type { Amount } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import { type CashRounding, inCoins } from '../money/cash-rounding.js';
import { methodsOfEdit, type WorkedOrder } from './edit-working.js';
import type { Order } from './order.js';
import { paidOnlyBy } from './payment-methods.js';
import type { Adjustment, Totals } from './totals.js';

/** The adjustment that brings an order to what coins can pay. It is there at 0 too: an edit counts it again. */
export const CASH_ROUNDING = { id: 'cash-rounding', kind: 'rounding', name: 'Cash rounding' } as const;

/** Its id belongs to it: nothing else is placed or added under it. */
export const isCashRounding = ({ id }: Pick<Adjustment, 'id'>): boolean => id === CASH_ROUNDING.id;

/** Something else under the id of the rounding would be lost to it. */
export const usurpsCashRounding = ({ id, kind }: Pick<Adjustment, 'id' | 'kind'>): boolean =>
  id === CASH_ROUNDING.id && kind !== CASH_ROUNDING.kind;

/** The rule for an order of this currency and these ways of paying; null: it is not rounded. */
export const cashRoundingFor = (
  rules: readonly CashRounding[],
  currency: Currency,
  methods: readonly string[],
): CashRounding | null =>
  rules.find((rule) => rule.currency === currency && paidOnlyBy(rule.paymentMethods, methods)) ?? null;

/** What an order of these totals comes to in coins; an earlier rounding among its adjustments gives way. */
export function inCash<Counted extends { readonly totals: Totals }>(
  counted: Counted,
  adjustments: readonly Adjustment[],
  rule: Pick<CashRounding, 'step' | 'direction'> | null,
): { counted: Counted; adjustments: readonly Adjustment[] } {
  if (rule === null) return { counted, adjustments };
  const before = adjustments.find(isCashRounding)?.amount ?? 0;
  const exact = counted.totals.total - before;
  const amount = inCoins(exact, rule) - exact;
  const totals = {
    ...counted.totals,
    adjustments: counted.totals.adjustments - before + amount,
    total: exact + amount,
  };
  return {
    counted: { ...counted, totals },
    adjustments: [...adjustments.filter((one) => !isCashRounding(one)), { ...CASH_ROUNDING, amount }],
  };
}

/**
 * What rounds an order as it would be edited, in minor units; null: it has no rounding. One that was rounded is rounded again
 * where what it comes to or how it is paid has changed, to the cent where no rule is left for it; one that was not, where its
 * way of paying has changed to one that is. A rounding that the edit itself sets or takes off stays so.
 * `exact` is the total without it.
 */
export function roundingOfEdit(
  order: Pick<Order, 'head' | 'documents'>,
  work: Pick<WorkedOrder, 'adjustments' | 'payments'>,
  exact: Amount,
  rules: readonly CashRounding[],
): Amount | null {
  const { head, documents } = order;
  const had = head.adjustments.find(isCashRounding)?.amount;
  const has = work.adjustments.get(CASH_ROUNDING.id)?.amount;
  const paidOtherwise = [...work.payments.values()].some(
    ({ paymentId, method }) => method !== undefined && method !== documents.payment[paymentId]?.method,
  );
  const rule = cashRoundingFor(rules, head.currency, methodsOfEdit(order, work));
  if (has === undefined)
    return had === undefined && paidOtherwise && rule !== null ? inCoins(exact, rule) - exact : null;
  if (has !== had) return has;
  if (exact + has === head.totals.total && !paidOtherwise) return has;
  return rule === null ? 0 : inCoins(exact, rule) - exact;
}

/** The totals with that rounding. */
export function withRounding(totals: Totals, rounding: Amount | null): Totals {
  if (rounding === null) return totals;
  return { ...totals, adjustments: totals.adjustments + rounding, total: totals.total + rounding };
}
