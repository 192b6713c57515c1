/** What of a span travels to whoever works for it (W3C Trace Context). */
export interface SpanContext {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  /** Whether whoever began the trace records it; its parts follow. */
  readonly sampled: boolean;
}

/** The caller's span in the header `traceparent`; null where there is none, or none that can be one. */
export function parentOf(header: string | readonly string[] | undefined): SpanContext | null {
  if (typeof header !== 'string') return null;
  // A version of later times may have more behind it; version 00 has not.
  const [, version, traceId = '', spanId = '', flags = '', more = ''] =
    /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/.exec(header) ?? [];
  if (version === undefined || version === 'ff' || (version === '00' && more !== '')) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return null;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}
