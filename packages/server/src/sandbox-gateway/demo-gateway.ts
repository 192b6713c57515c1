import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { type SandboxGateway, startSandboxGateway } from './sandbox-gateway.js';

/** Beside the port of the server, so that links in orders are good after the next start; another one where it is taken. */
const BESIDE = 10;

/** The gateway of the demo, within this process and for this machine alone. */
export async function startDemoGateway(port: number, dataDirectory: string): Promise<SandboxGateway> {
  const file = isWritable(dataDirectory) ? join(dataDirectory, 'sandbox-payments.json') : null;
  const wanted = port === 0 || port + BESIDE > 65_535 ? 0 : port + BESIDE;
  return startSandboxGateway({ port: wanted, file }).catch(() => startSandboxGateway({ port: 0, file }));
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
