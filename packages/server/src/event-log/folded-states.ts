import type { Order } from '@docket/core/order/order';

/** Every how many events of a long history its state is worth keeping: folding 500 events of a small order takes 10 ms. */
export const STATE_EVERY = 500;

/** Lines of all states that are kept; a line takes some 600 bytes, and states of one order share those that stay. */
const MOST_LINES = 50_000;
/** How long a state that nobody asks for is kept, in milliseconds. It holds what is personal. */
const KEPT_FOR = 600_000;

/**
 * States of long histories, in the memory of one process, so that paging through one does not begin at its first event each
 * time. Losing them costs time alone. States from before a person was forgotten are never found again, and soon gone.
 */
export interface FoldedStates {
  /** The latest state kept of this order at or before the version; null where folding must begin at the first event. */
  nearest(present: Order, version: number): Order | null;
  remember(present: Order, state: Order): void;
}

/** @param now a clock in milliseconds */
export function createFoldedStates(now: () => number): FoldedStates {
  const kept = new Map<string, { readonly state: Order; readonly at: number }>();
  let lines = 0;
  let sweeping: NodeJS.Timeout | undefined;

  const weightOf = ({ lines: { length } }: Order): number => length + 10;

  function drop(key: string): void {
    const found = kept.get(key);
    if (found === undefined) return;
    kept.delete(key);
    lines -= weightOf(found.state);
  }

  function keep(key: string, state: Order): void {
    drop(key);
    kept.set(key, { state, at: now() });
    lines += weightOf(state);
    // The oldest are first: whatever is asked for moves to the end.
    for (const oldest of kept.keys()) {
      if (lines <= MOST_LINES) break;
      drop(oldest);
    }
    sweeping ??= setTimeout(sweep, KEPT_FOR).unref();
  }

  function sweep(): void {
    sweeping = undefined;
    for (const [key, { at }] of kept) if (now() - at >= KEPT_FOR) drop(key);
    if (kept.size > 0) sweeping = setTimeout(sweep, KEPT_FOR).unref();
  }

  return {
    nearest(present, version) {
      for (let at = version - (version % STATE_EVERY); at > 0; at -= STATE_EVERY) {
        const key = keyOf(present, at);
        const found = kept.get(key);
        if (found === undefined) continue;
        keep(key, found.state);
        return found.state;
      }
      return null;
    },
    remember: (present, state) => keep(keyOf(present, state.head.version), state),
  };
}

const keyOf = ({ head: { account, orderId, forgotten } }: Order, version: number): string =>
  `${account}\n${orderId}\n${forgotten ? 'forgotten' : 'known'}\n${version}`;
