import type { Order } from '@docket/core/order/order';
import { REFUSALS } from '@docket/core/order/refusals';
import { type Return, returnState, unsettled } from '@docket/core/order/return';
import { worthOf } from '@docket/core/order/return-worth';
import { policyOf, returnableOf } from '@docket/core/order/returnable';
import type { KnownReturns } from '../../returns/return-settings.js';
import { mayOf } from './allowed-view.js';
import { customOf } from './custom-fields-view.js';

/** The returns of an order, each with its state, what settling it would be about, and what may be asked of it. */
export const returnsView = (order: Order, allowed: ReadonlySet<string>): readonly object[] =>
  Object.values(order.documents.return).map((returned) => ({
    ...returned,
    status: returnState(returned),
    ...worthView(order, returned),
    ...customOf(order, 'return', returned.id),
    may: mayOf('return', returned, allowed),
  }));

function worthView(order: Order, returned: Return): object {
  const items = unsettled(returned);
  if (items.length === 0) return { worth: 0, worthWithShipping: 0 };
  return { worth: worthOf(order, items, false).value, worthWithShipping: worthOf(order, items, true).value };
}

/** What of the order may come back, and in which words, for who asks to return something. */
export function returnableView(order: Order, settings: KnownReturns, at: string): object {
  const policy = policyOf(order.head.store, settings.policies);
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  return {
    enabled: policy.enabled,
    windowDays: policy.windowDays,
    lines: returnableOf(order, policy, at).map((line) => {
      const { sku = '', name = '', quantity = 0 } = lines.get(line.lineId) ?? {};
      const meaning = line.refused === null ? null : REFUSALS[line.refused].meaning;
      return { ...line, sku, name, quantity, meaning };
    }),
    reasons: settings.reasons
      .filter(({ active }) => active)
      .map(({ reason, use, labels, commentNeeded }) => ({ reason, use, labels, commentNeeded })),
  };
}
