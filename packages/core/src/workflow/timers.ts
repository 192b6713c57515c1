import { tableOf } from './built-in.js';
import type { Instance } from './instance.js';
import { rowOf, timerSeconds, type TimerName, type WorkflowTable } from './table.js';

export interface OpenTimer {
  readonly name: TimerName;
  /** ISO instant. */
  readonly due: string;
}

/**
 * The clocks that run in the steps where an order stands, earliest first. Both sides of a record may run one of the same
 * name (a cancellation request waits on both); it is listed once, at its earlier end.
 */
export function timersOf(
  instances: readonly Instance[],
  windowSeconds: number,
  published: readonly WorkflowTable[],
): readonly OpenTimer[] {
  const open: OpenTimer[] = [];
  for (const instance of instances) {
    const { timer } = rowOf(tableOf(instance, published), instance.step);
    if (timer === undefined) continue;
    const end = Date.parse(instance.since) + timerSeconds(timer, windowSeconds) * 1000;
    open.push({ name: timer.name, due: new Date(end).toISOString() });
  }
  const earliestFirst = open.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  return earliestFirst.filter((timer, index) => earliestFirst.findIndex(({ name }) => name === timer.name) === index);
}
