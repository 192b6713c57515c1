import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { SmtpServer } from '../../src/settings.js';

/** A mail server of a test, on a port of its own. */
export interface MailServer {
  readonly settings: SmtpServer;
  /** Every mail that it took, as it came over the wire. */
  readonly taken: { readonly to: readonly string[]; readonly source: string }[];
  readonly close: () => Promise<void>;
}

/** Takes every mail without login and TLS, unless the options say otherwise. */
export async function startMailServer(
  options: SMTPServerOptions & { readonly port?: number } = {},
): Promise<MailServer> {
  const taken: MailServer['taken'] = [];
  const { port = 0, ...others } = options;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
    ...others,
  });
  // A client that goes away is no fault of the test.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    settings: {
      host: '127.0.0.1',
      port: (server.server.address() as AddressInfo).port,
      tls: 'off',
      login: undefined,
    },
    taken,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
