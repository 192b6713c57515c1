import type { FastifyInstance } from 'fastify';
import { problemAnswer } from './native/answers.js';

/**
 * Says in the OpenAPI operation of each route that takes a body how many bytes it may have (`x-body-limit`), and how a
 * larger one is answered. Must be called before any route is added.
 *
 * @param usual bytes, of a route that names no limit of its own
 */
export function stateBodyLimits(app: FastifyInstance, usual: number): void {
  app.addHook('onRoute', ({ schema, bodyLimit = usual }) => {
    if (schema?.body === undefined) return;
    const tooLarge = problemAnswer(`The body is larger than ${bodyLimit.toLocaleString('en')} bytes.`);
    Object.assign(schema, { 'x-body-limit': bodyLimit, response: { ...(schema.response as object), 413: tooLarge } });
  });
}
