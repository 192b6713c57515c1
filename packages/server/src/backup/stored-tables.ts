import type pg from 'pg';
import { query } from '../database/pool.js';

/** A table with what is copied of it. Partitions belong to their table. */
export interface StoredTable {
  readonly name: string;
  /** In the order of the table; columns that PostgreSQL computes are left out. */
  readonly columns: readonly string[];
  /** Its policies bind the owner too, so it is read as the follower. */
  readonly secured: boolean;
}

/** All tables of the schema by name, from the catalogue: what a later migration adds is copied without being named here. */
export async function storedTables(client: pg.ClientBase): Promise<readonly StoredTable[]> {
  const { rows } = await query<{ name: string; columns: string[]; secured: boolean }>(client, {
    text: `select c.relname as name, c.relforcerowsecurity as secured,
                  array_agg(a.attname::text order by a.attnum) as columns
             from pg_class c
             join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relnamespace = current_schema::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
            group by c.oid, c.relname, c.relforcerowsecurity
            order by c.relname`,
  });
  return rows;
}

export interface StoredSequence {
  readonly name: string;
  /** Null: no number was taken yet. */
  readonly last: number | null;
}

/** Where the sequences stand. They know no snapshot, so they stand at least as far as what was copied before. */
export async function storedSequences(client: pg.ClientBase): Promise<readonly StoredSequence[]> {
  const { rows } = await query<{ name: string; last: number | null }>(client, {
    text: `select sequencename::text as name, last_value as last from pg_sequences
            where schemaname = current_schema order by sequencename`,
  });
  return rows;
}
