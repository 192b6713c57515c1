import type pino from 'pino';
import { packageVersion } from '../package-version.js';
import type { Settings } from '../settings.js';
import type { Tracing } from './tracing.js';

/** What is loaded only where a collector is named: the start of others stays as short, and their memory as small. */
export async function composeTracing(settings: Settings['traces'], logger: pino.Logger): Promise<Tracing | null> {
  if (settings === undefined) return null;
  const { startTracing } = await import('./tracing.js');
  const onLost = (spans: number, reason: string): void => {
    logger.warn({ spans, reason }, 'parts of traces were lost');
  };
  return startTracing({ settings, version: packageVersion(), onLost });
}
