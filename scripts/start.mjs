// `npm start`: installs and builds what is missing, then serves in this process.
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';

// npm hands a signal to the shell it started, and that shell dies without telling us: whoever stops `npm start` would
// leave a server behind. So the end of the parent counts as SIGTERM, but only under npm; `nohup node …` may lose its.
const parent = process.ppid;
if (process.env.npm_lifecycle_event === 'start') {
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

prepare({ screens: true });
const cli = await import(pathToFileURL(join(root, 'packages/server/dist/cli/main.js')).href);
await cli.main(['serve', ...process.argv.slice(2)]);
