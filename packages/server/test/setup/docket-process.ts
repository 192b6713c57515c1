import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const program = fileURLToPath(new URL('../../bin/docket.mjs', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface DocketProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Waits for a text on stdout or stderr; fails when the process ends before it. */
  readonly said: (text: RegExp) => Promise<RegExpExecArray>;
}

/**
 * Runs the built command line as a process of its own, with these settings and none of the caller's; killed at the end
 * of the test if it still runs.
 * Needs a build (`npm test` makes one).
 */
export function docket(words: readonly string[], settings: Readonly<Record<string, string>>): DocketProcess {
  // As the first line of the program has it.
  const child = spawn(process.execPath, ['--max-semi-space-size=32', program, ...words], {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stdout = '';
  let stderr = '';
  const hearers = new Set<() => void>();
  const hear = (): void => {
    for (const hearer of hearers) hearer();
  };
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
    hear();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
    hear();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
  const said = (text: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const hearer = (): void => {
        const found = text.exec(stdout) ?? text.exec(stderr);
        if (found === null) return;
        hearers.delete(hearer);
        resolve(found);
      };
      hearers.add(hearer);
      void ended.then(() => {
        reject(new Error(`ended without saying ${text.source}: ${stdout}${stderr}`));
      });
      hearer();
    });
  return { child, ended, said };
}

/** `docket serve` on a free port, once it accepts requests. */
export async function serve(settings: Readonly<Record<string, string>>): Promise<DocketProcess & { url: string }> {
  const running = docket(['serve'], { PORT: '0', DOCKET_DEMO: '0', ...settings });
  const [, url = ''] = await running.said(/docket ready (http:\S+)/);
  return { ...running, url };
}

/** What `postmaster.pid` in a data directory says, or `undefined` when no server is there. */
export function postmaster(dataDirectory: string): { readonly pid: number; readonly host: string } | undefined {
  try {
    const lines = readFileSync(join(dataDirectory, 'postgres/postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), host: lines[4] ?? '' };
  } catch {
    return undefined;
  }
}
