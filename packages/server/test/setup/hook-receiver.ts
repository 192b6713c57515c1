import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that hooks are delivered to. What it does goes by the end of the path: 500, redirect, slow; else 200. */
export interface HookReceiver {
  readonly url: string;
  readonly got: { readonly path: string; readonly body: string; readonly headers: IncomingHttpHeaders }[];
  close(): Promise<void>;
}

export async function startHookReceiver(): Promise<HookReceiver> {
  const got: HookReceiver['got'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const path = request.url ?? '';
      got.push({ path, body, headers: request.headers });
      if (path.endsWith('/500')) response.writeHead(500).end('not today');
      else if (path.endsWith('/410')) response.writeHead(410).end();
      else if (path.endsWith('/redirect')) response.writeHead(302, { location: '/' }).end();
      else if (!path.endsWith('/slow')) response.writeHead(200).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    got,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
