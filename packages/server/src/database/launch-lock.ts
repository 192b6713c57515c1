import { link, open, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { StartError } from '../start-error.js';

/** The holder touches its lock this often; a lock untouched for six times as long belongs to nobody. */
const touchEveryMs = 5_000;
const deadAfterMs = 30_000;

/**
 * Runs `work` while holding the lock file: making, starting and stopping the embedded database happens in one process
 * at a time. A lock whose process is gone, or that nobody touches any more, is taken over.
 *
 * Should two processes still get in (three would have to race within microseconds), PostgreSQL's own lock file refuses
 * the second server, and the loser attaches to the first.
 */
export async function withLaunchLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  await acquire(path);
  const touch = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, touchEveryMs);
  touch.unref();
  try {
    return await work();
  } finally {
    clearInterval(touch);
    await unlink(path).catch(() => undefined);
  }
}

async function acquire(path: string): Promise<void> {
  // A holder may wait minutes for crash recovery of a large database, and it keeps touching its lock meanwhile.
  for (;;) {
    try {
      const file = await open(path, 'wx', 0o644);
      await file.writeFile(processMark(process.pid));
      await file.close();
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'EEXIST') throw new StartError(`DOCKET_DATA: the lock ${path} cannot be made (${code ?? ''})`);
    }
    await removeDeadLock(path);
    await sleep(20);
  }
}

async function removeDeadLock(path: string): Promise<void> {
  let mark: string;
  let age: number;
  try {
    mark = await readFile(path, 'utf8');
    age = Date.now() - (await stat(path)).mtimeMs;
  } catch {
    return; // released meanwhile
  }
  // An empty mark is a lock made a moment ago, not written yet.
  const dead = mark === '' ? age > 1_000 : processMark(Number.parseInt(mark, 10)) !== mark || age > deadAfterMs;
  if (!dead) return;
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
    // Another process may have replaced the dead lock between our reading and our renaming: give it back.
    if ((await readFile(aside, 'utf8')) !== mark) await link(aside, path).catch(() => undefined);
    await unlink(aside);
  } catch {
    // another process removed it first
  }
}

/**
 * The pid and, where the system tells, the start time of a process: after a restart of a container the same pid is
 * often somebody else. A process that does not exist has the mark `gone`.
 */
function processMark(pid: number): string {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'gone';
  }
  try {
    // Field 22 of /proc/PID/stat, counted after the name in parentheses, which may contain spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ');
    // A zombie (killed, not reaped yet) holds nothing.
    return fields?.[0] === 'Z' ? 'gone' : `${pid} ${fields?.[19] ?? ''}`;
  } catch {
    return `${pid} `;
  }
}
