import { hkdfSync } from 'node:crypto';
import type { Readable } from 'node:stream';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { inTransaction } from '../database/transaction.js';
import { open, seal } from '../personal-data/keys.js';

/** Files of imports on their way to a worker, sealed in pieces: any process may take them, and a dump shows nothing. */
export interface Uploads {
  /**
   * Stores a file as it comes, in the place of the one that was there. Answers its bytes, or null where it is larger than
   * `most`; then, and where the sender breaks off, the one before stays as it was.
   */
  store(place: UploadPlace, stream: Readable, most: number): Promise<number | null>;
  /** The file in pieces. */
  read(place: UploadPlace): AsyncGenerator<Buffer>;
}

interface UploadPlace {
  readonly account: string;
  readonly importId: string;
  /** Its place among the files of the import. */
  readonly file: number;
}

/** Bytes of a piece: one is in memory at a time, whichever way it goes. */
const PIECE = 1024 * 1024;

/** The sealed bytes stay where they lie: an update of the number alone does not write them again. */
const REPLACE = [
  {
    name: 'delete_import_chunks',
    text: 'delete from import_chunks where account = $1 and import_id = $2 and file = $3 and nth >= 0',
  },
  {
    name: 'keep_import_chunks',
    text: 'update import_chunks set nth = -1 - nth where account = $1 and import_id = $2 and file = $3',
  },
] as const;

export function createUploads(pool: pg.Pool, secret: string): Uploads {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'docket imports 1', 32));
  const contextOf = ({ account, importId, file }: UploadPlace, nth: number): string =>
    `${account}\nimport\n${importId}\n${file}\n${nth}`;

  /** Pieces of a file that is not whole yet count from -1 downwards. */
  async function write(place: UploadPlace, nth: number, piece: Buffer): Promise<void> {
    const { account, importId, file } = place;
    await withAccounts(pool, [account], (client) =>
      query(
        client,
        {
          name: 'insert_import_chunk',
          text: 'insert into import_chunks (account, import_id, file, nth, bytes) values ($1, $2, $3, $4, $5)',
        },
        [account, importId, file, -1 - nth, seal(key, piece, contextOf(place, nth))],
      ),
    );
  }

  async function discard({ account, importId, file }: UploadPlace): Promise<void> {
    await withAccounts(pool, [account], (client) =>
      query(
        client,
        {
          name: 'discard_import_chunks',
          text: 'delete from import_chunks where account = $1 and import_id = $2 and file = $3 and nth < 0',
        },
        [account, importId, file],
      ),
    );
  }

  async function replace({ account, importId, file }: UploadPlace): Promise<void> {
    await withAccounts(pool, [account], (client) =>
      inTransaction(client, async () => {
        for (const statement of REPLACE) await query(client, statement, [account, importId, file]);
      }),
    );
  }

  return {
    async store(place, stream, most) {
      await discard(place);
      let pieces: Buffer[] = [];
      let length = 0;
      let bytes = 0;
      let nth = 0;
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          bytes += chunk.length;
          if (bytes > most) {
            await discard(place);
            return null;
          }
          pieces.push(chunk);
          length += chunk.length;
          if (length < PIECE) continue;
          await write(place, nth, Buffer.concat(pieces));
          nth += 1;
          pieces = [];
          length = 0;
        }
        if (length > 0) await write(place, nth, Buffer.concat(pieces));
        await replace(place);
        return bytes;
      } catch (error) {
        // the sender broke off: half a file is none, and the one before is whole
        await discard(place);
        throw error;
      }
    },
    async *read(place) {
      const { account, importId, file } = place;
      for (let nth = 0; ; nth += 1) {
        const { rows } = await withAccounts(pool, [account], (client) =>
          query<{ bytes: Buffer }>(
            client,
            {
              name: 'read_import_chunk',
              text: 'select bytes from import_chunks where account = $1 and import_id = $2 and file = $3 and nth = $4',
            },
            [account, importId, file, nth],
          ),
        );
        const piece = rows[0]?.bytes;
        if (piece === undefined) return;
        yield open(key, piece, contextOf(place, nth));
      }
    },
  };
}
