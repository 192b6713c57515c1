import type { OrderRow } from '@docket/sdk';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState } from 'react';
import { docket } from '../docket';
import { followChanges } from './order-changes';
import { LISTS, type OrderPages, orderPages, rowsOf, TALLIES, withRows } from './order-pages';
import type { OrderQuery } from './order-search';

/** Many changes within this time are asked for together. */
const TOGETHER = 400;
/** Counts are asked again at most so often while orders change. */
const TALLY_PAUSE = 3_000;
/** How long a row shows that it changed. */
const MARKED = 4_000;

export interface LiveOrders {
  /** Orders that changed a moment ago. */
  readonly changed: ReadonlySet<string>;
  /** Orders that the query finds by now and that are not shown, as their place is above. */
  readonly arrived: number;
  /** Shows them: reads the list anew from its beginning. */
  showArrived(): Promise<void>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Keeps the list as the orders are. A row that changed changes where it stands, though it may no longer belong there;
 * what is new is only counted: nothing moves under the hand. While the window is hidden nothing is followed, as a
 * browser has six connections to a server for all its windows.
 */
export function useLiveOrders(query: OrderQuery): LiveOrders {
  const client = useQueryClient();
  const visibility = useDocumentVisibility();
  const [changed, setChanged] = useState(NONE);
  const [news, setNews] = useState<{ readonly of: OrderQuery; readonly count: number }>({ of: query, count: 0 });

  const bring = useEffectEvent(async (ids: ReadonlySet<string>, all: boolean): Promise<void> => {
    const key = orderPages(query).queryKey;
    const shown = new Map(rowsOf(client.getQueryData(key)).map((row) => [row.orderId, row]));
    const known = [...ids].flatMap((id) => shown.get(id) ?? []);
    const fresh = await rowsOfGroups(known.map(({ group }) => group));
    if (all || known.length < ids.size) {
      const { orders } = await docket.call('listOrders', { query: { ...query, limit: 100 } });
      for (const row of orders) fresh.set(row.orderId, row);
      const count = orders.filter(({ orderId }) => !shown.has(orderId)).length;
      if (count > 0 && shown.size === 0) await client.refetchQueries({ queryKey: key });
      else setNews({ of: query, count });
    }
    client.setQueriesData<OrderPages>({ queryKey: LISTS }, (pages) => pages && withRows(pages, fresh));
    const marked = new Set([...fresh.values()].filter((row) => isNewer(row, shown)).map(({ orderId }) => orderId));
    if (marked.size === 0) return;
    setChanged((before) => new Set([...before, ...marked]));
    setTimeout(() => setChanged((before) => new Set([...before].filter((id) => !marked.has(id)))), MARKED);
  });

  useEffect(() => {
    if (visibility === 'hidden') return;
    const end = new AbortController();
    const batch = gather((ids, all) => bring(ids, all), end.signal);
    const tally = talliesOf(client);
    void followChanges(end.signal, {
      changed: ({ orderId }) => {
        batch.add(orderId);
        tally();
      },
      lost: () => batch.addAll(),
    });
    return () => end.abort();
  }, [client, visibility]);

  return {
    changed,
    arrived: news.of === query ? news.count : 0,
    async showArrived() {
      const key = orderPages(query).queryKey;
      client.setQueryData(key, (pages) => pages && { pages: pages.pages.slice(0, 1), pageParams: [null] });
      setNews({ of: query, count: 0 });
      await client.refetchQueries({ queryKey: key });
    },
  };
}

const isNewer = (row: OrderRow, shown: ReadonlyMap<string, OrderRow>): boolean => {
  const before = shown.get(row.orderId);
  return before !== undefined && before.version < row.version;
};

/** The list has no filter by order; one by group tells of its one to some orders. */
async function rowsOfGroups(groups: readonly string[]): Promise<Map<string, OrderRow>> {
  const rows = new Map<string, OrderRow>();
  const wanted = [...new Set(groups)];
  for (let start = 0; start < wanted.length; start += 25) {
    const group = wanted.slice(start, start + 25);
    const { orders } = await docket.call('listOrders', {
      query: { group, complete: 'any', deleted: 'any', limit: 100 },
    });
    for (const row of orders) rows.set(row.orderId, row);
  }
  return rows;
}

/** Hands over what came together, one batch after the other. */
function gather(take: (ids: ReadonlySet<string>, all: boolean) => Promise<void>, signal: AbortSignal) {
  let ids = new Set<string>();
  let all = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const hand = async (): Promise<void> => {
    const [batch, whole] = [ids, all];
    ids = new Set();
    all = false;
    // What could not be asked for now is told again by the next change.
    if (!signal.aborted) await take(batch, whole).catch(() => undefined);
    timer = null;
    planAgain();
  };
  const planAgain = (): void => {
    if (ids.size > 0 || all) plan();
  };
  const plan = (): void => {
    timer ??= setTimeout(() => void hand(), TOGETHER);
  };
  return {
    add(id: string): void {
      ids.add(id);
      plan();
    },
    addAll(): void {
      all = true;
      plan();
    },
  };
}

function talliesOf(client: QueryClient): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return () => {
    timer ??= setTimeout(() => {
      timer = null;
      void client.invalidateQueries({ queryKey: TALLIES });
    }, TALLY_PAUSE);
  };
}
