// CPU time and memory of other processes, from /proc. Elsewhere than on Linux every figure is NaN, printed as "-".
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import process from 'node:process';

export const measurable = process.platform === 'linux';

/** USER_HZ is 100 on every Linux that Node runs on. */
const microsPerTick = 10_000;

/** Fields of /proc/PID/stat behind the name, which may hold blanks: [0] is the state. */
function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/**
 * CPU time that a process with all its threads has used, in microseconds.
 * @param {number} pid
 * @param {{ reaped?: boolean }} options `reaped`: with that of its children that have ended
 */
export function cpuMicros(pid, { reaped = false } = {}) {
  if (!measurable) return Number.NaN;
  const [user, system, childUser, childSystem] = statOf(pid).slice(11, 15).map(Number);
  return (user + system + (reaped ? childUser + childSystem : 0)) * microsPerTick;
}

/**
 * CPU time of the children that a process has now, in microseconds.
 * @param {number} pid
 */
export function childrenCpuMicros(pid) {
  if (!measurable) return Number.NaN;
  let micros = 0;
  for (const child of family(pid).slice(1)) {
    try {
      micros += cpuMicros(child);
    } catch {
      // ended meanwhile
    }
  }
  return micros;
}

/** A process and its children, for a server that forks one level deep. */
function family(pid) {
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return Number(statOf(name)[1]) === pid;
    } catch {
      return false; // ended meanwhile
    }
  });
  return [pid, ...children.map(Number)];
}

/**
 * CPU time of a PostgreSQL server: the postmaster, what it reaped, and what runs below it.
 * @param {number} postmaster
 */
export function clusterCpuMicros(postmaster) {
  if (!measurable) return Number.NaN;
  let micros = 0;
  for (const pid of family(postmaster)) {
    try {
      micros += cpuMicros(pid, { reaped: pid === postmaster });
    } catch {
      // ended between the listing and the reading: the postmaster counts it from now on
    }
  }
  return micros;
}

/**
 * Memory of a process in bytes (resident set).
 * @param {number} pid
 */
export function residentBytes(pid) {
  return measurable ? kilobytes(pid, 'status', 'VmRSS') * 1024 : Number.NaN;
}

/**
 * Memory of a PostgreSQL server in bytes: the proportional set sizes, which count shared memory once.
 * @param {number} postmaster
 */
export function clusterBytes(postmaster) {
  if (!measurable) return Number.NaN;
  let sum = 0;
  for (const pid of family(postmaster)) {
    try {
      sum += kilobytes(pid, 'smaps_rollup', 'Pss');
    } catch {
      return Number.NaN; // another user's process, and we are not root
    }
  }
  return sum * 1024;
}

function kilobytes(pid, file, field) {
  const text = readFileSync(`/proc/${pid}/${file}`, 'latin1');
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? Number.NaN);
}

/** CPU time that the whole machine was busy since it started, in microseconds. */
export function machineMicros() {
  return os.cpus().reduce((sum, { times }) => sum + (times.user + times.nice + times.sys + times.irq) * 1000, 0);
}
