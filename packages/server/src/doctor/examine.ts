import { openServer, type Server } from '../database/connect.js';
import { existingHome } from '../database/embedded-home.js';
import { createFollowerPool } from '../database/follower.js';
import { presentRoles } from '../database/roles.js';
import { readSettings, type Settings } from '../settings.js';
import { StartError } from '../start-error.js';
import { clocks, migrations, restoreFinished, rowSecurity, secretFits, serverVersion } from './database-checks.js';
import { dataDirectory, demoKey, linksInMails, mailServer, nodeVersion } from './machine-checks.js';
import { fail, ok, skip, type Verdict } from './verdict.js';
import { counts, mails, tasks } from './work-checks.js';

export interface Patient {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly nodeVersion: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Looks at what commonly goes wrong, one verdict after the other, and changes nothing. Where something cannot be looked at
 * because of what was found, it ends there.
 */
export async function* examine(patient: Patient): AsyncGenerator<Verdict> {
  yield nodeVersion(patient.nodeVersion);
  const settings = settingsOf(patient.environment);
  if (settings instanceof StartError) {
    yield fail('settings', settings.message, 'docs/reference/settings.md says what each accepts.');
    return;
  }
  yield ok('settings', settings.databaseUrl === undefined ? 'embedded database' : 'a database of your own');
  yield demoKey(settings);
  yield linksInMails(settings);
  yield await mailServer(settings.mail);
  if (settings.databaseUrl === undefined) {
    const home = existingHome(settings.dataDirectory);
    if (home === undefined) {
      yield skip('database', `there is none in ${settings.dataDirectory} yet`, 'npm start makes one.');
      return;
    }
    yield* await dataDirectory(home);
  }
  yield* examineDatabase(settings, patient.now);
}

async function* examineDatabase(settings: Settings, now: () => number): AsyncGenerator<Verdict> {
  let server: Server;
  try {
    server = await openServer(settings);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    yield fail('database', error.message, 'Start PostgreSQL, or correct DATABASE_URL or DOCKET_DATA.');
    return;
  }
  try {
    const { owner } = server;
    yield await serverVersion(owner);
    yield await clocks(owner, now);
    const migrated = await migrations(owner);
    yield migrated;
    if (migrated.state !== 'ok') return;
    yield await secretFits(settings.secret, server);
    yield await restoreFinished(owner);
    const roles = await presentRoles(owner);
    yield await rowSecurity(server, roles);
    const follower = createFollowerPool({ login: server.login, roles }, { max: 1, applicationName: 'docket doctor' });
    try {
      const at = new Date(now()).toISOString();
      yield* await tasks(follower, at);
      yield await counts(follower);
      yield await mails(follower, at);
    } finally {
      await follower.end();
    }
    yield skip('backup', 'when the last one was made is not recorded', 'docs/how-to/back-up-and-restore.md');
  } finally {
    await server.close();
  }
}

function settingsOf(environment: Patient['environment']): Settings | StartError {
  try {
    return readSettings(environment);
  } catch (error) {
    if (error instanceof StartError) return error;
    throw error;
  }
}
