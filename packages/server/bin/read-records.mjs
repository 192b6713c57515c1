// The process that reads and maps the files of an import; started by src/import/reader.ts alone.
import { serveRecords } from '../dist/import/reader-process.js';

serveRecords();
