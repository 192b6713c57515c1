import type { CommandOf } from './commands.js';
import { accepted, type Accepted, type Context } from './decision.js';
import type { EventOf, OrderEventOf } from './events.js';
import type { Instant, Order } from './order.js';
import { refuse, type Refusal } from './refusals.js';

// Events

export type ChangeEvent =
  | EventOf<'note_added', { readonly noteId: string; readonly by: string }, { readonly text: string }>
  | EventOf<'log_entry_added', { readonly entryId: string; readonly source: string }, { readonly message: string }>
  | EventOf<'tags_changed', { readonly added: readonly string[]; readonly removed: readonly string[] }>
  | EventOf<'order_assigned', { readonly assignee: string | null }>
  | EventOf<'order_deleted', object>
  | EventOf<'order_restored', object>
  | EventOf<'person_forgotten', object>;

// Folding

export function foldNoteAdded(order: Order, event: OrderEventOf<'note_added'>, at: Instant): Partial<Order> {
  const note = { id: event.data.noteId, at, by: event.data.by, text: event.personal?.text ?? null };
  return { carried: { ...order.carried, notes: [...order.carried.notes, note] } };
}

export function foldLogEntryAdded(order: Order, event: OrderEventOf<'log_entry_added'>, at: Instant): Partial<Order> {
  const entry = { id: event.data.entryId, at, source: event.data.source, message: event.personal?.message ?? null };
  return { carried: { ...order.carried, log: [...order.carried.log, entry] } };
}

export function foldTagsChanged(order: Order, event: OrderEventOf<'tags_changed'>): Partial<Order> {
  const removed = new Set(event.data.removed);
  const tags = [...order.head.tags.filter((tag) => !removed.has(tag)), ...event.data.added].sort();
  return { head: { ...order.head, tags } };
}

export const foldOrderAssigned = (order: Order, event: OrderEventOf<'order_assigned'>): Partial<Order> => ({
  head: { ...order.head, assignee: event.data.assignee },
});

export const foldDeletion = (order: Order, deletedAt: Instant | null): Partial<Order> => ({
  head: { ...order.head, deletedAt },
});

// Deciding

const MAX_NOTES = 1000;
const MAX_LOG = 1000;
const MAX_TAGS = 100;

/** Refusals: too_many, order_forgotten (a note is free text, and nothing personal can be sealed any more). */
export function decideNote(order: Order, command: CommandOf<'add_note'>, context: Context): Accepted | Refusal {
  if (order.head.forgotten) return refuse('order_forgotten');
  if (order.carried.notes.length >= MAX_NOTES) return refuse('too_many', '/text', { limit: MAX_NOTES });
  const noteId = String(order.carried.notes.length + 1);
  return accepted([{ type: 'note_added', data: { noteId, by: context.actor.id }, personal: { text: command.text } }]);
}

/** Refusals: too_many, order_forgotten. */
export function decideLogEntry(order: Order, command: CommandOf<'add_log_entry'>): Accepted | Refusal {
  if (order.head.forgotten) return refuse('order_forgotten');
  if (order.carried.log.length >= MAX_LOG) return refuse('too_many', '/message', { limit: MAX_LOG });
  const entryId = String(order.carried.log.length + 1);
  return accepted([
    { type: 'log_entry_added', data: { entryId, source: command.source }, personal: { message: command.message } },
  ]);
}

/** Tags that are there already, or not there, change nothing. Refusal: too_many. */
export function decideTags(order: Order, command: CommandOf<'change_tags'>): Accepted | Refusal {
  const now = new Set(order.head.tags);
  const removed = [...new Set(command.remove ?? [])].filter((tag) => now.has(tag));
  const added = [...new Set(command.add ?? [])].filter((tag) => !now.has(tag));
  if (now.size - removed.length + added.length > MAX_TAGS) return refuse('too_many', '/add', { limit: MAX_TAGS });
  return accepted(
    added.length + removed.length === 0 ? [] : [{ type: 'tags_changed', data: { added, removed }, personal: null }],
  );
}

export const decideAssignment = (order: Order, command: CommandOf<'assign'>): Accepted =>
  accepted(
    order.head.assignee === command.assignee
      ? []
      : [{ type: 'order_assigned', data: { assignee: command.assignee }, personal: null }],
  );

/** Hides the order; nothing is lost, nothing moves, and it can be restored at any time. */
export const decideDeletion = (): Accepted => accepted([{ type: 'order_deleted', data: {}, personal: null }]);

/** Once is enough: an order that knows nothing of its person any more has nothing to forget. */
export const decideForgetting = (order: Order): Accepted =>
  accepted(order.head.forgotten ? [] : [{ type: 'person_forgotten', data: {}, personal: null }]);

/** Refusal: order_not_deleted. */
export const decideRestoration = (order: Order): Accepted | Refusal =>
  order.head.deletedAt === null
    ? refuse('order_not_deleted')
    : accepted([{ type: 'order_restored', data: {}, personal: null }]);
