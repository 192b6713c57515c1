import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** `packages/server/public`; the same seen from `src/api` and from `dist/api`. */
const file = new URL('../../public/verify-order-log.mjs', import.meta.url);

/** `/docs/verify-order-log.mjs`: the one file that proves an exported log without a server. */
export function serveLogVerifier(app: FastifyInstance): void {
  const text = readFileSync(file, 'utf8');
  app.get('/docs/verify-order-log.mjs', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(text),
  );
}
