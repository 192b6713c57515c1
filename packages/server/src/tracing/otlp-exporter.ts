import type { FinishedSpan } from './tracer.js';

export interface ExporterDependencies {
  /** Where OTLP is taken over HTTP, as JSON: ends in `/v1/traces`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
  readonly version: string;
  /** Told what was lost, at most once a minute. */
  readonly onLost: (spans: number, why: string) => void;
  /** Milliseconds of any clock that never goes back. */
  readonly now: () => number;
}

export interface Exporter {
  readonly add: (span: FinishedSpan) => void;
  /** Sends what waits, and takes no more. */
  readonly close: () => Promise<void>;
}

const SENT_EVERY = 2_000;
const SENT_AT_ONCE = 512;
/** While the collector is away or slow; some 2 MB. What comes on top of it is lost: an order must never wait for its trace. */
const WAITING_AT_MOST = 4_096;
const ANSWERS_WITHIN = 10_000;
const TOLD_EVERY = 60_000;

/** Sends spans to a collector of OpenTelemetry, one request at a time. What fails is not sent again. */
export function createExporter(dependencies: ExporterDependencies): Exporter {
  const waiting: FinishedSpan[] = [];
  let sending: Promise<void> | undefined;
  let lost = 0;
  let told = -Infinity;

  function lose(spans: number, why: string): void {
    lost += spans;
    if (dependencies.now() - told < TOLD_EVERY) return;
    told = dependencies.now();
    dependencies.onLost(lost, why);
    lost = 0;
  }

  async function sendAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, SENT_AT_ONCE);
      const problem = await sendBatch(dependencies, batch);
      if (problem !== null) lose(batch.length, problem);
    }
  }
  const send = (): Promise<void> => (sending ??= sendAll().finally(() => (sending = undefined)));

  const timer = setInterval(() => void send(), SENT_EVERY);
  timer.unref();
  return {
    add(span) {
      if (waiting.length >= WAITING_AT_MOST) {
        lose(1, 'more spans than the collector takes');
        return;
      }
      waiting.push(span);
      if (waiting.length >= SENT_AT_ONCE) void send();
    },
    async close() {
      clearInterval(timer);
      await send();
    },
  };
}

/** Null, or in a word why it was not taken. */
async function sendBatch(
  { url, headers, ...service }: ExporterDependencies,
  spans: readonly FinishedSpan[],
): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(requestOf(service, spans)),
      signal: AbortSignal.timeout(ANSWERS_WITHIN),
      redirect: 'error',
    });
    await response.arrayBuffer();
    return response.ok ? null : `the collector answered ${response.status}`;
  } catch (error) {
    const { cause, name } = error as { cause?: { code?: string }; name?: string };
    return `the collector did not answer (${cause?.code ?? name ?? 'unknown'})`;
  }
}

/** An ExportTraceServiceRequest in the JSON encoding of OTLP 1. */
const requestOf = (
  { serviceName, version }: Pick<ExporterDependencies, 'serviceName' | 'version'>,
  spans: readonly FinishedSpan[],
): object => ({
  resourceSpans: [
    {
      resource: { attributes: attributesOf({ 'service.name': serviceName, 'service.version': version }) },
      scopeSpans: [{ scope: { name: 'docket', version }, spans: spans.map(spanOf) }],
    },
  ],
});

const FAILED = 2;

const spanOf = ({ traceId, spanId, parentSpanId, name, kind, startedAt, endedAt, ...span }: FinishedSpan): object => ({
  traceId,
  spanId,
  ...(parentSpanId === undefined ? {} : { parentSpanId }),
  name,
  kind,
  startTimeUnixNano: nanoseconds(startedAt),
  endTimeUnixNano: nanoseconds(endedAt),
  attributes: attributesOf(span.attributes),
  links: span.links.map((link) => ({ traceId: link.traceId, spanId: link.spanId })),
  status: span.failed ? { code: FAILED } : {},
});

/** More than a number holds exactly, so it goes as text. */
const nanoseconds = (milliseconds: number): string => `${BigInt(Math.round(milliseconds * 1000)) * 1000n}`;

const attributesOf = (attributes: FinishedSpan['attributes']): object[] =>
  Object.entries(attributes).map(([key, value]) => ({ key, value: valueOf(value) }));

function valueOf(value: FinishedSpan['attributes'][string]): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
}
