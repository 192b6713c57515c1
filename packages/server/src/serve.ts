import type { AddressInfo } from 'node:net';
import { assertRestoreFinished } from './backup/unfinished-restore.js';
import { type Composition, compose } from './compose.js';
import { openDatabase } from './database/connect.js';
import { openSecret } from './secret.js';
import type { Settings } from './settings.js';
import { startDemoGateway } from './sandbox-gateway/demo-gateway.js';
import type { SandboxGateway } from './sandbox-gateway/sandbox-gateway.js';
import { StartError } from './start-error.js';

export interface RunningServer {
  /** Where a person on this machine reaches it. */
  readonly url: string;
  /** Finishes what runs, takes nothing new, leaves the database. */
  readonly close: () => Promise<void>;
}

/** Opens and migrates the database, builds the API and listens. */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const database = await openDatabase(settings);
  let composition: Composition | undefined;
  let gateway: SandboxGateway | undefined;
  try {
    await assertRestoreFinished(database.owner);
    const secret = await openSecret(settings.secret, database);
    if (settings.demo && settings.role !== 'api') {
      gateway = await startDemoGateway(settings.port, settings.dataDirectory);
    }
    const sandbox = gateway?.url;
    composition = await compose({
      ...(sandbox === undefined ? {} : { sandbox }),
      settings,
      database,
      secret,
      logLevel: settings.logLevel,
    });
    await listen(composition.api, settings);
  } catch (error) {
    await composition?.close();
    await gateway?.close();
    await database.close();
    throw error;
  }
  const running = composition;
  return {
    url: reachableUrl(running.api.server.address() as AddressInfo),
    close: async () => {
      await running.close();
      await gateway?.close();
      await database.close();
    },
  };
}

async function listen(api: Composition['api'], { host, port }: Settings): Promise<void> {
  const { level } = api.log;
  // Fastify logs its address; the ready line says it better.
  api.log.level = 'warn';
  try {
    await api.listen({ host, port });
    api.log.level = level;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') {
      throw new StartError(`PORT ${port} on ${host} is taken by another program: stop it or set PORT to another one`);
    }
    if (code === 'EACCES') throw new StartError(`PORT ${port} may not be used by this user: set PORT to 1024 or above`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
      throw new StartError(`HOST ${host} is not an address of this machine (${code})`);
    }
    throw error;
  }
}

function reachableUrl({ address, family, port }: AddressInfo): string {
  const everywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '127.0.0.1' };
  const host = everywhere[address] ?? (family === 'IPv6' ? `[${address}]` : address);
  return `http://${host}:${port}`;
}
