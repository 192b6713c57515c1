import type { PoolClient } from 'pg';
import { query as send } from '../database/pool.js';

/** What one partition holds: created from inclusive, to exclusive, as PostgreSQL writes instants. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** The partitions of the list from the one that holds `value` on, in the order in which the list runs through them. */
export function rangesFrom(bounds: readonly string[], value: string, descending: boolean): Range[] {
  const edges = ['-infinity', ...bounds, 'infinity'];
  const ranges = edges.slice(1).map((to, index): Range => ({ from: edges[index] ?? '-infinity', to }));
  const at = instantOf(value);
  if (descending) return ranges.filter(({ from }) => instantOf(from) <= at).reverse();
  return ranges.filter(({ to }) => to === 'infinity' || instantOf(to) > at);
}

/** Of an instant as PostgreSQL or ISO writes it, or of an open end. */
export function instantOf(text: string): number {
  if (text.endsWith('infinity')) return text.startsWith('-') ? -Infinity : Infinity;
  return Date.parse(text.replace(' ', 'T').replace(/\+00$/, 'Z'));
}

/** Bounds change once a month, and an old set costs nothing but time. */
const BOUNDS_KEPT = 600_000;
let knownBounds: { readonly bounds: readonly string[]; readonly until: number } | null = null;

export async function partitionBounds(client: PoolClient): Promise<readonly string[]> {
  const now = performance.now();
  if (knownBounds !== null && knownBounds.until > now) return knownBounds.bounds;
  const { rows } = await send<{ bound: string }>(client, {
    name: 'order_list_bounds',
    text: 'select order_list_bounds()::text as bound order by order_list_bounds()',
  });
  knownBounds = { bounds: rows.map(({ bound }) => bound), until: now + BOUNDS_KEPT };
  return knownBounds.bounds;
}
