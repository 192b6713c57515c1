import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Mailer } from '@docket/core/ports';
import type { FastifyInstance } from 'fastify';
import type { Committer } from '../committer/committer.js';
import type { Unit } from '../committer/unit.js';
import type { Execute } from '../execute.js';
import type { TaskHandler } from '../followers/drain-tasks.js';
import type { Settings } from '../settings.js';
import { createExporter } from './otlp-exporter.js';
import type { SpanContext } from './trace-context.js';
import { traceRequests } from './traced-requests.js';
import { createTracer, SPAN_KIND } from './tracer.js';

/** Makes spans of what a process does. Each part takes what it watches, and answers the same that is watched. */
export interface Tracing {
  readonly requests: (app: FastifyInstance) => void;
  readonly execute: (execute: Execute) => Execute;
  readonly committer: (committer: Committer) => Committer;
  /** Around each transaction of the committer. */
  readonly batch: <T>(units: readonly Unit[], write: () => Promise<T>) => Promise<T>;
  readonly task: (handler: TaskHandler) => TaskHandler;
  readonly mailer: (mailer: Mailer) => Mailer;
  /** Sends what waits. */
  readonly close: () => Promise<void>;
}

export interface TracingDependencies {
  readonly settings: NonNullable<Settings['traces']>;
  readonly version: string;
  readonly onLost: (spans: number, why: string) => void;
}

/** Loaded only where traces are asked for: nobody else pays for it. */
export function startTracing({ settings, version, onLost }: TracingDependencies): Tracing {
  const exporter = createExporter({ ...settings, version, onLost, now: performance.now.bind(performance) });
  const tracer = createTracer({
    now: () => performance.timeOrigin + performance.now(),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    finished: exporter.add,
  });
  const commits = new WeakMap<Unit, SpanContext>();

  return {
    requests: (app) => {
      traceRequests(app, tracer);
    },
    execute: (execute) => (envelope, previewed) =>
      tracer.within(`execute ${envelope.command.type}`, {}, async (span) => {
        span.set({ 'docket.account': envelope.account, 'docket.command': envelope.command.type });
        const outcome = await execute(envelope, previewed);
        const word = outcome.accepted ? (outcome.replayed ? 'replayed' : 'accepted') : 'refused';
        span.set({ 'docket.outcome': word });
        if (!outcome.accepted) span.set({ 'docket.refusal': outcome.refusal.refused });
        return outcome;
      }),
    committer: (committer) => ({
      ...committer,
      commit: (unit) =>
        tracer.within('commit', {}, async (span) => {
          commits.set(unit, span.context);
          const answer = await committer.commit(unit);
          span.set({ 'docket.answer': answer.kind });
          return answer;
        }),
    }),
    // One transaction serves several requests: it stands below the first, and is linked with the others.
    batch: (units, write) => {
      const [parent = null, ...links] = units.flatMap((unit) => commits.get(unit) ?? []);
      return tracer.within('commit batch', { parent, links }, (span) => {
        span.set({ 'docket.units': units.length });
        return write();
      });
    },
    task: (handler) => (task) =>
      tracer.within(`task ${task.kind}`, { parent: null }, (span) => {
        span.set({ 'docket.account': task.account, 'docket.task': task.kind, 'docket.attempt': task.attempts });
        return handler(task);
      }),
    mailer: (mailer) => ({
      ...mailer,
      send: (mail) =>
        tracer.within('send mail', { kind: SPAN_KIND.client }, async (span) => {
          const outcome = await mailer.send(mail);
          span.set({ 'docket.delivered': outcome.delivered });
          if (!outcome.delivered) span.fail();
          return outcome;
        }),
    }),
    close: exporter.close,
  };
}
