import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../packages/server/dist/database/embedded.js';
import { createPool } from '../packages/server/dist/database/pool.js';
import { checkoutDirectory } from '../packages/server/dist/settings.js';
import { clusterBytes, clusterCpuMicros } from './processes.mjs';

/** What Linux says of file systems that live in memory, where fsync costs nothing: tmpfs, ramfs. */
const inMemory = new Set([0x01021994, 0x858458f6]);

/** A fresh directory on a disk. */
export function temporaryDirectory() {
  const parents = [os.tmpdir(), '/var/tmp', join(checkoutDirectory, 'data')];
  for (const parent of parents) {
    try {
      mkdirSync(parent, { recursive: true });
      if (inMemory.has(statfsSync(parent).type)) continue;
      return mkdtempSync(join(parent, 'docket-bench-'));
    } catch {
      // not there, or not ours
    }
  }
  throw new Error(`none of ${parents.join(', ')} is a writable directory on a disk`);
}

/**
 * The embedded PostgreSQL with the settings it is shipped with. Everything that is compared runs on this one server.
 * Closing it takes its directory away, unless it is kept.
 * @param {string} dataDirectory
 * @param {{ keep?: boolean }} [options]
 */
export async function openCluster(dataDirectory, { keep = false } = {}) {
  const embedded = await openEmbedded({ dataDirectory });
  const pools = new Map();
  /** A pool of the superuser. */
  const pool = (database = embedded.connection.database) => {
    let made = pools.get(database);
    if (made === undefined) {
      const login = { ...embedded.connection, database };
      made = createPool({ login, role: undefined, max: 2, applicationName: 'bench' });
      pools.set(database, made);
    }
    return made;
  };
  const postmaster = Number(readFileSync(join(embedded.directory, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const settings = await one(
    pool(),
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as synchronous_commit,
            current_setting('full_page_writes') as full_page_writes, current_setting('shared_buffers') as shared_buffers`,
  );
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    if (settings[name] !== 'on')
      throw new Error(`${name} is ${settings[name]}: figures without durability say nothing`);
  }
  return {
    connection: embedded.connection,
    settings,
    pool,
    async createDatabase(name) {
      await pool().query(`create database ${name} template template0 encoding 'UTF8'`);
      return pool(name);
    },
    /** Before every round, so that none pays for the dirty pages of the one before. */
    checkpoint: () => pool().query('checkpoint'),
    async counters() {
      const { wal } = await one(pool(), `select (pg_current_wal_insert_lsn() - '0/0')::text as wal`);
      return { wal: Number(wal), micros: clusterCpuMicros(postmaster) };
    },
    bytes: () => clusterBytes(postmaster),
    async close() {
      for (const each of pools.values()) await each.end();
      pools.clear();
      await embedded.close();
      if (keep) return;
      for (const directory of [dataDirectory, embedded.directory]) rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The one row of a statement. */
export async function one(pool, text, values = []) {
  const { rows } = await pool.query(text, values);
  return rows[0];
}

/**
 * Rows of every table of a database; a partitioned table counts once.
 * @returns {Promise<Record<string, number>>}
 */
export async function rowCounts(pool) {
  const { rows } = await pool.query(
    `select format('%I.%I', n.nspname, c.relname) as table, c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
      order by c.relname`,
  );
  const counts = {};
  for (const { table, name } of rows)
    counts[name] = (await one(pool, `select count(*)::int as rows from ${table}`)).rows;
  return counts;
}
