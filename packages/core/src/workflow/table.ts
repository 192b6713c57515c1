import type { CommandName } from '../order/commands.js';

/**
 * Workflows as data: what a table may say. A table knows its own steps and the signals it raises and hears; it does not
 * know whether the other side stands in the same record, in a linked order or outside.
 */

/** The part an instance plays. The names are those that feeds and hooks carry in `domain`. */
export type Domain = 'Marketplace' | 'Fulfillment' | 'Chain';

/** What one side tells the other. */
export type Signal =
  | 'accepted'
  | 'refused'
  | 'authorise'
  | 'request_cancel'
  | 'cancelled'
  | 'cancel_denied'
  | 'invoiced_partly'
  | 'invoiced_fully'
  | 'changed';

/** Who sends a command. `system` is a timer, a rule or a follower of the log. */
export type Actor = 'staff' | 'shopper' | 'marketplace' | 'seller' | 'payment_provider' | 'carrier' | 'system';

/** Facts that decisions raise today. */
export type RaisedFact =
  | 'payments_approved'
  | 'payment_denied'
  | 'handling_started'
  | 'invoiced_partly'
  | 'invoiced_fully'
  | 'cancellation_asked'
  | 'cancellation_confirmed'
  | 'cancellation_denied'
  | 'packages_sent_partly'
  | 'packages_sent_fully'
  | 'all_delivered'
  | 'packages_returned_partly'
  | 'packages_returned_fully'
  | 'refunded_fully'
  | 'closed_short'
  | 'window_over'
  | 'deadline_over';

/**
 * Facts of features that have no command yet (B2B policies, change of seller or payment, manual authorisation,
 * warehouse systems, replacement, chains). Their steps stand in the tables and are entered by these.
 */
export type ForeseenFact =
  | 'policy_pending'
  | 'policy_approved'
  | 'policy_denied'
  | 'payment_change_offered'
  | 'seller_change_offered'
  | 'new_seller_accepted'
  | 'seller_change_window_over'
  | 'price_diverges'
  | 'manually_authorised'
  | 'manually_refused'
  | 'manually_released'
  | 'warehouse_asked'
  | 'picking_done'
  | 'seller_started_handling'
  | 'replaced';

/** A fact of the order, a timer that ended, a signal of the other side, or (free workflow) a label set by hand. */
export type Trigger = RaisedFact | ForeseenFact | `signal:${Signal}` | `set:${string}`;

/** Goes to a step, passing visibly through others; what it raises is heard when the last step is reached. */
export interface Route {
  readonly through?: readonly string[];
  readonly to: string;
  readonly raises?: Signal;
}

/** Goes back to the step that was interrupted (`StepRow.interrupts`). */
export interface WayBack {
  readonly through?: readonly string[];
  readonly back: true;
  readonly raises?: Signal;
}

/**
 * Asks the other side and goes to `unanswered` only when no answer comes at once. An answer that comes at once (own
 * stock, same record) is an ordinary signal, and its move in `on` is taken instead: nobody is shown a waiting step that
 * nobody waited in. `placement` is the question that a placed order is by itself.
 */
export interface Ask {
  readonly asks: Signal | 'placement';
  readonly unanswered: string;
}

/** Stays where it is and passes the news on (the middle of a chain). */
export interface Relay {
  readonly relays: Signal;
}

/** What a trigger does in a step. A bare string is a route without way points. */
export type Move = string | Route | WayBack | Ask | Relay;

export type TimerName =
  'cancellation_window' | 'fulfilment_deadline' | 'cancellation_deadline' | 'seller_change_window';

export interface StepTimer {
  readonly name: TimerName;
  /** Seconds after the step was entered, or the order's own cancellation window. */
  readonly after: 'cancellation_window' | number;
  readonly raises: Trigger;
}

export interface StepRow {
  /**
   * `passes`: left by itself through `next` (a pure way point of routes has none) · `waits`: for a trigger · `timer`:
   * for its timer · `final`: nothing more is expected, though a table may still name a move (a refund after delivery).
   */
  readonly kind: 'passes' | 'waits' | 'timer' | 'final';
  /** The order is being worked on by the platform: no change and no cancellation is accepted. */
  readonly locked?: true;
  /** What staff read. */
  readonly label: string;
  readonly next?: Move;
  readonly on?: { readonly [T in Trigger]?: Move };
  /** Entering remembers the step one came from, for a `WayBack`. */
  readonly interrupts?: true;
  readonly timer?: StepTimer;
  readonly commands?: { readonly [C in CommandName]?: readonly Actor[] };
  readonly flags?: StepFlags;
}

/** What a step means, apart from its name. Setting a free label runs the commands of its flags. */
export interface StepFlags {
  readonly cancelled?: true;
  readonly paid?: true;
  readonly sent?: true;
}

export interface WorkflowTable {
  /** Of a published table the name of its workflow. */
  readonly name: string;
  readonly version: number;
  readonly domain: Domain;
  readonly start: string;
  readonly steps: Readonly<Record<string, StepRow>>;
  /** When a claim at placement becomes firm, and which document takes the pieces off the shelf. */
  readonly stock: {
    readonly confirmAt: 'payments_approved' | 'handling_started';
    readonly consumeAt: 'invoice' | 'package';
  };
  readonly captureAt: 'invoice' | 'approval';
}

/** The row of a step. A step that is not in its table is a bug, never a refusal. */
export function rowOf(table: WorkflowTable, step: string): StepRow {
  const row = Object.hasOwn(table.steps, step) ? table.steps[step] : undefined;
  if (row === undefined) throw new Error(`the ${table.name} workflow ${table.version} has no step "${step}"`);
  return row;
}

/** Seconds a timer of a step runs in an order with this cancellation window. */
export function timerSeconds(timer: StepTimer, windowSeconds: number): number {
  return timer.after === 'cancellation_window' ? windowSeconds : timer.after;
}
