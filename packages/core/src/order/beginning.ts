import { type Advance, advance, start } from '../workflow/advance.js';
import { tablesFor } from '../workflow/built-in.js';
import type { WorkflowName } from '../workflow/table.js';
import type { Instant } from './order.js';
import type { Payment } from './payment.js';

/** What the first walk through the tables of an order brings. */
type Beginning = Pick<Advance, 'moves' | 'signals'> & { readonly confirmsStock: boolean };

/** Of an order whose payment has not begun. */
export const NOT_BEGUN: Beginning = { moves: [], signals: [], confirmsStock: false };

const beginnings = new Map<string, Beginning>();

/**
 * Starts the workflow, and moves it on at once where no payment is waited for. Which moves that takes depends on nothing
 * but the tables, whether a payment is waited for and whether there is a window, so each of the few ways is walked once.
 */
export function begin(
  workflow: WorkflowName,
  payments: readonly Payment[],
  at: Instant,
  windowSeconds: number,
): Beginning {
  const waits = payments.length > 0 || workflow === 'fulfillment';
  const name = `${workflow}, ${waits ? 'waits' : 'goes on'}, ${windowSeconds > 0 ? 'window' : 'no window'}`;
  const known = beginnings.get(name) ?? walk(workflow, waits, at, windowSeconds);
  beginnings.set(name, known);
  return known;
}

function walk(workflow: WorkflowName, waits: boolean, at: Instant, windowSeconds: number): Beginning {
  const started = start(workflow, at, { windowSeconds });
  if (waits) return { moves: started.moves, signals: started.signals, confirmsStock: false };
  const paid = advance(started.instances, 'payments_approved', at, { windowSeconds });
  return {
    moves: [...started.moves, ...paid.moves],
    signals: [...started.signals, ...paid.signals],
    confirmsStock: tablesFor(workflow).some(({ stock }) => stock.confirmAt === 'payments_approved'),
  };
}
