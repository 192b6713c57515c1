import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import pg from 'pg';

/**
 * A server of PostgreSQL between a `docket` and its own, which can keep commits from going out, or their answers from
 * coming back. What was committed while answers are kept is committed: nobody but the `docket` learns it late.
 */
export interface HeldCommits {
  /** `DATABASE_URL` for the `docket`. */
  readonly url: string;
  /** From now on no commit goes out. */
  holdCommits(): void;
  /** Lets out what was held, answers and all; of commits that follow, the answer never comes back. */
  holdAnswers(): void;
  /** Everything goes through again. */
  holdNothing(): void;
  /** Commits that were held since. */
  heldCommits(): number;
  close(): Promise<void>;
}

/** The one call that writes orders; the driver names it in every message. */
const COMMIT = 'commit_batch';

export async function openHeldCommits(databaseUrl: string): Promise<HeldCommits> {
  let holding: 'nothing' | 'commits' | 'answers' = 'nothing';
  const kept = new Map<Socket, Buffer[]>();
  const unheard = new Set<Socket>();
  const sockets = new Set<Socket>();
  const { host, port } = new pg.Client({ connectionString: databaseUrl });

  const server = createServer((docket) => {
    const behind = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const [socket, other] of [
      [docket, behind],
      [behind, docket],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => other.destroy());
    }
    docket.on('data', (bytes: Buffer) => {
      const commits = bytes.includes(COMMIT);
      if (kept.has(behind) || (commits && holding === 'commits'))
        kept.set(behind, [...(kept.get(behind) ?? []), bytes]);
      else {
        if (commits && holding === 'answers') unheard.add(docket);
        behind.write(bytes);
      }
    });
    behind.on('data', (bytes: Buffer) => {
      if (!unheard.has(docket)) docket.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const url = new URL(databaseUrl);
  url.searchParams.delete('host');
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    holdCommits() {
      holding = 'commits';
    },
    holdAnswers() {
      holding = 'answers';
      const held = [...kept];
      kept.clear();
      for (const [behind, parts] of held) for (const bytes of parts) behind.write(bytes);
    },
    holdNothing() {
      holding = 'nothing';
    },
    heldCommits: () => kept.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
