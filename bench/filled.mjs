// Databases that are filled once and only read afterwards: in a temporary cluster, or kept in a directory (`--keep`), where
// the next run finds them filled.
import { createRequire } from 'node:module';
import { migrate } from '../packages/server/dist/database/migrate.js';
import { createPool } from '../packages/server/dist/database/pool.js';
import { openCluster, temporaryDirectory } from './cluster.mjs';

const pg = createRequire(import.meta.url)('pg');

/** 1000 → `1k`, 10000000 → `10m`: what a database of that size is called by. */
export function sizeName(rows) {
  if (rows % 1_000_000 === 0) return `${rows / 1_000_000}m`;
  return rows % 1_000 === 0 ? `${rows / 1_000}k` : String(rows);
}

/**
 * @param {{ keep: string | null, progress: (text: string) => void, undo: (step: () => unknown) => void }} options
 */
export async function openFilled({ keep, progress, undo }) {
  const cluster = await openCluster(keep ?? temporaryDirectory(), { keep: keep !== null });
  undo(() => cluster.close());
  return {
    login: cluster.connection,
    /**
     * A database with all migrations that `fill` has filled, and what reads it: `serving` is a pool of one connection as
     * the server has it, `owner` the superuser. `isFilled` is a query that answers true once `fill` has ended; a database
     * that is there and is not filled is left alone, because somebody may be filling it.
     */
    async database(name, { isFilled, fill }) {
      const admin = new pg.Client({ ...cluster.connection, database: 'postgres' });
      await admin.connect();
      const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
      if (rowCount === 0) await admin.query(`create database ${name} template template0 encoding 'UTF8'`);
      await admin.end();
      const login = { ...cluster.connection, database: name };
      const owner = new pg.Client(login);
      await owner.connect();
      undo(() => owner.end());
      const { roles } = await migrate(owner);
      const ready = async () => (await owner.query(`select (${isFilled}) as ready`)).rows[0].ready;
      if (!(await ready())) {
        if (rowCount > 0) throw new Error(`database ${name} is there and not filled: drop it, or let its filling end`);
        const began = performance.now();
        await fill({ owner, login, roles });
        progress(`${name} filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
      }
      const serving = createPool({ login, role: roles.serving, max: 1, applicationName: 'bench' });
      undo(() => serving.end());
      return { owner, serving };
    },
  };
}

/** A case that takes longer than this, in milliseconds, is cut short: it is lost anyway, and others wait. */
const patience = 20_000;

/** Milliseconds of `runs` calls one after the other, after six whose plans are not settled yet. */
export async function percentiles(run, runs) {
  const times = [];
  const began = performance.now();
  for (let n = -6; n < runs && (n < 3 || performance.now() - began < patience); n += 1) {
    const started = performance.now();
    await run(n);
    if (n >= 0) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(times.length / 2)], p95: times[Math.floor(times.length * 0.95)] };
}
