import { type Advance, advance, start } from '../workflow/advance.js';
import type { WorkflowTable } from '../workflow/table.js';
import type { Instant } from './order.js';
import type { Payment } from './payment.js';

/** What the first walk through the tables of an order brings. */
type Beginning = Pick<Advance, 'moves' | 'signals'> & { readonly confirmsStock: boolean };

/** Of an order whose payment has not begun. */
export const NOT_BEGUN: Beginning = { moves: [], signals: [], confirmsStock: false };

/** By the first table, then by all that makes a difference: a published version that is no longer used is forgotten. */
const beginnings = new WeakMap<WorkflowTable, Map<string, Beginning>>();

/**
 * Starts the workflow, and moves it on at once where no payment is waited for. Which moves that takes depends on nothing
 * but the tables, whether a payment is waited for and whether there is a window, so each of the few ways is walked once.
 */
export function begin(
  tables: readonly WorkflowTable[],
  payments: readonly Payment[],
  at: Instant,
  windowSeconds: number,
): Beginning {
  const [first] = tables;
  if (first === undefined) throw new Error('a workflow without tables cannot begin');
  const waits = payments.length > 0 || first.domain === 'Fulfillment';
  const name = `${tables.length}, ${waits ? 'waits' : 'goes on'}, ${windowSeconds > 0 ? 'window' : 'no window'}`;
  let ways = beginnings.get(first);
  if (ways === undefined) beginnings.set(first, (ways = new Map<string, Beginning>()));
  const known = ways.get(name) ?? walk(tables, waits, at, windowSeconds);
  ways.set(name, known);
  return known;
}

function walk(tables: readonly WorkflowTable[], waits: boolean, at: Instant, windowSeconds: number): Beginning {
  const options = { windowSeconds, published: tables };
  const started = start(tables, at, options);
  if (waits) return { moves: started.moves, signals: started.signals, confirmsStock: false };
  const paid = advance(started.instances, 'payments_approved', at, options);
  return {
    moves: [...started.moves, ...paid.moves],
    signals: [...started.signals, ...paid.signals],
    confirmsStock: tables.some(({ stock }) => stock.confirmAt === 'payments_approved'),
  };
}
