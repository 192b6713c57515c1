import { type Amount, isAmount, sum } from '../money/amount.js';
import { wholeShare } from '../money/rounding.js';
import { takes } from '../workflow/advance.js';
import { leftToClose } from './cancellation.js';
import type { Command, CommandName, CommandOf, ItemQuantity } from './commands.js';
import { type Hold, type HoldTarget, openHolds } from './hold.js';
import { invoicedValue } from './invoice.js';
import { type LinePieces, resolveItems } from './items.js';
import { billableSale } from './ledger.js';
import { type Instant, type Line, openToInvoice, openToShip, type Order, type OrderHead } from './order.js';
import type { MoneyDocument, MoneyKind } from './money-document.js';
import { standingPackages } from './package.js';
import { capturing, openAuthorisation, type Payment, refundableOf, waits } from './payment.js';
import { refundablePieces, refundedSoFar } from './refund-ceilings.js';
import { isRefusal, refuse, type Refusal } from './refusals.js';
import { unsettled } from './return.js';
import { returnable } from './return-invoice.js';

/**
 * What a hold can block: groups of commands, by name. What stands in no group is never blocked: notes, tags, assignees,
 * log entries, what carriers say, refusing to cancel, deleting and forgetting, and placing and releasing holds.
 */
export const HOLD_GROUPS = {
  /** What is said of a payment, and what is asked of its provider. What a provider did is never held. */
  payment: [
    'approve_payment',
    'notify_payment',
    'deny_payment',
    'begin_payment',
    'add_payment',
    'cancel_payment',
    'capture_payment',
    'void_payment',
    'retry_void',
    // where it says that authorisations are given up by the way
    'edit_order',
  ],
  /** What takes money: an approval that only authorises is none, nor an invoice that captures nothing. */
  capture: ['approve_payment', 'notify_payment', 'issue_invoice', 'capture_payment', 'retry_capture'],
  /**
   * The end of the cancellation window too: it is what calls an order ready for handling. An invoice and a parcel where
   * nobody has begun: they begin it by the way.
   */
  handling: [
    'accept_order',
    'authorise_fulfilment',
    'start_handling',
    'end_cancellation_window',
    'issue_invoice',
    'send_package',
  ],
  invoicing: ['issue_invoice'],
  /** An invoice where a parcel travels with it. Planning sends nothing, and what a carrier brings back is there. */
  shipping: ['send_package', 'issue_invoice', 'collect_package'],
  /** What ends the sale or a part of it too, where money was taken that goes back with it. */
  refund: [
    'refund',
    'retry_refund',
    'issue_return_invoice',
    'settle_return',
    'request_cancellation',
    'confirm_cancellation',
    'close_short',
    'end_deadline',
    'edit_order',
  ],
  /** The deadlines too that end in cancellation. */
  cancellation: ['request_cancellation', 'confirm_cancellation', 'close_short', 'end_deadline'],
  /** By hand; what a label does is asked of the other groups as well. */
  status: ['set_status'],
  /** Of what was ordered, its prices, and where and how it goes. */
  editing: ['edit_order'],
} as const satisfies Readonly<Record<string, readonly CommandName[]>>;

export type HoldGroup = keyof typeof HOLD_GROUPS;
/** A group, or all of them. */
export type Blocked = HoldGroup | 'all';

const GROUP_NAMES = Object.keys(HOLD_GROUPS) as HoldGroup[];
export const BLOCKED = [...GROUP_NAMES, 'all'] as const satisfies readonly Blocked[];

/** Every command that some hold may block. */
export const HELD_COMMANDS: readonly CommandName[] = [...new Set(Object.values(HOLD_GROUPS).flat())];

const GROUPS_BY_COMMAND: ReadonlyMap<CommandName, readonly HoldGroup[]> = new Map(
  HELD_COMMANDS.map((command) => [
    command,
    GROUP_NAMES.filter((group) => (HOLD_GROUPS[group] as readonly CommandName[]).includes(command)),
  ]),
);

/**
 * The refusal of everything that stands against a command, or null. Of one that is only thought of, what it will name is
 * not known yet: then it is refused only where every choice is held, so a button that is offered has a way through.
 */
export function heldRefusal(order: Order, command: CommandName, asked?: Command): Refusal | null {
  const open = openHolds(order.head);
  if (open.length === 0) return null;
  const against = new Set<Hold>();
  for (const group of GROUPS_BY_COMMAND.get(command) ?? []) {
    const holds = open.filter(({ blocks }) => blocksGroup(blocks, group));
    const reaches = [
      ...reachesOf(order, group, command),
      ...(asked === undefined ? [] : reachesOf(order, group, command, asked)),
    ];
    for (const reach of reaches) for (const hold of standing(holds, reach)) against.add(hold);
  }
  return against.size === 0 ? null : onHold(open.filter((hold) => against.has(hold)));
}

/** Whether a timer has to wait with its command. It is about the whole order, so a hold on any part of it is enough. */
export const isTimerHeld = (head: Pick<OrderHead, 'holds' | 'ledger'>, command: CommandName): boolean =>
  (GROUPS_BY_COMMAND.get(command) ?? []).some(
    (group) =>
      (group !== 'refund' || hasTaken(head)) && openHolds(head).some(({ blocks }) => blocksGroup(blocks, group)),
  );

/** Whether the book says what `refundableOf` does: money was taken and not given back. */
const hasTaken = ({ ledger }: Pick<OrderHead, 'ledger'>): boolean =>
  (ledger.captured ?? 0) + (ledger.refunded ?? 0) > 0;

const blocksGroup = (blocks: readonly Blocked[], group: HoldGroup): boolean =>
  blocks.includes('all') || blocks.includes(group);

/** Which holds, of which types, on what, in the same order; and when the last of them ends by itself, if all of them do. */
function onHold(holds: readonly Hold[]): Refusal {
  const ends = holds.flatMap(({ releaseAt }) => releaseAt ?? []);
  const until: Instant | null = ends.length < holds.length ? null : (ends.toSorted().at(-1) ?? null);
  return refuse('on_hold', undefined, {
    holds: holds.map(({ id }) => id),
    types: holds.map(({ holdType }) => holdType),
    on: holds.map(({ on }) => (on === null ? 'order' : `${on.kind} ${on.id}`)),
    until,
  });
}

/** What a command is about, as far as holds ask. */
interface Reach {
  /** Lines that it takes pieces of; null: it is about the order as a whole. */
  readonly lines: readonly string[] | null;
  /** True: any of these lines may be named yet. */
  readonly choosesLines?: true;
  /** Documents that it names; of a kind of which several stand here, one of them. */
  readonly documents: readonly HoldTarget[];
}

/**
 * A hold on a line stands against what takes pieces of it, and against what is about the whole order. A hold on a document
 * stands against everything but what names another document of the same kind in its place.
 */
function standing(holds: readonly Hold[], { lines, choosesLines, documents }: Reach): readonly Hold[] {
  const isHeld = (kind: HoldTarget['kind'], id: string): boolean =>
    holds.some(({ on }) => on?.kind === kind && on.id === id);
  return holds.filter(({ on }) => {
    if (on === null) return true;
    if (on.kind === 'line') {
      if (lines === null) return true;
      return lines.includes(on.id) && (choosesLines !== true || lines.every((id) => isHeld('line', id)));
    }
    const named = documents.filter(({ kind }) => kind === on.kind);
    return named.length === 0 || (named.some(({ id }) => id === on.id) && named.every(({ id }) => isHeld(on.kind, id)));
  });
}

/** What a command is about under a group; none: it does nothing of the kind. */
function reachesOf(order: Order, group: HoldGroup, command: CommandName, asked?: Command): readonly Reach[] {
  if (group === 'handling' && (command === 'issue_invoice' || command === 'send_package')) {
    return takes(order.head.instances, 'handling_started', order.published) ? [WHOLE_ORDER] : [];
  }
  if (group === 'refund' && ENDS_SALE.has(command) && refundableOf(order) <= 0) return [];
  switch (command) {
    case 'approve_payment':
    case 'notify_payment':
    case 'deny_payment': {
      const named = paymentsNamed(order, asked);
      const authorises = (id: string): boolean => order.documents.payment[id]?.capture === 'on_invoice';
      if (group === 'capture' && command === 'approve_payment' && named.some(({ id }) => authorises(id))) return [];
      return [{ lines: null, documents: named }];
    }
    case 'begin_payment':
    case 'cancel_payment':
      return [{ lines: null, documents: paymentsNamed(order, asked) }];
    case 'capture_payment':
    case 'void_payment': {
      const open = paymentsWith(order, (payment) => openAuthorisation(payment) > 0);
      return [{ lines: null, documents: named(asked) ?? open }];
    }
    case 'add_payment':
      return [{ lines: null, documents: [newOf('payment')] }];
    case 'retry_capture':
      return [{ lines: null, documents: paymentsOfFailed(order, asked, 'capture') }];
    case 'retry_void':
      return [{ lines: null, documents: paymentsOfFailed(order, asked, 'void') }];
    case 'retry_refund':
      return [{ lines: null, documents: paymentsOfFailed(order, asked, 'refund') }];
    case 'refund':
      return [refundReach(order, asked?.type === 'refund' ? asked : undefined)];
    case 'issue_invoice':
      return invoiceReaches(order, group, asked);
    case 'send_package': {
      const about = asked?.type === 'send_package' ? asked : undefined;
      const invoices = about === undefined ? Object.keys(order.documents.invoice) : [about.invoiceNumber ?? []].flat();
      const shipments = about === undefined ? Object.keys(order.documents.shipment) : [about.shipmentId ?? []].flat();
      const documents = [
        newOf('package'),
        ...invoices.map((id): HoldTarget => ({ kind: 'invoice', id })),
        ...shipments.map((id): HoldTarget => ({ kind: 'shipment', id })),
      ];
      return [{ ...linesNamed(order, asked, about?.items, openToShip), documents }];
    }
    case 'collect_package': {
      const about = asked?.type === 'collect_package' ? [order.documents.package[asked.packageId] ?? []].flat() : null;
      const parcels = about ?? standingPackages(order).filter(({ deliveredAt }) => deliveredAt === null);
      const lines = [...new Set(parcels.flatMap(({ items }) => items.map(({ lineId }) => lineId)))];
      const documents = parcels.map(({ id }): HoldTarget => ({ kind: 'package', id }));
      return [{ lines, ...(about === null ? { choosesLines: true } : {}), documents }];
    }
    case 'issue_return_invoice': {
      const about = asked?.type === 'issue_return_invoice' ? asked : undefined;
      return [{ ...linesNamed(order, asked, about?.items, returnable(order)), documents: [newOf('return_invoice')] }];
    }
    case 'settle_return':
      return [settlementReach(order, asked)];
    case 'edit_order':
      return editReaches(order, group, asked);
    case 'close_short':
      return [{ lines: idsOf(order.lines, leftToClose(order)), documents: [] }];
    default:
      return [WHOLE_ORDER];
  }
}

/** The lines and the return that are settled; of one that is only thought of, all that could be. */
function settlementReach({ documents }: Order, asked: Command | undefined): Reach {
  const returns = Object.values(documents.return).filter(
    ({ id }) => asked?.type !== 'settle_return' || asked.returnId === id,
  );
  const lines = returns.flatMap((returned) => unsettled(returned).map(({ lineId }) => lineId));
  const named = returns.map(({ id }): HoldTarget => ({ kind: 'return', id }));
  const reach: Reach = { lines: [...new Set(lines)], documents: [newOf('return_invoice'), ...named] };
  return asked === undefined ? { ...reach, choosesLines: true } : reach;
}

/** An edit is about the lines and payments that it names. It gives money back only where it says so. */
function editReaches(order: Order, group: HoldGroup, asked: Command | undefined): readonly Reach[] {
  const about = asked?.type === 'edit_order' ? asked : undefined;
  if (group === 'payment') return about?.settle === 'adjust' ? [WHOLE_ORDER] : [];
  if (group === 'refund') return about?.settle === 'adjust' && refundableOf(order) > 0 ? [WHOLE_ORDER] : [];
  if (about === undefined) return [{ lines: order.lines.map(({ id }) => id), choosesLines: true, documents: [] }];
  const named = about.changes.flatMap((change) => ('lineId' in change ? change.lineId : []));
  const payments = about.changes.flatMap((change): readonly HoldTarget[] =>
    'paymentId' in change ? [{ kind: 'payment', id: change.paymentId }] : [],
  );
  return [{ lines: named, documents: payments }];
}

/** What gives money back by the way, if there is any to give. */
const ENDS_SALE: ReadonlySet<CommandName> = new Set(HOLD_GROUPS.cancellation);

const WHOLE_ORDER: Reach = { lines: null, documents: [] };

/** A document that the command makes: no hold can stand on it yet. */
const newOf = (kind: HoldTarget['kind']): HoldTarget => ({ kind, id: '' });

const idsOf = (lines: readonly Line[], left: (line: Line) => number): readonly string[] =>
  lines.flatMap((line) => (left(line) > 0 ? [line.id] : []));

/** The lines that items name, else all that have any left. What items name in vain, their own refusal tells. */
function linesNamed(
  order: Order,
  asked: Command | undefined,
  items: readonly ItemQuantity[] | undefined,
  left: (line: Line) => number,
): Pick<Reach, 'lines' | 'choosesLines'> {
  if (asked === undefined) return { lines: idsOf(order.lines, left), choosesLines: true };
  if (items === undefined || items.length === 0) return { lines: idsOf(order.lines, left) };
  const pieces = resolveItems(order, items, left, 'quantity_exceeds_ordered');
  return { lines: isRefusal(pieces) ? [] : pieces.map(({ lineId }) => lineId) };
}

const paymentsNamed = (order: Order, asked: Command | undefined): readonly HoldTarget[] =>
  named(asked) ?? paymentsWith(order, waits);

const named = (asked: Command | undefined): readonly HoldTarget[] | undefined =>
  asked !== undefined && 'paymentId' in asked ? [{ kind: 'payment', id: asked.paymentId }] : undefined;

const paymentsWith = (order: Order, isMeant: (payment: Payment) => boolean): readonly HoldTarget[] =>
  Object.values(order.documents.payment).flatMap((payment): HoldTarget[] =>
    isMeant(payment) ? [{ kind: 'payment', id: payment.id }] : [],
  );

/** The document that is asked for again, and its payment. */
function paymentsOfFailed(order: Order, asked: Command | undefined, kind: MoneyKind): readonly HoldTarget[] {
  const id =
    asked?.type === 'retry_capture'
      ? asked.captureId
      : asked?.type === 'retry_void'
        ? asked.voidId
        : asked?.type === 'retry_refund'
          ? asked.refundId
          : null;
  const documents: readonly MoneyDocument[] = Object.values(order.documents[kind]);
  return documents
    .filter((each) => (id === null ? each.state === 'failed' : each.id === id))
    .flatMap((each) => targetsOf(kind, each));
}

const targetsOf = (kind: MoneyKind, { id, paymentId }: MoneyDocument): readonly HoldTarget[] => [
  { kind, id },
  { kind: 'payment', id: paymentId },
];

/** A refund by line is about its lines, any other about the order; one that names a payment is about no other. */
function refundReach(order: Order, asked: CommandOf<'refund'> | undefined): Reach {
  const documents = named(asked) ?? [];
  const left = refundablePieces(refundedSoFar(order));
  if (asked === undefined) return { lines: idsOf(order.lines, left), choosesLines: true, documents };
  const { items = [] } = asked;
  if (items.length === 0) return { lines: null, documents };
  const pieces = resolveItems(order, items, left, 'refund_exceeds_sold');
  return { lines: isRefusal(pieces) ? [] : pieces.map(({ lineId }) => lineId), documents };
}

/**
 * An invoice may take money, and may send a parcel. The one that completes the order is about all that is left of it, and
 * so is one that is for more than the pieces it names.
 */
function invoiceReaches(order: Order, group: HoldGroup, asked: Command | undefined): readonly Reach[] {
  const about = asked?.type === 'issue_invoice' ? asked : undefined;
  // the least that an invoice can be for, where nobody has said
  const value = about?.value ?? 1;
  const invoiced = invoicedValue(order.documents) + (isAmount(value) ? Math.max(0, value) : 0);
  const completes = about !== undefined && invoiced >= billableSale(order.head);
  const named = linesNamed(order, asked, about?.items, openToInvoice);
  const documents = [newOf('invoice'), newOf('package')];
  const goesBeyond = about !== undefined && exceedsItems(order, about);
  const whole = completes || goesBeyond ? { lines: idsOf(order.lines, openToInvoice) } : named;
  switch (group) {
    case 'shipping':
      return about?.package === undefined ? [] : [{ ...named, documents }];
    case 'capture': {
      const taken = capturing(order, invoiced, completes).map(({ paymentId }) => paymentId);
      if (about !== undefined) {
        return taken.map((id) => ({ ...whole, documents: [...documents, { kind: 'payment', id }] }));
      }
      const open = Object.values(order.documents.payment).flatMap((payment): HoldTarget[] =>
        payment.capture === 'on_invoice' && openAuthorisation(payment) > 0 ? [{ kind: 'payment', id: payment.id }] : [],
      );
      return taken.length === 0 ? [] : [{ ...named, documents: [...documents, ...open] }];
    }
    default:
      return [{ ...whole, documents }];
  }
}

/** Whether an invoice is for more than the pieces that it names, and what of the sale belongs to no line. */
function exceedsItems(order: Order, { value, items = [] }: CommandOf<'issue_invoice'>): boolean {
  const pieces = resolveItems(order, items, openToInvoice, 'quantity_exceeds_ordered');
  if (isRefusal(pieces) || !isAmount(value)) return false;
  const ofNoLine = order.head.totals.total - sum(order.lines.map(({ money }) => money.payable));
  const taken = sum(
    Object.values(order.documents.invoice).map((earlier) => beyond(order, earlier.value, earlier.items)),
  );
  return beyond(order, value, pieces) > Math.max(0, ofNoLine - taken);
}

/** What of a value the pieces are not; a part of a line is rounded up. */
function beyond({ lines }: Order, value: Amount, pieces: readonly LinePieces[]): Amount {
  const named = new Map(pieces.map(({ lineId, quantity }) => [lineId, quantity]));
  const payable = lines.map(({ id, money, quantity }) => {
    const count = named.get(id) ?? 0;
    if (count === 0) return 0;
    const { whole, remainder } = wholeShare(money.payable, count, BigInt(quantity));
    return remainder === 0n ? whole : whole + 1;
  });
  return Math.max(0, value - sum(payable));
}
