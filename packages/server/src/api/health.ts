import type { FastifyInstance } from 'fastify';

export interface HealthDependencies {
  readonly version: string;
  /** Answers when the database is reachable and migrated; rejects with the reason where it is not. */
  readonly probe: () => Promise<void>;
}

/** A probe that hangs is a failed one; orchestrators ask every few seconds. */
const PROBE_MILLIS = 2_000;

/**
 * `/healthz`: the process runs. `/readyz`: requests may be sent here, that is the database answers, is migrated, and the
 * server is not stopping.
 */
export function serveHealth(app: FastifyInstance, { version, probe }: HealthDependencies): void {
  let stopping = false;
  app.addHook('preClose', (done) => {
    stopping = true;
    done();
  });
  app.get('/healthz', { schema: { hide: true } }, () => ({ status: 'ok', version }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    if (stopping) return reply.code(503).send({ status: 'stopping' });
    const reason = await failureOf(probe);
    return reason === null ? { status: 'ready' } : reply.code(503).send({ status: 'unavailable', reason });
  });
}

async function failureOf(probe: () => Promise<void>): Promise<'database' | 'database_slow' | null> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<'database_slow'>((resolve) => {
    timer = setTimeout(() => resolve('database_slow'), PROBE_MILLIS);
  });
  const asked = probe().then(
    () => null,
    () => 'database' as const,
  );
  try {
    return await Promise.race([asked, slow]);
  } finally {
    clearTimeout(timer);
  }
}
