import { accepted, type Accepted, type Context } from './decision.js';
import type { RecordedEvent } from './events.js';
import { evolve } from './evolve.js';
import type { Order } from './order.js';

/** One decision that is made of several, each on the order as the one before left it. */
export interface Progress {
  readonly order: Order;
  readonly decision: Accepted;
}

export function further({ order, decision }: Progress, next: Accepted, { at, actor, reason }: Context): Progress {
  const after = next.events.reduce<Order>((state, event) => {
    const recorded: RecordedEvent = { ...event, version: state.head.version + 1, at, actor: actor.id, reason };
    return evolve(state, recorded);
  }, order);
  return {
    order: after,
    decision: accepted([...decision.events, ...next.events], [...decision.claims, ...next.claims]),
  };
}
