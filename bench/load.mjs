import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * What a load came to. Latencies in milliseconds, CPU time of the client in microseconds.
 * @typedef {{ seconds: number, orders: number, outcomes: Record<string, number>, clientMicros: number,
 *             latency: { p50: number, p95: number, p99: number, max: number } }} LoadResult
 */

/**
 * A program of this directory as a process that is told tasks and answers each, one at a time.
 * @param {string} program
 */
export function startWorker(program) {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), [], { execArgv: [] });
  return {
    /** @returns {Promise<LoadResult>} */
    ask: (task) =>
      new Promise((resolve, reject) => {
        const gone = (code) => reject(new Error(`${program} ended with ${code}`));
        child.once('exit', gone);
        child.once('message', ({ result, error }) => {
          child.off('exit', gone);
          if (error === undefined) resolve(result);
          else reject(new Error(`${program}: ${error}`));
        });
        child.send(task);
      }),
    stop: () => void child.kill(),
  };
}
