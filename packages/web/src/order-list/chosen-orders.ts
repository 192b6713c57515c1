import type { OrderRow } from '@docket/sdk';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { OrderQuery } from './order-search';

interface ChosenOrders {
  readonly ids: ReadonlySet<string>;
  readonly orders: readonly OrderRow[];
  /** With `range`: all from the one before to this one. */
  readonly toggle: (index: number, range: boolean) => void;
  readonly all: (chosen: boolean) => void;
  readonly none: () => void;
}

const NONE: ReadonlySet<string> = new Set();

/** Orders that somebody chose of those that have come. Another query begins without any. */
export function useChosen(rows: readonly OrderRow[], query: OrderQuery): ChosenOrders {
  const [chosen, setChosen] = useState({ of: query, ids: NONE });
  const ids = chosen.of === query ? chosen.ids : NONE;
  const last = useRef(0);
  const set = useCallback(
    (change: (ids: ReadonlySet<string>) => ReadonlySet<string>): void =>
      setChosen((before) => ({ of: query, ids: change(before.of === query ? before.ids : NONE) })),
    [query],
  );
  const toggle = useCallback(
    (index: number, range: boolean): void => {
      const first = range ? last.current : index;
      last.current = index;
      const between = rows.slice(Math.min(first, index), Math.max(first, index) + 1).map(({ orderId }) => orderId);
      set((before) => {
        const after = new Set(before);
        const id = rows[index]?.orderId ?? '';
        const isChosen = !before.has(id);
        for (const each of between)
          if (isChosen) after.add(each);
          else after.delete(each);
        return after;
      });
    },
    [rows, set],
  );
  return {
    ids,
    orders: useMemo(() => rows.filter(({ orderId }) => ids.has(orderId)), [rows, ids]),
    toggle,
    all: (isChosen) => set(() => (isChosen ? new Set(rows.map(({ orderId }) => orderId)) : NONE)),
    none: () => set(() => NONE),
  };
}
