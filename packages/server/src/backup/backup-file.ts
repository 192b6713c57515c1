import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { StartError } from '../start-error.js';
import type { StoredSequence } from './stored-tables.js';

/** One table of a backup: its rows as `COPY` writes them, compressed. */
export interface BackupPart {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Where its compressed bytes begin in the file, and how many they are. */
  readonly offset: number;
  readonly bytes: number;
  /** Of the compressed bytes, in hex. */
  readonly sha256: string;
}

/** What a backup holds. Stands at the end of the file, since sizes and sums are known only then. */
export interface Manifest {
  readonly format: 1;
  /** Version of the Docket that wrote it. */
  readonly docket: string;
  readonly at: string;
  /** Tells the secret of the installation from others (`secretMarkOf`). */
  readonly secretMark: string;
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly sha256: string }[];
  /** First day of the open end of the order list: the months before it have partitions of their own. */
  readonly orderListUntil: string;
  /** `lastHash`: of the event with the number `seq`, in hex; null where the account has none. */
  readonly accounts: readonly { readonly account: string; readonly seq: number; readonly lastHash: string | null }[];
  readonly sequences: readonly StoredSequence[];
  readonly parts: readonly BackupPart[];
}

/*
 * The file: a line that names the format · the parts, each a gzip stream · the manifest as JSON · a line of fixed length
 * with the manifest's length, its SHA-256 and its HMAC under the secret. Damage and foreign hands are told from each other.
 */
const magic = Buffer.from('docket backup 1\n');
const endOf = (length: number, sha256: string, hmac: string): Buffer =>
  Buffer.from(`\nend ${String(length).padStart(12, '0')} ${sha256} ${hmac}\n`);
const endBytes = endOf(0, '0'.repeat(64), '0'.repeat(64)).length;

/** Of 1, 3 and 6, level 1 took half the time of 3 for files an eighth larger. */
const compression = { level: 1 };

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const hmacOf = (secret: string, bytes: Buffer): Buffer =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, '', 'docket backup 1', 32)))
    .update(bytes)
    .digest();

/** Writes a backup front to back, so that it may go into a pipe. */
export interface BackupWriter {
  /** @param source rows of one table; `rows` is asked when it has ended */
  addPart(table: string, columns: readonly string[], source: Readable, rows: () => number): Promise<void>;
  /** Writes manifest and end. Answers the bytes of the whole file. */
  finish(manifest: Omit<Manifest, 'parts' | 'format'>, secret: string): Promise<number>;
}

export async function createBackupWriter(target: Writable): Promise<BackupWriter> {
  const parts: BackupPart[] = [];
  let written = 0;
  const write = async (bytes: Buffer): Promise<void> => {
    written += bytes.length;
    await new Promise<void>((done, failed) => {
      target.write(bytes, (error) => (error ? failed(error) : done()));
    });
  };
  await write(magic);
  return {
    async addPart(table, columns, source, rows) {
      const offset = written;
      const hash = createHash('sha256');
      await pipeline(source, createGzip(compression), async (compressed: AsyncIterable<Buffer>) => {
        for await (const bytes of compressed) {
          hash.update(bytes);
          await write(bytes);
        }
      });
      parts.push({ table, columns, rows: rows(), offset, bytes: written - offset, sha256: hash.digest('hex') });
    },
    async finish(manifest, secret) {
      const text = Buffer.from(JSON.stringify({ format: 1, ...manifest, parts } satisfies Manifest));
      await write(text);
      await write(endOf(text.length, sha256Of(text), hmacOf(secret, text).toString('hex')));
      return written;
    },
  };
}

/** A backup whose manifest was found whole. */
export interface BackupReader {
  readonly manifest: Manifest;
  /** @throws StartError when the manifest was not written under this secret. */
  assertSealedBy(secret: string): void;
  /** Reads every part once. @throws StartError naming the first that differs from what was written. */
  assertWhole(): Promise<void>;
  /** The rows of a part, in constant memory. */
  rowsOf(part: BackupPart): Readable;
  close(): Promise<void>;
}

/** @throws StartError for a file that is not there, no backup, cut off, or damaged in its manifest. */
export async function openBackup(path: string): Promise<BackupReader> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    throw new StartError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
  try {
    const { manifest, text, hmac } = await readManifest(file, path);
    return {
      manifest,
      assertSealedBy(secret) {
        if (!timingSafeEqual(hmacOf(secret, text), hmac)) {
          throw new StartError(`${path} was changed after it was written: its seal does not fit the secret`);
        }
      },
      async assertWhole() {
        for (const { table, offset, bytes, sha256 } of manifest.parts) {
          const hash = createHash('sha256');
          for await (const piece of streamOf(file, offset, bytes)) hash.update(piece as Buffer);
          if (hash.digest('hex') !== sha256) {
            throw new StartError(`${path} is damaged: the rows of ${table} are not those that were written`);
          }
        }
      },
      rowsOf: ({ offset, bytes }) => {
        const plain = createGunzip();
        const packed = streamOf(file, offset, bytes).once('error', (error) => plain.destroy(error));
        return packed.pipe(plain);
      },
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

const streamOf = ({ fd }: FileHandle, start: number, bytes: number): Readable =>
  createReadStream('', { fd, start, end: start + bytes - 1, autoClose: false, highWaterMark: 1024 * 1024 });

async function readManifest(
  file: FileHandle,
  path: string,
): Promise<{ manifest: Manifest; text: Buffer; hmac: Buffer }> {
  const { size } = await file.stat();
  const begin = await bytesAt(file, 0, magic.length);
  if (!begin.equals(magic)) {
    const other = /^docket backup (\d+)\n/.exec(begin.toString('latin1'))?.[1];
    throw new StartError(
      other === undefined
        ? `${path} is not a backup of Docket`
        : `${path} is a backup in format ${other}, which this version does not know`,
    );
  }
  const end = await bytesAt(file, size - endBytes, endBytes);
  const [, length = '', sha256 = '', hmac = ''] =
    /^\nend (\d{12}) ([0-9a-f]{64}) ([0-9a-f]{64})\n$/.exec(end.toString('latin1')) ?? [];
  const cut = new StartError(`${path} is cut off: its end is missing`);
  if (length === '') throw cut;
  const start = size - endBytes - Number(length);
  if (start < magic.length) throw cut;
  const text = await bytesAt(file, start, Number(length));
  if (sha256Of(text) !== sha256) throw new StartError(`${path} is damaged: its manifest is not what was written`);
  const manifest = JSON.parse(text.toString()) as Manifest;
  if (manifest.parts.reduce((next, { bytes }) => next + bytes, magic.length) !== start) {
    throw new StartError(`${path} is damaged: its parts are not where they were written`);
  }
  return { manifest, text, hmac: Buffer.from(hmac, 'hex') };
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(Math.max(0, length));
  if (position < 0) return Buffer.alloc(0);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
  return buffer.subarray(0, bytesRead);
}
