/** What a follower reads of the log: at least the position of each event in its account. */
export interface Positioned {
  readonly seq: number;
}

export interface Following<Entry extends Positioned> {
  readonly account: string;
  /** The position that the follower has dealt with; 0 begins with the first event of the account. */
  readonly after: number;
  /** The next entries after a position, ascending, at most one page; empty where there are none yet. */
  readonly read: (account: string, after: number) => Promise<readonly Entry[]>;
  /** Resolves when the account may have more than this position, or when the signal aborts. See `CommitSignal`. */
  readonly beyond: (account: string, seq: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/** An event of the log is not there. No commit leaves a gap, so somebody removed it behind Docket's back. */
export class LogGap extends Error {
  readonly expected: number;
  readonly found: number;

  constructor(account: string, expected: number, found: number) {
    super(`the log of account ${account} goes on at ${found} where ${expected} was expected`);
    this.expected = expected;
    this.found = found;
  }
}

/**
 * Follows the log of one account, page by page, until the signal aborts: each event once, in the order of commits.
 * Positions are given out without gaps under the lock that a commit holds to its end, so what can be read after a position
 * is all that will ever stand there. That is proved for each page, and the follower may keep the last position as its own.
 *
 * @throws LogGap
 */
export async function* followLog<Entry extends Positioned>({
  account,
  after,
  read,
  beyond,
  signal,
}: Following<Entry>): AsyncGenerator<readonly Entry[], void, undefined> {
  let position = after;
  while (!signal.aborted) {
    const page = await read(account, position);
    for (const { seq } of page) {
      if (seq !== position + 1) throw new LogGap(account, position + 1, seq);
      position = seq;
    }
    if (page.length > 0) yield page;
    else await beyond(account, position, signal);
  }
}
