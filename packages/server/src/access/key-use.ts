export interface KeyUse {
  /** Notes that a token let somebody in. Costs nothing but once a minute for each token, and is never waited for. */
  used(account: string, key: string, token: number): void;
  /** Resolves when everything that is being written is written. */
  settled(): Promise<void>;
}

export interface KeyUseDependencies {
  readonly write: (account: string, key: string, token: number, at: string) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onError: (error: unknown) => void;
}

const WRITTEN_EVERY = 60_000;
/** Above this many tokens in use, the map begins anew: a token more is written then. */
const MOST_REMEMBERED = 10_000;

export function createKeyUse({ write, now, onError }: KeyUseDependencies): KeyUse {
  const written = new Map<string, number>();
  const running = new Set<Promise<void>>();
  return {
    used(account, key, token) {
      const name = `${account}/${key}/${token}`;
      const at = now();
      if (at - (written.get(name) ?? -Infinity) < WRITTEN_EVERY) return;
      if (written.size >= MOST_REMEMBERED) written.clear();
      written.set(name, at);
      const writing = write(account, key, token, new Date(at).toISOString())
        .catch(onError)
        .finally(() => running.delete(writing));
      running.add(writing);
    },
    async settled() {
      await Promise.all(running);
    },
  };
}
