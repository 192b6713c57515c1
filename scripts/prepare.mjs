// What `npm start`, `npm test` and the generators need first: dependencies and a build. Plain Node, no dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = ['packages/core', 'packages/sdk', 'packages/server'];

/** Ends the process with one line. */
function fail(line) {
  process.stderr.write(`docket: ${line}\n`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Node 20.19 or newer is needed, this is ${process.versions.node}`);
}

/**
 * Runs `npm ci` when node_modules is missing or older than the lock file, or lacks the package named.
 * @param {string} needed a package that must be there
 */
function install(needed) {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules/.package-lock.json');
  const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (fresh && existsSync(join(root, 'node_modules', needed))) return;
  process.stderr.write('docket: installing dependencies\n');
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  // Under npm the same npm is used again; else the one on the path.
  const npm = process.env.npm_execpath;
  const run =
    npm !== undefined && /npm-cli\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
      : spawnSync('npm', words, {
          cwd: root,
          stdio: ['ignore', 'ignore', 'inherit'],
          shell: process.platform === 'win32',
        });
  if (run.status !== 0) fail('npm ci failed (see above)');
}

/**
 * Name, size and time of everything the build reads: unlike "newer than dist" this also sees an older checkout.
 * @param {string[]} files
 * @param {string[]} directories
 */
function fingerprint(files, directories) {
  const hash = createHash('sha256');
  const add = (path) => {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  ['tsconfig.base.json', 'package-lock.json', ...files].forEach(add);
  for (const directory of directories) {
    readdirSync(join(root, directory), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .sort()
      .forEach(add);
  }
  return hash.digest('hex');
}

function build() {
  const stamp = join(root, 'packages/server/dist/.built');
  const wanted = fingerprint(
    packages.flatMap((one) => ['tsconfig.json', 'package.json'].map((name) => join(one, name))),
    packages.map((one) => join(one, 'src')),
  );
  const whole = packages.every((one) => existsSync(join(root, one, 'dist')));
  if (whole && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('docket: building\n');
  const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
  // The compiler's own record may say "up to date" of a dist that somebody removed, hence --force.
  const words = ['-b', ...packages, ...(existsSync(stamp) && whole ? [] : ['--force'])];
  const run = spawnSync(process.execPath, [compiler, ...words], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (run.status !== 0) fail('the build failed (see above)');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The screens: scripts, styles and pictures in packages/web/dist, each also compressed, so that no request pays for it. */
function buildScreens() {
  const web = 'packages/web';
  const dist = join(root, web, 'dist');
  const stamp = join(dist, '.built');
  const wanted = fingerprint(
    ['index.html', 'vite.config.ts', 'package.json'].map((name) => join(web, name)),
    [join(web, 'src'), join(web, 'public'), 'packages/sdk/src'],
  );
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('docket: building the screens\n');
  const bundler = join(root, 'node_modules/vite/bin/vite.js');
  const words = ['build', join(root, web), '--logLevel', 'warn'];
  const run = spawnSync(process.execPath, [bundler, ...words], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (run.status !== 0) fail('the build of the screens failed (see above)');
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(js|css|html|svg)$/.test(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
  writeFileSync(stamp, wanted);
}

/**
 * Installs and builds what is missing or out of date.
 * @param {{ needed?: string, screens?: boolean }} options `screens`: those too
 */
export function prepare({ needed = 'typescript', screens = false } = {}) {
  checkNode();
  install(needed);
  build();
  if (screens) buildScreens();
}
