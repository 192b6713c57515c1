import type { WriteStream } from 'node:tty';
import type { ImportProgress } from '../import/run-import.js';

export interface ProgressBar {
  show(progress: ImportProgress): void;
  /** Leaves the last state to be read. */
  end(): void;
}

const WIDTH = 30;
const ON_A_TERMINAL = 200;
const IN_A_FILE = 10_000;

/** One line that is written over on a terminal, and a line every ten seconds elsewhere. `now` counts milliseconds. */
export function createProgressBar(out: Pick<WriteStream, 'write' | 'isTTY'>, now: () => number): ProgressBar {
  const every = out.isTTY ? ON_A_TERMINAL : IN_A_FILE;
  let told = -Infinity;
  let writingSince: { readonly at: number; readonly rows: number; readonly orders: number } | undefined;
  let last: string | undefined;

  const write = (line: string): void => {
    out.write(out.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
  return {
    show(progress) {
      if (progress.phase === 'writing') {
        writingSince ??= { at: now(), rows: progress.rows, orders: progress.orders };
      }
      last = lineOf(progress, writingSince, now());
      if (now() - told < every) return;
      told = now();
      write(last);
    },
    end() {
      if (last === undefined) return;
      write(last);
      if (out.isTTY) out.write('\n');
    },
  };
}

function lineOf(
  { phase, rows, allRows, orders }: ImportProgress,
  since: { readonly at: number; readonly rows: number; readonly orders: number } | undefined,
  at: number,
): string {
  if (phase === 'reading' || allRows === null || since === undefined) return `reading: ${rows} rows`;
  const share = allRows === 0 ? 1 : Math.min(1, rows / allRows);
  const full = Math.round(share * WIDTH);
  const seconds = (at - since.at) / 1000;
  const rate = seconds > 0 ? Math.round((orders - since.orders) / seconds) : 0;
  const left = rows > since.rows ? ((allRows - rows) * seconds) / (rows - since.rows) : null;
  const rest = left === null ? '' : `, ${timeOf(left)} left`;
  return `[${'#'.repeat(full)}${' '.repeat(WIDTH - full)}] ${Math.floor(share * 100)} %, ${orders} orders, ${rate} a second${rest}`;
}

const timeOf = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
