import type { Facts } from '../order/decision.js';
import type { Instant } from '../order/order.js';
import { linesOf } from '../order/placed-lines.js';
import { countedMoney, deliveriesOf, shapeProblem, soldWhere } from '../order/placing.js';
import type { PlaceOrder } from '../order/placing-commands.js';
import { refuse, type Refusal } from '../order/refusals.js';
import { tablesFor } from '../workflow/built-in.js';
import { taxBasket } from './basket.js';
import { type LineTaxes, lineTaxes } from './line-tax.js';
import type { StoreTax } from './store-tax.js';
import { isTaxFailure, type TaxBasket, type TaxFailure, type TaxQuote } from './tax-provider.js';

/**
 * Whether Docket asks a provider for the tax of a placement, and how its store charges it. A sender who names a tax counts it; one
 * who says nothing has it counted where the store says so. Refusals: tax_refused, where it is asked for and the store has no
 * provider; amount_invalid, for a tax that would be charged twice. Null: no tax of ours.
 */
export function taxOfStore(
  command: PlaceOrder,
  facts: Pick<Facts, 'stores' | 'channels' | 'defaults'>,
): StoreTax | Refusal | null {
  if (command.taxed === false) return null;
  const named = command.lines.findIndex(({ tax }) => tax !== undefined);
  if (command.taxed === undefined && named >= 0) return null;
  const sold = soldWhere(command, facts);
  if ('refused' in sold) return command.taxed === true ? sold : null;
  const tax = facts.stores.find(({ store }) => store === sold.store)?.tax ?? null;
  if (command.taxed === undefined) return tax?.taxesOrders === true ? tax : null;
  if (named >= 0) return refuse('amount_invalid', `/lines/${named}/tax`);
  if (tax === null) return refuse('tax_refused', '/taxed', { reason: 'no_provider', store: sold.store });
  return tax;
}

/** A basket to be taxed, and how its answer becomes taxes of lines. */
export interface AskedTax {
  readonly basket: TaxBasket;
  readonly taxes: (answer: TaxQuote) => LineTaxes | TaxFailure;
}

/** What a provider is asked about a placement whose prices are known. A refusal is one that the placement meets as well. */
export function placementBasket(
  command: PlaceOrder,
  tax: StoreTax,
  facts: Facts,
  { account, at, exemption }: { readonly account: string; readonly at: Instant; readonly exemption: string | null },
): AskedTax | Refusal {
  const shape = shapeProblem(command);
  if (shape !== null) return shape;
  const sold = soldWhere(command, facts);
  if ('refused' in sold) return sold;
  const rounding = command.rounding ?? facts.defaults.rounding;
  const tables = tablesFor(command.workflow ?? facts.defaults.workflow, facts.workflows) ?? [];
  const deliveries = deliveriesOf(command, facts);
  if ('refused' in deliveries) return deliveries;
  const drafts = linesOf(command, deliveries, facts, tables);
  if ('refused' in drafts) return drafts;
  const counted = countedMoney(command, rounding, drafts, deliveries);
  if ('refused' in counted) return counted;
  const basket = taxBasket(
    {
      account,
      store: sold.store,
      currency: command.currency,
      rounding,
      at,
      customerId: command.customerId ?? null,
      exemption,
      lines: counted.lines.map((line) => ({ ...line, category: facts.products.get(line.sku)?.taxCategory ?? null })),
      deliveries,
      adjustments: command.adjustments ?? [],
    },
    tax,
  );
  const nets = counted.lines.map(({ money }) => money.net);
  return { basket, taxes: (answer) => lineTaxes(basket, answer, drafts, nets) };
}

/** Why the tax of a placement cannot be told, as whoever places it reads it. */
export const taxRefusal = ({ failed, reason, detail }: TaxFailure): Refusal =>
  refuse(failed === 'refused' ? 'tax_refused' : 'tax_unreachable', undefined, {
    reason,
    ...(detail === null ? {} : { detail }),
  });

/** The taxes of an answer, or why there are none. */
export function taxesOf(asked: AskedTax, answer: TaxQuote | TaxFailure): LineTaxes | Refusal {
  const taxes = isTaxFailure(answer) ? answer : asked.taxes(answer);
  return isTaxFailure(taxes) ? taxRefusal(taxes) : taxes;
}
