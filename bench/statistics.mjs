/** @param {readonly number[]} values */
export function median(values) {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The smallest value that at least `share` of all do not exceed.
 * @param {ArrayLike<number>} ascending sorted
 * @param {number} share between 0 and 1
 */
export function percentile(ascending, share) {
  if (ascending.length === 0) return Number.NaN;
  return ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)];
}

/**
 * Latencies in one line of figures.
 * @param {Float64Array} millis any order; sorted in place
 */
export function spread(millis) {
  millis.sort();
  return {
    p50: percentile(millis, 0.5),
    p95: percentile(millis, 0.95),
    p99: percentile(millis, 0.99),
    max: millis.at(-1) ?? Number.NaN,
  };
}

/**
 * The same numbers every run, so that rounds differ by the machine alone (mulberry32).
 * @param {number} seed
 * @returns {() => number} numbers from 0 up to but without 1
 */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
