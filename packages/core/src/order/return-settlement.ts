import { type Amount, isAmount, sum } from '../money/amount.js';
import type { CommandOf } from './commands.js';
import { accepted, type Accepted, type Context, type Facts } from './decision.js';
import type { LinePieces } from './items.js';
import type { OrderEventOf } from './events.js';
import { departed, type Line, type Order } from './order.js';
import { isRefusal, refuse, type Refusal } from './refusals.js';
import { unsettled } from './return.js';
import { outcomeOf } from './return-outcome.js';
import { decideReturnInvoice, returnableValue } from './return-invoice.js';
import { returnIn } from './return-request.js';
import { piecesOfLine, worthOf } from './return-worth.js';

/**
 * Gives back what the accepted pieces were sold for: issues the return invoice and refunds with it, in one unit, as money,
 * as store credit or by an order in exchange. A later parcel of the same return is settled by itself. Goods go on no shelf
 * here: the inspection said where they went.
 * Refusals: return_not_found, return_in_other_state, amount_invalid, restocking_fee_exceeds_value, invoice_exists, and
 * those of the return invoice and of the outcome.
 */
export function decideReturnSettlement(
  order: Order,
  command: CommandOf<'settle_return'>,
  facts: Facts,
  context: Context,
): Accepted | Refusal {
  const { returnId, resolution, restockingFee = 0 } = command;
  const returned = returnIn(order, command);
  if ('refused' in returned) return returned;
  const items = unsettled(returned);
  if (items.length === 0) return refuse('return_in_other_state', '/returnId', { state: 'received', accepted: 0 });
  const beyond = order.lines.find((line) => piecesOfLine(items, line) > piecesLeft(line));
  if (beyond !== undefined)
    return refuse('quantity_exceeds_invoiced', '/returnId', { lineId: beyond.id, left: piecesLeft(beyond) });
  const left = returnableValue(order);
  if (typeof left !== 'number') return left;
  const { value, shipping } = worthOf(order, items, command.includeShipping === true);
  if (!isAmount(restockingFee) || restockingFee < 0) return refuse('amount_invalid', '/restockingFee');
  if (restockingFee > 0 && restockingFee >= value)
    return refuse('restocking_fee_exceeds_value', '/restockingFee', { value });
  const { invoiceNumber: number } = command;
  if (number === undefined) throw new Error('the return invoice was not numbered');
  const content = { number, value: value - restockingFee, items };
  const paper = value === 0 ? accepted([]) : paperOf(order, command, content, context);
  if (isRefusal(paper)) return paper;
  const [issued] = paper.events.flatMap((event) => (event.type === 'return_invoice_issued' ? [event] : []));
  if (value > 0 && issued === undefined) return refuse('invoice_exists', '/invoiceNumber');
  const outcome = outcomeOf(order, command, issued?.data.refunds ?? [], facts, context);
  if (isRefusal(outcome)) return outcome;
  const { refunds, placed, ...ways } = outcome;
  const settled: OrderEventOf<'return_settled'> = {
    type: 'return_settled',
    data: {
      returnId,
      resolution,
      items,
      invoiceNumber: issued?.data.number ?? null,
      value,
      ...(shipping === 0 ? {} : { shipping }),
      restockingFee,
      refunded: sum(refunds.map(({ amount }) => amount)),
      ...ways,
    },
    personal: null,
  };
  const events = issued === undefined ? [settled] : [{ ...issued, data: { ...issued.data, refunds } }, settled];
  return accepted(events, paper.claims, paper.signals, placed);
}

const paperOf = (
  order: Order,
  { returnId, refund }: CommandOf<'settle_return'>,
  paper: { readonly number: string; readonly value: Amount; readonly items: readonly LinePieces[] },
  context: Context,
): Accepted | Refusal => {
  const decision = decideReturnInvoice(
    order,
    { type: 'issue_return_invoice', ...paper, ...(refund === undefined ? {} : { refund }) },
    context,
    returnId,
  );
  if (!isRefusal(decision) || decision.pointer === '/refund') return decision;
  return { ...decision, pointer: decision.pointer === '/number' ? '/invoiceNumber' : '/returnId' };
};

/** A paper beside the return may have taken the same pieces: they were not always refused to it. */
const piecesLeft = (line: Line): number => Math.max(line.invoiced, departed(line)) - line.returned;
