import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics/metrics.js';

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
