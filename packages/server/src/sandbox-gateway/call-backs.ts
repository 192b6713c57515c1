import { signEvent } from './event-signature.js';
import { newId, type SandboxPayment, type Told } from './payments.js';

/** Seconds between tries of one call-back; after the last one the shop has to look up by itself. */
const TRIES_AFTER = [1, 5, 30, 120, 600];
const ANSWERS_WITHIN = 10_000;

/** Sends what happened to the address that the shop gave, until it is taken or the tries are at their end. */
export interface CallBacks {
  readonly send: (told: Told) => void;
  /** Resolves when nothing is under way; what waits for its next try is dropped. */
  close(): Promise<void>;
}

export function createCallBacks(backwardsMillis: number): CallBacks {
  const timers = new Set<NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  let closed = false;

  const after = (millis: number, work: () => Promise<void>): void => {
    if (closed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      const done = work().finally(() => underWay.delete(done));
      underWay.add(done);
    }, millis);
    timers.add(timer);
  };

  async function attempt(url: string, apiKey: string, id: string, body: string, tries: number): Promise<void> {
    const seconds = Math.floor(Date.now() / 1_000);
    const signature = signEvent(apiKey, id, seconds, Buffer.from(body));
    const taken = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWERS_WITHIN),
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(seconds),
        'webhook-signature': signature,
      },
      body,
    }).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok;
      },
      () => false,
    );
    const next = TRIES_AFTER[tries];
    if (!taken && next !== undefined) after(next * 1_000, () => attempt(url, apiKey, id, body, tries + 1));
  }

  return {
    send({ type, payment }) {
      const { apiKey, behaviours } = payment;
      if (behaviours.includes('no_events') || payment.eventsUrl === '') return;
      const id = newId('evt');
      const body = JSON.stringify(eventOf(id, type, payment));
      const late = behaviours.includes('events_backwards') && type === 'payment.approved' ? backwardsMillis : 0;
      for (let times = behaviours.includes('events_twice') ? 2 : 1; times > 0; times -= 1) {
        after(late, () => attempt(payment.eventsUrl, apiKey, id, body, 0));
      }
    },
    async close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
}

const eventOf = (id: string, type: string, { id: payment, orderId, paymentId }: SandboxPayment): object => ({
  id,
  type,
  payment,
  orderId,
  paymentId,
});
