// Stands in for pgbench: runs one of its scripts with the PostgreSQL driver's named statements, one connection a client.
// A process of its own, so that its CPU time is counted apart. Knows \set name random(a, b), \gset and :variables.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { createPool } from '../packages/server/dist/database/pool.js';
import { spread } from './statistics.mjs';

/** @param {string} path */
function readScript(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const draws = [];
  const statements = [];
  let text = '';
  for (const line of lines) {
    if (line.startsWith('--')) continue;
    const draw = /^\\set (\w+) random\((\d+), (\d+)\)$/.exec(line);
    if (draw !== null) {
      draws.push({ name: draw[1], from: Number(draw[2]), to: Number(draw[3]) });
      continue;
    }
    text += `${line}\n`;
    const keep = /\\gset\s*$/.test(text);
    if (!keep && !/;\s*$/.test(text)) continue;
    statements.push({ keep, ...numbered(text.replace(/(\\gset|;)\s*$/, '').trim(), statements.length) });
    text = '';
  }
  return { draws, statements };
}

/** `:name` becomes `$1`, each time anew as pgbench does. */
function numbered(text, index) {
  const names = [];
  const named = text.replaceAll(/(?<!:):([a-z_]+)/g, (_, name) => `$${names.push(name)}`);
  return { name: `s${index}`, text: named, names };
}

async function run({ login, script, clients, seconds, document }) {
  const { draws, statements } = readScript(script);
  const pool = createPool({ login, role: undefined, max: clients, applicationName: 'bench driver' });
  const connections = await Promise.all(Array.from({ length: clients }, () => pool.connect()));
  const millis = [];
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    connections.map(async (connection) => {
      const variables = { document };
      for (let now = performance.now(); now < until;) {
        for (const { name, from, to } of draws) variables[name] = from + Math.floor(Math.random() * (to - from + 1));
        for (const { name, text, names, keep } of statements) {
          const { rows } = await connection.query({ name, text, values: names.map((each) => variables[each]) });
          if (keep) Object.assign(variables, rows[0]);
        }
        const done = performance.now();
        millis.push(done - now);
        now = done;
      }
    }),
  );
  const elapsed = performance.now() - began;
  const cpu = process.cpuUsage(cpuBefore);
  for (const connection of connections) connection.release();
  await pool.end();
  return {
    seconds: elapsed / 1000,
    orders: millis.length,
    outcomes: { ok: millis.length },
    latency: spread(Float64Array.from(millis)),
    clientMicros: cpu.user + cpu.system,
  };
}

process.on('message', (task) => {
  run(task).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: error instanceof Error ? error.message : String(error) }),
  );
});
