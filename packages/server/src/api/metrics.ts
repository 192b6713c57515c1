import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** How the numbers of a pool are read; a pg.Pool is one. */
interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** The counters of one process. Each server has its own registry, so that a test may build several. */
export interface Metrics {
  readonly registry: Registry;
  /** A request was answered; `route` is the pattern, never the address. */
  request(method: string, route: string, status: number, seconds: number): void;
  placed(seconds: number): void;
  refused(code: string): void;
  committed(units: number): void;
  watchPool(name: string, pool: PoolCounts): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'docket_http_request_seconds',
    help: 'Time to answer, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const placements = new Histogram({
    name: 'docket_placement_seconds',
    help: 'Time from the parsed body of a placement to its answer.',
    buckets: [0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128, 0.256, 0.512, 1, 4],
    registers,
  });
  const refusals = new Counter({
    name: 'docket_refusals_total',
    help: 'Requests answered with a problem, by code.',
    labelNames: ['code'],
    registers,
  });
  const batches = new Histogram({
    name: 'docket_commit_batch_units',
    help: 'Units that one commit wrote.',
    buckets: [1, 2, 4, 8, 12, 16, 20],
    registers,
  });
  const pools = new Map<string, PoolCounts>();
  new Gauge({
    name: 'docket_pool_connections',
    help: 'Database connections, by pool and state; waiting counts requests without one.',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of pools) {
        this.set({ pool, state: 'total' }, totalCount);
        this.set({ pool, state: 'idle' }, idleCount);
        this.set({ pool, state: 'waiting' }, waitingCount);
      }
    },
  });
  return {
    registry,
    request: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    placed: (seconds) => placements.observe(seconds),
    refused: (code) => refusals.inc({ code }),
    committed: (units) => batches.observe(units),
    watchPool: (name, pool) => void pools.set(name, pool),
  };
}

/** `/metrics`, and the counting of every request. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.decorateReply('problemCode', null);
  app.addHook('onResponse', (request, reply, done) => {
    if (reply.problemCode !== null) metrics.refused(reply.problemCode);
    const route = request.routeOptions.url ?? 'none';
    metrics.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    done();
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
