import { AsyncLocalStorage } from 'node:async_hooks';
import type { SpanContext } from './trace-context.js';

type AttributeValue = string | number | boolean;

/** Of OTLP: our own work, a request that came in, a call to somebody else. */
export const SPAN_KIND = { internal: 1, server: 2, client: 3 } as const;

/** A piece of work that is over. */
export interface FinishedSpan extends SpanContext {
  /** Absent: it began the trace. */
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: (typeof SPAN_KIND)[keyof typeof SPAN_KIND];
  /** Milliseconds since 1970, with fractions. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** Spans of other traces, or branches, that it worked for too. */
  readonly links: readonly SpanContext[];
  readonly failed: boolean;
}

/** A piece of work under way. Attributes are words of catalogues and figures: never an id, an address or a text of a person. */
export interface Span {
  readonly context: SpanContext;
  set(attributes: Readonly<Record<string, AttributeValue>>): void;
  fail(): void;
  end(): void;
}

interface SpanOptions {
  readonly kind?: FinishedSpan['kind'];
  /** The present span where absent; null begins a trace. */
  readonly parent?: SpanContext | null;
  readonly links?: readonly SpanContext[];
}

export interface Tracer {
  start(name: string, options?: SpanOptions): Span;
  /** Runs work inside a new span, which fails where the work throws. */
  within<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T>;
  /** Runs a callback, and all that it sets going, inside a span that is under way. */
  run(span: Span, work: () => void): void;
}

export interface TracerDependencies {
  /** Milliseconds since 1970, with fractions. */
  readonly now: () => number;
  /** So many random bytes, as hexadecimal digits. */
  readonly randomHex: (bytes: number) => string;
  /** Told of each span that is over and was to be recorded; must return at once. */
  readonly finished: (span: FinishedSpan) => void;
}

export function createTracer({ now, randomHex, finished }: TracerDependencies): Tracer {
  const present = new AsyncLocalStorage<SpanContext>();

  function start(name: string, { kind = SPAN_KIND.internal, parent, links = [] }: SpanOptions = {}): Span {
    const above = parent === undefined ? present.getStore() : (parent ?? undefined);
    const context = {
      traceId: above?.traceId ?? randomHex(16),
      spanId: randomHex(8),
      sampled: above?.sampled ?? true,
    };
    const startedAt = now();
    const attributes: Record<string, AttributeValue> = {};
    let failed = false;
    return {
      context,
      set: (more) => void Object.assign(attributes, more),
      fail: () => {
        failed = true;
      },
      end() {
        if (!context.sampled) return;
        const parentSpanId = above === undefined ? {} : { parentSpanId: above.spanId };
        finished({ ...context, ...parentSpanId, name, kind, startedAt, endedAt: now(), attributes, links, failed });
      },
    };
  }

  return {
    start,
    async within(name, options, work) {
      const span = start(name, options);
      try {
        return await present.run(span.context, work, span);
      } catch (error) {
        span.fail();
        throw error;
      } finally {
        span.end();
      }
    },
    run: (span, work) => {
      present.run(span.context, work);
    },
  };
}
