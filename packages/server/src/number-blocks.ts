import type pg from 'pg';
import { query, withAccounts } from './database/pool.js';

/** Numbers taken ahead: ascending within a process, unique in the account, with gaps. */
export interface NumberBlocks {
  /** At once while the block lasts, after one read where it ran out. */
  take(account: string, kind: NumberKind): number | Promise<number>;
}

interface Series {
  readonly first: number;
  /** Numbers taken ahead; what a process does not use of them is a gap. */
  readonly block: number;
  /** The next block is fetched when so few are left, before somebody has to wait for it. */
  readonly fetchBelow: number;
}

/** Displayed numbers are read by people, so their gaps are small. */
const SERIES = {
  order_sequence: { first: 500_001, block: 1000, fetchBelow: 200 },
  order_number: { first: 1, block: 50, fetchBelow: 25 },
} as const satisfies Readonly<Record<string, Series>>;
const DOCUMENT_SERIES: Series = { first: 1, block: 10, fetchBelow: 3 };

/** Each kind of document has a series of its own; numbers that begin anew have one for each day, week, month or year. */
type NumberKind = keyof typeof SERIES | `order_number@${string}` | `document:${string}`;

function seriesOf(kind: NumberKind): Series {
  if (kind === 'order_sequence' || kind === 'order_number') return SERIES[kind];
  return kind.startsWith('order_number@') ? SERIES.order_number : DOCUMENT_SERIES;
}

interface Block {
  next: number;
  end: number;
  following: Promise<number> | undefined;
}

export function createNumberBlocks({ pool }: { readonly pool: pg.Pool }): NumberBlocks {
  const blocks = new Map<string, Block>();

  async function fetchBlock(account: string, kind: NumberKind): Promise<number> {
    const { rows } = await withAccounts(pool, [account], (client) =>
      query<{ start: number }>(
        client,
        {
          name: 'take_number_block',
          text: `insert into number_blocks as b (account, kind, next) values ($1, $2, $3::bigint + $4)
                 on conflict (account, kind) do update set next = b.next + $4
                 returning next - $4 as start`,
        },
        [account, kind, seriesOf(kind).first, seriesOf(kind).block],
      ),
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`no block of ${kind} for ${account}`);
    return row.start;
  }

  async function wait(account: string, kind: NumberKind, block: Block): Promise<number> {
    while (block.next >= block.end) {
      const following = (block.following ??= fetchBlock(account, kind));
      try {
        const start = await following;
        // Of those who waited for the same block, the first one begins it.
        if (block.following === following) {
          block.next = start;
          block.end = start + seriesOf(kind).block;
        }
      } finally {
        if (block.following === following) block.following = undefined;
      }
    }
    return block.next++;
  }

  return {
    take(account, kind) {
      const name = `${account}\n${kind}`;
      let block = blocks.get(name);
      if (block === undefined) blocks.set(name, (block = { next: 0, end: 0, following: undefined }));
      if (block.next >= block.end) return wait(account, kind, block);
      if (block.end - block.next === seriesOf(kind).fetchBelow && block.following === undefined) {
        const taking = block;
        const following = fetchBlock(account, kind);
        block.following = following;
        // Fetched again by whoever comes to the end of the present block.
        following.catch(() => {
          if (taking.following === following) taking.following = undefined;
        });
      }
      return block.next++;
    },
  };
}
