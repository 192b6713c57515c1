import type pg from 'pg';
import { query } from '../database/pool.js';

/**
 * Drops all that stands in the schema and was not brought by an extension: tables with their indexes and policies, views,
 * sequences, functions, types. The schema itself stays, since it may belong to somebody else.
 */
export async function dropEverything(client: pg.ClientBase): Promise<void> {
  for (;;) {
    const { rows } = await query<{ statement: string }>(client, {
      text: `select format('drop %s %s cascade', kind, name) as statement from (
               select case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end as kind,
                      oid::regclass::text as name, 'pg_class'::regclass as catalogue, oid
                 from pg_class
                where relnamespace = current_schema::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and not relispartition
               union all
               select 'routine', oid::regprocedure::text, 'pg_proc'::regclass, oid from pg_proc
                where pronamespace = current_schema::regnamespace
               union all
               select 'type', oid::regtype::text, 'pg_type'::regclass, oid from pg_type
                where typnamespace = current_schema::regnamespace and typtype in ('e', 'd')
             ) as found
             where not exists (select from pg_depend d where d.classid = catalogue and d.objid = found.oid and d.objsubid = 0 and d.deptype in ('e', 'a', 'i'))
             order by kind = 'table' desc, name limit 1`,
    });
    const [first] = rows;
    if (first === undefined) return;
    // One at a time: with the table go its sequences and whatever else hangs on it.
    await client.query(first.statement);
  }
}
