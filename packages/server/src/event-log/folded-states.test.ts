import { describe, expect, it, vi } from 'vitest';
import { given, place } from '../../../core/src/order/given.test-support.js';
import type { Order } from '../../../core/src/order/order.js';
import { createFoldedStates } from './folded-states.js';

const placed = given(place()).order as Order;
const stateOf = (orderId: string, version: number, lines = 1): Order => ({
  ...placed,
  head: { ...placed.head, orderId, version },
  lines: Array.from({ length: lines }, () => placed.lines[0] as Order['lines'][number]),
});

describe('states of long histories', () => {
  it('are found again at or before a version, for their own order', () => {
    const states = createFoldedStates(() => 0);
    const present = stateOf('a', 1_700);
    states.remember(present, stateOf('a', 500));
    states.remember(present, stateOf('a', 1_000));
    expect(states.nearest(present, 999)?.head.version).toBe(500);
    expect(states.nearest(present, 1_000)?.head.version).toBe(1_000);
    expect(states.nearest(present, 1_650)?.head.version).toBe(1_000);
    expect(states.nearest(present, 499)).toBeNull();
    expect(states.nearest(stateOf('b', 1_700), 1_650)).toBeNull();
  });

  it('do not outlive the person in them', () => {
    const states = createFoldedStates(() => 0);
    const present = stateOf('a', 700);
    states.remember(present, stateOf('a', 500));
    expect(states.nearest({ ...present, head: { ...present.head, forgotten: true } }, 600)).toBeNull();
  });

  it('make room for others when their orders are large, the longest unused first', () => {
    const states = createFoldedStates(() => 0);
    for (let n = 0; n < 10; n += 1) states.remember(stateOf(`o${n}`, 600), stateOf(`o${n}`, 500, 5_000));
    const kept = (n: number): boolean => states.nearest(stateOf(`o${n}`, 600), 600) !== null;
    expect(kept(0)).toBe(false);
    expect(kept(1)).toBe(true);
    states.remember(stateOf('new', 600), stateOf('new', 500, 5_000));
    expect([kept(1), kept(2)]).toEqual([true, false]);
  });

  it('are gone after ten minutes, whether or not anybody asks', () => {
    vi.useFakeTimers();
    try {
      const states = createFoldedStates(Date.now);
      states.remember(stateOf('a', 600), stateOf('a', 500));
      vi.advanceTimersByTime(1_300_000);
      expect(states.nearest(stateOf('a', 600), 600)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});
