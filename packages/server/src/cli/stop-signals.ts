/** `process`, as far as it is needed here. */
interface Signalled {
  on(signal: 'SIGINT' | 'SIGTERM', hear: () => void): unknown;
  exit(code: number): unknown;
}

/**
 * Who stops a whole group of processes (a terminal, systemd) signals npm, its shell and us, and npm and the start script
 * pass theirs on some 250 ms later. What comes within this many milliseconds of the first is the same wish.
 */
const ONE_WISH = 1_000;

/** Resolves at the first SIGINT or SIGTERM. A second wish ends the process at once, whatever still drains. */
export function askedToStop(of: Signalled, now: () => number): Promise<void> {
  let first: number | undefined;
  return new Promise((stop) => {
    const hear = (exitCode: number) => (): void => {
      if (first === undefined) {
        first = now();
        stop();
      } else if (now() - first >= ONE_WISH) {
        of.exit(exitCode);
      }
    };
    // 128 and the number of the signal, as shells say it.
    of.on('SIGINT', hear(130));
    of.on('SIGTERM', hear(143));
  });
}
