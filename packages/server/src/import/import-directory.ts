import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** Names tell whose they are: of which machine (temporary directories may be shared), which process, and since when. */
const HERE = `docket-import-${hostname()}-`;
const OURS = `${HERE}${process.pid}-${Math.round(performance.timeOrigin)}-`;

/** A new directory of an import of this process, which holds rows in plain text. Whoever makes it removes it. */
export const importDirectory = (parent = tmpdir()): Promise<string> => mkdtemp(join(parent, OURS));

/** Removes what imports left whose process on this machine was killed. Answers how many directories. */
export async function sweepImportDirectories(parent = tmpdir()): Promise<number> {
  const left = (await readdir(parent)).filter((name) => name.startsWith(HERE) && !isInUse(name));
  for (const name of left) await rm(join(parent, name), { recursive: true, force: true });
  return left.length;
}

function isInUse(name: string): boolean {
  if (name.startsWith(OURS)) return true;
  const pid = Number(/^\d+(?=-)/.exec(name.slice(HERE.length))?.[0]);
  // In a container that begins anew the process before this one had the same number.
  if (!Number.isSafeInteger(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
