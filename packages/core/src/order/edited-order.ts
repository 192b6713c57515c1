import { isAmount } from '../money/amount.js';
import type { UsedPromotion } from '../pricing/promotion.js';
import type { LineTax } from '../tax/line-tax.js';
import { tableOf } from '../workflow/built-in.js';
import type { WorkflowTable } from '../workflow/table.js';
import type { Facts } from './decision.js';
import type { RecordedShares } from './edit-commands.js';
import { asksTax, countedAgain, taxOf } from './edit-money.js';
import { countedAsRecorded } from './edit-recorded-shares.js';
import type { EditedLine } from './edit.js';
import type { PricedWork } from './edit-pricing.js';
import { editStages, isAllGone } from './edit-rules.js';
import type { WorkedLine, WorkedOrder } from './edit-working.js';
import { inRange } from './instant.js';
import type { Delivery, Line, LineStock, Order } from './order.js';
import { type LineDraft, lineOf, linesOf } from './placed-lines.js';
import { LIMITS } from './placing.js';
import type { PlacedLine } from './placing-commands.js';
import { isRefusal, refuse, type Refusal } from './refusals.js';
import { CASH_ROUNDING, isCashRounding, roundingOfEdit, withRounding } from './rounded-totals.js';
import { sameMoney } from './same-line.js';
import type { Adjustment, LineMoney, OrderDiscount, PricedLine, Totals } from './totals.js';

/** What an edit makes of an order, counted: whole, as a placement would leave it. */
export interface EditedOrder {
  readonly lines: readonly EditedLine[];
  readonly deliveries: readonly Delivery[];
  readonly discounts: readonly OrderDiscount[];
  readonly adjustments: readonly Adjustment[];
  readonly promotions: readonly UsedPromotion[] | undefined;
  readonly totals: Totals;
}

/**
 * Completes new lines from the catalogue, counts all money anew, and says what each line holds of stock.
 * Refusals: too_many, nothing_to_sell, amount_invalid, date_out_of_range, edit_after_sending, edit_below_papers, those of the lines of a placement,
 * amount_too_large, discount_exceeds_value, negative_total.
 */
export function edited(
  order: Order,
  { work, promotions, quoted }: PricedWork,
  facts: Facts,
  tables: readonly WorkflowTable[],
  recorded: readonly RecordedShares[] = [],
): EditedOrder | Refusal {
  const shape = shapeProblem(order, work);
  if (shape !== null) return shape;
  const drafts = draftsOf(order, work, facts, tables, quoted);
  if (isRefusal(drafts)) return drafts;
  const worked = [...work.lines.values()];
  const { taxed } = facts;
  if (taxed !== undefined && isRefusal(taxed)) return taxed;
  const saidOf = (line: WorkedLine): LineTax | undefined => (asksTax(line) ? taxed?.lines[line.id] : undefined);
  const lines = worked.map((line): PricedLine => {
    const terms: PricedLine = {
      id: line.id,
      quantity: line.quantity,
      unitMultiplier: line.before?.unitMultiplier ?? line.sent?.unitMultiplier ?? 1000,
      price: line.priceMicros ?? drafts.get(line.id)?.price ?? 0,
      unitDiscount: line.discountMicros,
      tax: 0,
      deliveryId: line.deliveryId,
    };
    terms.tax = taxOf(order, line, terms, saidOf(line));
    return terms;
  });
  const money = {
    currency: order.head.currency,
    rounding: order.head.rounding,
    lines,
    discounts: [...work.discounts.values()],
    deliveries: [...work.deliveries.values()],
    // What rounds them is counted at the end: an old rounding says nothing of the new total.
    adjustments: [...work.adjustments.values()].filter((adjustment) => !isCashRounding(adjustment)),
  };
  const counted = countedAsRecorded(order, money, recorded, taxed) ?? countedAgain(order, money);
  if ('below' in counted) return refuse('edit_below_papers', '/changes', { of: counted.below, least: counted.least });
  if ('problem' in counted) return refuse(counted.problem, asChange(counted.pointer, worked));
  const rounding = roundingOfEdit(order, work, counted.totals.total, facts.cashRoundings ?? []);
  const totals = withRounding(counted.totals, rounding);
  if (totals.total < 0) return refuse('negative_total', '/changes');
  const state = stockState(order);
  return {
    lines: worked.map((line, index) => {
      const share = counted.lines[index];
      if (share === undefined) throw new Error('a line was not counted');
      return line.before === null
        ? newLine(line, drafts.get(line.id), share, state, saidOf(line))
        : changedLine(line, line.before, share, saidOf(line));
    }),
    deliveries: money.deliveries,
    discounts: money.discounts,
    adjustments: rounding === null ? money.adjustments : [...money.adjustments, { ...CASH_ROUNDING, amount: rounding }],
    promotions,
    totals,
  };
}

function shapeProblem(order: Order, work: WorkedOrder): Refusal | null {
  for (const field of ['lines', 'deliveries', 'discounts', 'adjustments'] as const)
    // the rounding that Docket adds is not counted
    if (work[field].size - (field === 'adjustments' && work.adjustments.has(CASH_ROUNDING.id) ? 1 : 0) > LIMITS[field])
      return refuse('too_many', '/changes', { field, limit: LIMITS[field] });
  if (work.lines.size === 0 && work.adjustments.size === 0) return refuse('nothing_to_sell', '/changes');
  const isGone = isAllGone(order);
  for (const { before, quantity, priceMicros, discountMicros, tax, change } of work.lines.values()) {
    const wrong = unitProblem(quantity, priceMicros ?? 0, discountMicros, tax ?? 0);
    if (wrong !== null) return refuse('amount_invalid', pointerTo(change, wrong));
    if (isGone && quantity > (before?.quantity ?? 0))
      return refuse('edit_after_sending', pointerTo(change, 'quantity'));
  }
  for (const { id, amount } of work.discounts.values())
    if (!isAmount(amount) || amount < 0) return refuse('amount_invalid', '/changes', { discount: id });
  for (const { id, amount } of work.adjustments.values())
    if (!isAmount(amount)) return refuse('amount_invalid', '/changes', { adjustment: id });
  for (const { id, promisedAt, shipBy } of work.deliveries.values())
    for (const date of [promisedAt, shipBy])
      if (date !== null && !inRange(date)) return refuse('date_out_of_range', '/changes', { delivery: id });
  for (const { paymentId, amount, dueAt } of work.payments.values()) {
    if (amount !== undefined && (!isAmount(amount) || amount < 0))
      return refuse('amount_invalid', '/changes', { payment: paymentId });
    if (dueAt != null && !inRange(dueAt)) return refuse('date_out_of_range', '/changes', { payment: paymentId });
  }
  return null;
}

function unitProblem(
  quantity: number,
  price: number,
  discount: number,
  tax: number,
): 'quantity' | 'priceMicros' | 'discountMicros' | 'tax' | null {
  const whole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
  if (!whole(quantity) || quantity === 0) return 'quantity';
  if (!whole(price)) return 'priceMicros';
  if (!whole(discount)) return 'discountMicros';
  return whole(tax) && isAmount(tax) ? null : 'tax';
}

const pointerTo = (change: number | null, field: string): string =>
  change === null ? '/changes' : `/changes/${change}/${field}`;

/** What `totalsOf` says of a line, said of the change that is about it; of anything else, of the changes as a whole. */
function asChange(pointer: string, lines: readonly WorkedLine[]): string {
  const [, index, field = ''] = /^\/lines\/(\d+)\/(\w+)$/.exec(pointer) ?? [];
  const change = index === undefined ? null : (lines[Number(index)]?.change ?? null);
  const names: Readonly<Record<string, string>> = { price: 'priceMicros', unitDiscount: 'discountMicros' };
  return pointerTo(change, names[field] ?? field);
}

/** New lines, completed and checked as those of a placement. */
function draftsOf(
  { head }: Order,
  work: WorkedOrder,
  facts: Facts,
  tables: readonly WorkflowTable[],
  quoted: PricedWork['quoted'],
): ReadonlyMap<string, LineDraft> | Refusal {
  const added = [...work.lines.values()].filter(({ before }) => before === null);
  const lines = added.map((line): PlacedLine => {
    if (line.sent === null) throw new Error(`line ${line.id} is neither old nor new`);
    const { deliveryId: _delivery, ...sent } = line.sent;
    const listPrice = sent.listPriceMicros ?? quoted.get(line.id)?.listPriceMicros ?? undefined;
    return {
      ...sent,
      id: line.id,
      quantity: line.quantity,
      ...(line.priceMicros === null ? {} : { priceMicros: line.priceMicros }),
      discountMicros: line.discountMicros,
      ...(listPrice === undefined ? {} : { listPriceMicros: listPrice }),
      ...(line.deliveryId === null ? {} : { deliveryId: line.deliveryId }),
    };
  });
  const drafts = linesOf({ lines, currency: head.currency }, [...work.deliveries.values()], facts, tables);
  if (!isRefusal(drafts)) return new Map(drafts.map((draft) => [draft.id, draft]));
  const [, index, field = ''] = /^\/lines\/(\d+)\/(\w+)$/.exec(drafts.pointer ?? '') ?? [];
  return { ...drafts, pointer: pointerTo(added[Number(index)]?.change ?? null, field) };
}

function newLine(
  { byHand }: WorkedLine,
  draft: LineDraft | undefined,
  money: LineMoney,
  state: LineStock['state'],
  said: LineTax | undefined,
): EditedLine {
  if (draft === undefined) throw new Error('a new line was not completed');
  const { invoiced: _i, shipped: _s, returned: _r, cancelled: _c, ...line } = lineOf(draft, money);
  const stock = line.stock === null ? null : { ...line.stock, state };
  return {
    ...line,
    stock,
    ...(said === undefined ? {} : { taxed: said }),
    ...(byHand.length === 0 ? {} : { byHand }),
  };
}

/**
 * Pieces more or less are held more or less: what has papers does not change, so no more is given back than is held. A line
 * that stays as it is stays the same object: of 500 lines an edit changes few, and copying and comparing each took most of it.
 */
function changedLine(now: WorkedLine, before: Line, money: LineMoney, said: LineTax | undefined): EditedLine {
  // A tax that nobody counted anew is told by its amount alone.
  const taxed = said ?? (money.share.tax === before.money.share.tax ? before.taxed : undefined);
  if (taxed === before.taxed && isUntouched(now, before) && sameMoney(money, before.money)) return before;
  const { invoiced: _i, shipped: _s, handedOver: _h, returned: _r, cancelled: _c, ...sold } = before;
  const { refundedOfCancelled: _n, taxed: _t, ...line } = sold;
  const held = Math.max(0, (line.stock?.held ?? 0) + now.quantity - before.quantity);
  return {
    ...line,
    quantity: now.quantity,
    priceMicros: now.priceMicros ?? before.priceMicros,
    discountMicros: now.discountMicros,
    deliveryId: now.deliveryId,
    stock: line.stock === null || held === line.stock.held ? line.stock : { ...line.stock, held },
    ...(taxed === undefined ? {} : { taxed }),
    ...(now.byHand.length === 0 ? {} : { byHand: now.byHand }),
    money,
  };
}

const isUntouched = (now: WorkedLine, before: Line): boolean =>
  now.quantity === before.quantity &&
  (now.priceMicros ?? before.priceMicros) === before.priceMicros &&
  now.discountMicros === before.discountMicros &&
  now.deliveryId === before.deliveryId &&
  now.byHand.length === (before.byHand?.length ?? 0) &&
  now.byHand.every((set) => before.byHand?.includes(set) === true);

/** New pieces are held as firmly as those that the order has; where it has none, as its workflow would hold them by now. */
function stockState(order: Order): LineStock['state'] {
  const held = order.lines.find(({ stock }) => stock !== null)?.stock?.state;
  if (held !== undefined) return held;
  const confirms = order.head.instances.some((instance) => {
    const { confirmAt } = tableOf(instance, order.published).stock;
    return confirmAt === 'payments_approved' ? order.head.authorisedAt !== null : !editStages(order).includes('open');
  });
  return confirms ? 'confirmed' : 'claimed';
}
