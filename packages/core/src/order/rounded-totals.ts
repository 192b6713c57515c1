import type { Amount } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import { type CashRounding, inCoins } from '../money/cash-rounding.js';
import { methodsOfEdit, type WorkedOrder } from './edit-working.js';
import type { Order } from './order.js';
import { paidOnlyBy } from './payment-methods.js';
import type { Adjustment, Totals } from './totals.js';

/** The adjustment that brings an order to what coins can pay. It is there at 0 too: an edit counts it again. */
export const CASH_ROUNDING = { id: 'cash-rounding', kind: 'rounding', name: 'Cash rounding' } as const;

export const isCashRounding = ({ id, kind }: Pick<Adjustment, 'id' | 'kind'>): boolean =>
  id === CASH_ROUNDING.id && kind === CASH_ROUNDING.kind;

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
 * How an edit rounds what it counted; null: its adjustments stay as they are. An order that was rounded is rounded again where
 * what it comes to or how it is paid has changed, to the cent where no rule is left for it; one that was not, where its way
 * of paying has changed to one that is. Who takes the rounding off an order leaves it exact.
 */
export function cashRuleOfEdit(
  order: Pick<Order, 'head' | 'documents'>,
  work: Pick<WorkedOrder, 'adjustments' | 'payments'>,
  total: Amount,
  rules: readonly CashRounding[],
): Pick<CashRounding, 'step' | 'direction'> | null {
  const { head } = order;
  const had = head.adjustments.find(isCashRounding);
  const has = [...work.adjustments.values()].find(isCashRounding);
  const paidOtherwise = [...work.payments.values()].some(({ method }) => method !== undefined);
  const rule = cashRoundingFor(rules, head.currency, methodsOfEdit(order, work));
  if (had === undefined) return paidOtherwise && has === undefined ? rule : null;
  if (has === undefined) return null;
  const isSame = total - has.amount === head.totals.total - had.amount && has.amount === had.amount;
  return isSame && !paidOtherwise ? null : (rule ?? EXACT);
}

const EXACT = { step: 1, direction: 'nearest' } as const;
