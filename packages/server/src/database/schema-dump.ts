import pg from 'pg';
import { openEmbedded } from './embedded.js';
import { migrate } from './migrate.js';

/**
 * The schema `public` as text, from the catalogue: the embedded PostgreSQL brings no pg_dump, and this text is the same
 * on every version from 15 on. For reading in review, not for restoring: owners and tablespaces are left out.
 */
export async function dumpSchema(client: pg.ClientBase): Promise<string> {
  const parts: string[] = [];
  for (const { title, text } of sections) {
    const { rows } = await client.query<{ line: string }>(text);
    if (rows.length > 0) parts.push(`-- ${title}\n`, ...rows.map((row) => `${row.line}\n`));
  }
  return `-- Made by npm run schema from packages/server/migrations. Do not edit.\n\n${parts.join('\n')}`;
}

/**
 * Migrates an empty database and dumps it.
 *
 * @param directory an empty directory for a throw-away embedded database
 * @param serverUrl a server to make a throw-away database on instead
 */
export async function dumpFreshSchema(directory: string, serverUrl: string | undefined): Promise<string> {
  if (serverUrl === undefined) {
    const embedded = await openEmbedded({ dataDirectory: directory, serverSettings: { fsync: 'off' } });
    try {
      return await migrateAndDump(embedded.connection);
    } finally {
      await embedded.close();
    }
  }
  const name = `docket_schema_${process.pid}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  try {
    await server.query(`create database ${name} template template0 encoding 'UTF8'`);
    const url = new URL(serverUrl.replace('@/', '@localhost/'));
    url.pathname = `/${name}`;
    return await migrateAndDump({ connectionString: url.href });
  } finally {
    await server.query(`drop database if exists ${name}`);
    await server.end();
  }
}

async function migrateAndDump(login: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(login);
  await client.connect();
  try {
    await migrate(client);
    return await dumpSchema(client);
  } finally {
    await client.end();
  }
}

/** Objects of Docket: in `public`, not brought by an extension. */
const ours = (catalogue: string, oid: string): string =>
  `not exists (select from pg_depend d where d.classid = '${catalogue}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

/** Rights given to a role: `acl` is the column, PUBLIC is 0. MAINTAIN came with PostgreSQL 17 and is in no migration. */
const rights = (acl: string, owner: string): string =>
  `select a.grantee, string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as privileges
     from aclexplode(${acl}) a where a.grantee <> ${owner} and a.privilege_type <> 'MAINTAIN' group by a.grantee`;

const grantee = `case when g.grantee = 0 then 'public' else g.grantee::regrole::text end`;

const sections: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'extensions',
    text: `select format('create extension %I;', extname) as line from pg_extension where extname <> 'plpgsql' order by extname`,
  },
  {
    title: 'types',
    text: `select format('create type %I as enum (%s);', t.typname,
                   (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid)) as line
             from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype = 'e' and ${ours('pg_type', 't.oid')}
           union all
           select format('create domain %I as %s%s%s;', t.typname, format_type(t.typbasetype, t.typtypmod),
                   case when t.typnotnull then ' not null' else '' end,
                   (select string_agg(' ' || pg_get_constraintdef(c.oid), '' order by c.conname)
                      from pg_constraint c where c.contypid = t.oid and c.contype = 'c'))
             from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype = 'd' and ${ours('pg_type', 't.oid')}
           union all
           select format(E'create type %I as (\\n%s\\n);', t.typname,
                   (select string_agg(format('  %I %s', attname, format_type(atttypid, atttypmod)), E',\\n' order by attnum)
                      from pg_attribute where attrelid = t.typrelid and attnum > 0 and not attisdropped))
             from pg_type t join pg_class c on c.oid = t.typrelid
            where t.typnamespace = 'public'::regnamespace and t.typtype = 'c' and c.relkind = 'c' and ${ours('pg_type', 't.oid')}
           order by 1`,
  },
  {
    title: 'sequences',
    text: `select format('create sequence %I as %s increment %s cache %s;', sequencename, data_type, increment_by, cache_size) as line
             from pg_sequences where schemaname = 'public' order by sequencename`,
  },
  {
    title: 'tables',
    text: `select format(E'create table %I (\\n%s\\n)%s%s;', c.relname,
                   (select string_agg(line, E',\\n' order by place, name) from (
                      select 0 as place, to_char(a.attnum, '0000') as name,
                             format('  %I %s%s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                               case when a.attcollation <> t.typcollation then format(' collate %I', l.collname) else '' end,
                               case when a.attgenerated = 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
                                    when a.attidentity = 'a' then ' generated always as identity'
                                    when a.attidentity = 'd' then ' generated by default as identity'
                                    when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
                               case when a.attnotnull then ' not null' else '' end,
                               case a.attcompression when 'l' then ' compression lz4' when 'p' then ' compression pglz' else '' end
                               || case when a.attstorage <> t.typstorage then ' storage ' || case a.attstorage
                                    when 'p' then 'plain' when 'e' then 'external' when 'x' then 'extended' else 'main' end else '' end) as line
                        from pg_attribute a join pg_type t on t.oid = a.atttypid
                        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                        left join pg_collation l on l.oid = a.attcollation
                       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                      union all
                      select 1, o.conname, format('  constraint %I %s', o.conname, pg_get_constraintdef(o.oid))
                        from pg_constraint o where o.conrelid = c.oid and o.contype in ('p', 'u', 'f', 'c', 'x') and o.conislocal) as lines),
                   case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end,
                   case when c.reloptions is null then '' else format(' with (%s)', array_to_string(c.reloptions, ', ')) end) as line
             from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname <> 'schema_migrations' and ${ours('pg_class', 'c.oid')}
            order by c.relname`,
  },
  {
    title: 'partitions',
    text: `select format('create table %I partition of %I %s%s%s;', c.relname, p.relname, pg_get_expr(c.relpartbound, c.oid),
                   case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end,
                   case when c.reloptions is null then '' else format(' with (%s)', array_to_string(c.reloptions, ', ')) end) as line
             from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
            where c.relnamespace = 'public'::regnamespace and c.relispartition and c.relkind in ('r', 'p') order by c.relname`,
  },
  {
    title: 'indexes',
    text: `select pg_get_indexdef(i.indexrelid) || ';' as line
             from pg_index i join pg_class c on c.oid = i.indexrelid
            where c.relnamespace = 'public'::regnamespace and not c.relispartition
              and not exists (select from pg_constraint o where o.conindid = i.indexrelid and o.contype in ('p', 'u', 'x'))
              and ${ours('pg_class', 'i.indrelid')}
            order by i.indrelid::regclass::text, c.relname`,
  },
  {
    title: 'views',
    text: `select format(E'create view %I as\\n%s', c.relname, pg_get_viewdef(c.oid)) as line
             from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm') and ${ours('pg_class', 'c.oid')}
            order by c.relname`,
  },
  {
    title: 'functions',
    text: `select pg_get_functiondef(p.oid) || ';' as line
             from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p') and ${ours('pg_proc', 'p.oid')}
            order by p.oid::regprocedure::text`,
  },
  {
    title: 'triggers',
    text: `select pg_get_triggerdef(t.oid) || ';' as line
             from pg_trigger t join pg_class c on c.oid = t.tgrelid
            where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and t.tgparentid = 0
            order by c.relname, t.tgname`,
  },
  {
    title: 'row-level security',
    text: `select line from (
             select c.relname, ' ' as name, format('alter table %I%s%s;', c.relname,
                      case when c.relrowsecurity then ' enable row level security' else '' end,
                      case when c.relforcerowsecurity then ', force row level security' else '' end) as line
               from pg_class c where c.relnamespace = 'public'::regnamespace and (c.relrowsecurity or c.relforcerowsecurity)
             union all
             select tablename, policyname, format('create policy %I on %I as %s for %s to %s%s%s;', policyname, tablename,
                      lower(permissive), lower(cmd), array_to_string(roles, ', '),
                      ' using (' || qual || ')', ' with check (' || with_check || ')')
               from pg_policies where schemaname = 'public') as lines
           order by relname, name`,
  },
  {
    title: 'grants',
    text: `select line from (
             select 1 as place, c.relname as name, format('grant %s on %I to %s;', g.privileges, c.relname, ${grantee}) as line
               from pg_class c cross join lateral (${rights('c.relacl', 'c.relowner')}) g
              where c.relnamespace = 'public'::regnamespace and ${ours('pg_class', 'c.oid')}
             union all
             select 2, c.relname || '.' || a.attname, format('grant %s (%I) on %I to %s;', g.privileges, a.attname, c.relname, ${grantee})
               from pg_attribute a join pg_class c on c.oid = a.attrelid
               cross join lateral (${rights('a.attacl', 'c.relowner')}) g
              where c.relnamespace = 'public'::regnamespace and not a.attisdropped
             union all
             select 3, p.oid::regprocedure::text, format('grant %s on function %s to %s;', g.privileges, p.oid::regprocedure, ${grantee})
               from pg_proc p
               cross join lateral (${rights("coalesce(p.proacl, acldefault('f', p.proowner))", 'p.proowner')}) g
              where p.pronamespace = 'public'::regnamespace and ${ours('pg_proc', 'p.oid')}) as lines
           order by place, name, line`,
  },
];
