import type { Command, IssueInvoice, IssueReturnInvoice } from './commands.js';
import type { Context, Facts } from './decision.js';
import { countedNumber, documentNumber, seriesName, templateFor } from './document-number.js';
import { seriesOf } from './number-template.js';
import type { Instant, Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';
import type { ImportOrder, PlaceOrder } from './placing-commands.js';

/** Papers as they are decided: numbered by whoever sent them, or here. */
export type NumberedInvoice = IssueInvoice & { readonly number: string };
export type NumberedReturnInvoice = IssueReturnInvoice & { readonly number: string };
export type NumberedCommand =
  | Exclude<Command, IssueInvoice | IssueReturnInvoice | PlaceOrder | ImportOrder>
  | NumberedInvoice
  | NumberedReturnInvoice;

type PaperKind = 'invoice' | 'return_invoice';

/** What stands at the end of a number that is counted inside the order. */
const MARKS: Readonly<Record<PaperKind, string>> = { invoice: 'I', return_invoice: 'RI' };

/** The paper that a command asks for without a number; null: none. */
function unnumbered(command: Command): PaperKind | null {
  switch (command.type) {
    case 'issue_invoice':
      return command.number === undefined ? 'invoice' : null;
    case 'issue_return_invoice':
      return command.number === undefined ? 'return_invoice' : null;
    case 'settle_return':
      return command.invoiceNumber === undefined ? 'return_invoice' : null;
    default:
      return null;
  }
}

/** The series from which a number has to be taken before the paper can be decided; null: from none. */
export function paperSeries(
  order: Pick<Order, 'head'>,
  command: Command,
  facts: Pick<Facts, 'defaults' | 'stores'>,
  at: Instant,
): string | null {
  const kind = unnumbered(command);
  const by = kind === null ? null : templateFor(kind, order.head.store, facts);
  const period = by === null ? null : seriesOf(by.template, at);
  return by === null || period === null ? null : seriesName(by.counter, period);
}

/**
 * The command with the number of its paper: by the template of the store or the account, else counted in the order, past those
 * that somebody gave by hand. Refusal: invoice_exists, where a series gives a number that somebody gave to this order by hand: the
 * next try has the next one.
 */
export function withPaperNumber(
  order: Order,
  command: Exclude<Command, PlaceOrder | ImportOrder>,
  facts: Facts,
  context: Context,
): NumberedCommand | Refusal {
  const kind = unnumbered(command);
  if (kind === null) return command as NumberedCommand;
  const number = numberOfPaper(order, kind, facts, context);
  if (isTaken(order, number))
    return refuse('invoice_exists', command.type === 'settle_return' ? '/invoiceNumber' : '/number');
  if (command.type === 'settle_return') return { ...command, invoiceNumber: number };
  return { ...command, number } as NumberedCommand;
}

function numberOfPaper(order: Order, kind: PaperKind, facts: Facts, { at, documentSequence }: Context): string {
  const by = templateFor(kind, order.head.store, facts);
  const isSeries = by !== null && seriesOf(by.template, at) !== null;
  if (isSeries && documentSequence === undefined) throw new Error(`no number was taken for the ${kind}`);
  for (let count = Object.keys(order.documents[kind]).length + 1; ; count += 1) {
    const number =
      by === null
        ? countedNumber(order.head, `${MARKS[kind]}${count}`)
        : documentNumber(by.template, order.head, { at, sequence: documentSequence ?? 0, count });
    if (isSeries || !isTaken(order, number)) return number;
  }
}

const isTaken = ({ documents }: Order, number: string): boolean =>
  Object.hasOwn(documents.invoice, number) || Object.hasOwn(documents.return_invoice, number);
