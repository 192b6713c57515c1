import { describe, expect, it } from 'vitest';
import { followLog, LogGap } from './follow-log.js';

/** A log of so many events that is read in pages of three; it grows while a follower waits. */
function logOf(seqs: number[], growth: number[][] = []) {
  const end = new AbortController();
  const asked: number[] = [];
  const following = {
    account: 'acme',
    read: (_account: string, after: number) => {
      asked.push(after);
      return Promise.resolve(
        seqs
          .filter((seq) => seq > after)
          .slice(0, 3)
          .map((seq) => ({ seq })),
      );
    },
    beyond: (_account: string, seq: number) => {
      const next = growth.shift();
      if (next === undefined) end.abort();
      else seqs.push(...next);
      expect(seq).toBe(asked.at(-1));
      return Promise.resolve();
    },
    signal: end.signal,
  };
  const followed = async (after: number): Promise<number[]> => {
    const seen: number[] = [];
    for await (const page of followLog({ ...following, after })) seen.push(...page.map(({ seq }) => seq));
    return seen;
  };
  return { followed, asked, end };
}

describe('following the log of an account', () => {
  it('gives every event once and in order, over pages and over the head', async () => {
    const { followed } = logOf([1, 2, 3, 4, 5, 6, 7], [[8], [], [9, 10]]);
    expect(await followed(0)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('goes on from any position, and reads nothing before it', async () => {
    const { followed, asked } = logOf([1, 2, 3, 4, 5]);
    expect(await followed(3)).toEqual([4, 5]);
    expect(Math.min(...asked)).toBe(3);
  });

  it.each([
    ['in the middle of a page', [1, 2, 4], 0, 3],
    ['between two pages', [1, 2, 3, 5, 6], 0, 4],
    ['right after the position', [5, 6], 3, 4],
    ['where an event stands twice', [1, 2, 2, 3], 0, 3],
  ])('stops at a gap %s, and tells nothing beyond it', async (_, seqs, after, expected) => {
    const { followed } = logOf(seqs);
    const gap = await followed(after).catch((error: unknown) => error);
    expect(gap).toBeInstanceOf(LogGap);
    expect(gap).toMatchObject({ expected });
  });

  it('ends when it is told to, whatever is left', async () => {
    const { followed, end } = logOf([1, 2, 3, 4]);
    end.abort();
    expect(await followed(0)).toEqual([]);
  });
});
