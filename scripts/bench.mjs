// `npm run bench`: installs and builds what is missing, then runs bench/main.mjs in this process.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';

prepare();
await import(pathToFileURL(join(root, 'bench/main.mjs')).href);
