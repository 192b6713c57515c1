import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** What `vite build` made; the same seen from `src/api` and from `dist/api`. */
const BUILT = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/** Addresses below these never are pages, however they are asked for. */
const NO_PAGE = /^\/(api|docs|assets|healthz|readyz|metrics)(\/|$)/;

/**
 * Scripts come from here alone. Pictures of products may lie with a shop, over TLS. Styles may stand in elements: the library of components sets widths and
 * colours so. No other site may put a page of ours into a frame, where people would click what they do not see.
 */
const CONTENT_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' https: data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * The desk and the pages of shoppers: the files of packages/web, and its one page for every address that the screens
 * know. Registered last: everything else has its own route. Without a build, there are no screens.
 */
export async function serveScreens(
  app: FastifyInstance,
  /** Answers in the words of a dialect whose address it is; false where it is nobody's. */
  inDialect: (path: string, reply: FastifyReply) => boolean,
  built = BUILT,
): Promise<void> {
  if (!existsSync(join(built, 'index.html'))) return;
  const files = new Set(
    readdirSync(built, { recursive: true, encoding: 'utf8' }).map((name) => `/${name.replaceAll('\\', '/')}`),
  );
  await app.register(fastifyStatic, { root: built, serve: false, preCompressed: true, cacheControl: false });
  app.get('/*', { config: { permission: 'public' }, schema: { hide: true } }, (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/assets/') && files.has(path)) {
      // Their names hold a hash of what is in them.
      return reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(path);
    }
    if (path !== '/index.html' && /\.\w+$/.test(path) && files.has(path)) {
      return reply.header('cache-control', 'public, max-age=3600').sendFile(path);
    }
    if (isPage(path, request)) return sendPage(reply);
    if (!inDialect(path, reply)) reply.callNotFound();
    return reply;
  });
}

const isPage = (path: string, { headers }: FastifyRequest): boolean =>
  !NO_PAGE.test(path) && (headers.accept?.includes('text/html') ?? false);

const sendPage = (reply: FastifyReply): FastifyReply =>
  reply
    .headers({
      'cache-control': 'no-cache',
      'content-security-policy': CONTENT_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    .sendFile('index.html');
