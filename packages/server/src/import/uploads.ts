import { hkdfSync } from 'node:crypto';
import type { Readable } from 'node:stream';
import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { open, seal } from '../personal-data/keys.js';

/** Files of imports on their way to a worker, sealed in pieces: any process may take them, and a dump shows nothing. */
export interface Uploads {
  /**
   * Stores a file as it comes. Answers its bytes; `import_too_large` where they are more than `most`, `import_not_open` where
   * the import was started or ended meanwhile. Then, and where the sender breaks off, nothing of it is left.
   */
  store(place: UploadPlace, stream: Readable, most: number): Promise<number | 'import_too_large' | 'import_not_open'>;
  discard(place: UploadPlace): Promise<void>;
  /** The file in pieces. */
  read(place: UploadPlace): AsyncGenerator<Buffer>;
}

interface UploadPlace {
  readonly account: string;
  readonly importId: string;
  /** Of this upload alone. */
  readonly file: number;
}

/** Bytes of a piece: one is in memory at a time, whichever way it goes. */
const PIECE = 1024 * 1024;

export function createUploads(pool: pg.Pool, secret: string): Uploads {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'docket imports 1', 32));
  const contextOf = ({ account, importId, file }: UploadPlace, nth: number): string =>
    `${account}\nimport\n${importId}\n${file}\n${nth}`;

  /** False: the import takes files no longer, so that none is left behind its end. */
  async function write(place: UploadPlace, nth: number, piece: Buffer): Promise<boolean> {
    const { account, importId, file } = place;
    const { rowCount } = await withAccounts(pool, [account], (client) =>
      query(
        client,
        {
          name: 'insert_import_chunk',
          text: `insert into import_chunks (account, import_id, file, nth, bytes)
                 select account, import_id, $3, $4, $5 from imports
                  where account = $1 and import_id = $2 and state = 'uploading' for share`,
        },
        [account, importId, file, nth, seal(key, piece, contextOf(place, nth))],
      ),
    );
    return rowCount === 1;
  }

  async function discard({ account, importId, file }: UploadPlace): Promise<void> {
    await withAccounts(pool, [account], (client) =>
      query(
        client,
        {
          name: 'discard_import_chunks',
          text: 'delete from import_chunks where account = $1 and import_id = $2 and file = $3',
        },
        [account, importId, file],
      ),
    );
  }

  return {
    async store(place, stream, most) {
      let pieces: Buffer[] = [];
      let length = 0;
      let bytes = 0;
      let nth = 0;
      const piece = async (): Promise<boolean> => {
        const isWritten = await write(place, nth, Buffer.concat(pieces));
        nth += 1;
        pieces = [];
        length = 0;
        return isWritten;
      };
      const refused = async <R extends string>(refusal: R): Promise<R> => {
        await discard(place);
        return refusal;
      };
      try {
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          bytes += chunk.length;
          if (bytes > most) return await refused('import_too_large');
          pieces.push(chunk);
          length += chunk.length;
          if (length >= PIECE && !(await piece())) return await refused('import_not_open');
        }
        if (length > 0 && !(await piece())) return await refused('import_not_open');
        return bytes;
      } catch (error) {
        // the sender broke off: half a file is none, and the one before is whole
        await discard(place);
        throw error;
      }
    },
    discard,
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
