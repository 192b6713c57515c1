// (i) Two connectors of an ERP on one feed, with servers and connectors killed all the time: erp-loop.mjs in a process of its
// own.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** @param {import('./main.mjs').Options} options @returns {Promise<import('./report.mjs').Part>} */
export async function run({ quick, progress, undo }) {
  const options = quick ? ['--orders', '60', '--crashes', '2', '--rate', '15', '--hurry'] : [];
  const program = fileURLToPath(new URL('./erp-loop.mjs', import.meta.url));
  const child = spawn(process.execPath, [program, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  undo(() => child.kill());
  progress(`node bench/erp-loop.mjs ${options.join(' ')}`);
  const found = JSON.parse(await text(child.stdout));
  const { seed, orders, invoicedOnce, open, entered, takenAgain, kills, seconds, placedSeconds, faults } = found;
  return {
    title: '(i) The loop of an ERP, with crashes',
    tables: [
      {
        caption: `Placed over VTEX calls, worked off by two connectors; ${kills.servers} servers and ${kills.connectors} connectors killed meanwhile.`,
        columns: ['', 'orders'],
        rows: [
          ['placed and paid', orders],
          ['÷ of them invoiced once and delivered', invoicedOnce / orders],
          ['entered the feed', entered],
          ['left in the feed', open],
          ['taken again, since a connector was killed over them', takenAgain],
          ['a second, while they were placed', orders / placedSeconds],
          ['a second, until the last was delivered', orders / seconds],
        ],
      },
    ],
    notes: faults.length === 0 && open === 0 ? ['None was lost, none invoiced twice.'] : [`--seed ${seed}`, ...faults],
    data: found,
  };
}
