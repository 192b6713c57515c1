import { permits } from '../workflow/permits.js';
import { tableOf } from '../workflow/built-in.js';
import { takes } from '../workflow/advance.js';
import { rowOf } from '../workflow/table.js';
import { openRequest } from './cancellation.js';
import { EDIT_KINDS, type EditKind } from './edit-commands.js';
import { againstLinkedEdit } from './linked-edit.js';
import { departed, nothingLeftToSend, openToShip, type Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';

/** How far an order is, in words that every workflow knows. Several of them hold at once: partly invoiced and partly sent. */
export const EDIT_STAGES = [
  /** Payment has not begun. */
  'incomplete',
  /** Nobody has begun to handle it. */
  'open',
  'handling',
  'partly_invoiced',
  'partly_sent',
  'invoiced',
  'sent',
  'delivered',
  /** A request to cancel waits for its answer. */
  'cancellation_requested',
  /** A step in which the platform works on the order. */
  'locked',
] as const;

export type EditStage = (typeof EDIT_STAGES)[number];

/** What rules are about: a kind of change, or running the promotions of the order again and dropping them. */
export type RuledEdit = EditKind | 'promotions';
export const RULED_EDITS = [...EDIT_KINDS, 'promotions'] as const satisfies readonly RuledEdit[];

/** At which stages each of them may be made: every stage that holds of the order has to be named. */
export type EditRules = Readonly<Partial<Record<RuledEdit, readonly EditStage[]>>>;

const WORKED_ON: readonly EditStage[] = ['open', 'handling', 'partly_invoiced', 'partly_sent'];

/**
 * What holds where the account says nothing. Goods, prices and the way they are sent change until all of it is invoiced
 * or sent; who pays how for as long as nobody answered.
 */
export const DEFAULT_EDIT_RULES: Readonly<Record<RuledEdit, readonly EditStage[]>> = {
  add_line: WORKED_ON,
  set_quantity: WORKED_ON,
  remove_line: WORKED_ON,
  replace_line: WORKED_ON,
  set_price: WORKED_ON,
  set_line_discount: WORKED_ON,
  set_line_promotions: WORKED_ON,
  set_line_tax: WORKED_ON,
  set_line_delivery: WORKED_ON,
  add_discount: WORKED_ON,
  set_discount: WORKED_ON,
  remove_discount: WORKED_ON,
  add_adjustment: WORKED_ON,
  remove_adjustment: WORKED_ON,
  set_delivery: WORKED_ON,
  remove_delivery: WORKED_ON,
  set_address: WORKED_ON,
  set_channel: ['open', 'handling'],
  set_payment: [...WORKED_ON, 'invoiced', 'sent', 'delivered'],
  apply_coupon: WORKED_ON,
  remove_coupon: WORKED_ON,
  promotions: WORKED_ON,
};

/** The stages that hold of an order; one at least. */
export function editStages(order: Order): readonly EditStage[] {
  const { head, lines, documents } = order;
  if (!head.complete) return ['incomplete'];
  const sold = lines.some(({ quantity, cancelled }) => quantity > cancelled);
  const sent = lines.some((line) => departed(line) > 0);
  const stages: EditStage[] = [];
  if (head.deliveredAt !== null) stages.push('delivered');
  if (head.invoicedAt !== null) stages.push('invoiced');
  else if (Object.keys(documents.invoice).length > 0) stages.push('partly_invoiced');
  if (sold && lines.every((line) => openToShip(line) === 0)) stages.push('sent');
  else if (sent || Object.keys(documents.package).length > 0) stages.push('partly_sent');
  if (stages.length === 0) stages.push(isHandled(order) ? 'handling' : 'open');
  if (openRequest(order) !== undefined) stages.push('cancellation_requested');
  if (head.instances.some((instance) => rowOf(tableOf(instance, order.published), instance.step).locked === true))
    stages.push('locked');
  return stages;
}

/** Whether goods are being picked; in the free workflow, whose steps permit everything, nobody says. */
function isHandled({ head, published }: Order): boolean {
  if (head.workflow === 'free' || takes(head.instances, 'handling_started', published)) return false;
  return (['issue_invoice', 'send_package'] as const).some(
    (command) => permits(head.instances, command, 'staff', published) === 'yes',
  );
}

/** What raises the pieces of an order: it needs a step in which they can be handled yet. */
const ADDS_PIECES: ReadonlySet<RuledEdit> = new Set(['add_line', 'replace_line']);

/**
 * Whether the rules let this kind of change be made now; whatever they say, nothing is added to what is all sent.
 * Refusals: edit_not_allowed, edit_after_sending.
 */
export function againstEdit(order: Order, kind: RuledEdit, rules: EditRules = {}): Refusal | null {
  const allowed = rules[kind] ?? DEFAULT_EDIT_RULES[kind];
  const against = editStages(order).find((stage) => !allowed.includes(stage));
  if (against !== undefined) return refuse('edit_not_allowed', undefined, { change: kind, stage: against });
  return ADDS_PIECES.has(kind) && isAllGone(order) ? refuse('edit_after_sending', undefined, { change: kind }) : null;
}

/** An order without lines has nothing to send, and may get its first one. */
export const isAllGone = (order: Order): boolean =>
  order.head.complete && order.lines.length > 0 && nothingLeftToSend(order);

export interface EditAllowance {
  readonly change: RuledEdit;
  readonly allowed: boolean;
  /** Why not, where it is not. */
  readonly refusal: Refusal | null;
}

/** What may be edited of the order now, kind by kind, and why not. */
export const editableNow = (
  order: Order,
  rules: EditRules | undefined,
  against: Refusal | null,
): readonly EditAllowance[] =>
  RULED_EDITS.map((change) => {
    const refusal = against ?? againstLinkedEdit(order, change) ?? againstEdit(order, change, rules);
    return { change, allowed: refusal === null, refusal };
  });
