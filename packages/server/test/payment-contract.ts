import type {
  BeginOutcome,
  BeginRequest,
  EventDelivery,
  PaymentProvider,
  ProviderStanding,
} from '@docket/core/payment-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A provider to be tried, and the outside of it: buyers, broken lines, what it sends. */
export interface Tried {
  readonly provider: PaymentProvider;
  /** Makes the buyer of a payment that waits pay, or not; where there is none, approves by what is in the token. */
  pays?(begun: Waiting): Promise<void> | void;
  declines?(begun: Waiting): Promise<void> | void;
  /** What the shop has of the buyer for this provider. */
  readonly token: string | null;
  /** A token with which a payment is denied at once; null: there is none. */
  readonly badToken?: string;
  /** The next call is carried out and its answer lost; absent: there is no line that could break. */
  loseNext?(): void;
  /** Events of the payment so far, oldest first, when there are as many at least. */
  events?(payment: string, count: number): Promise<readonly EventDelivery[]>;
  end(): Promise<void>;
}

type Waiting = Extract<BeginOutcome, { state: 'waiting' }>;

let count = 0;

/**
 * What every payment provider must do, whichever it is. An adapter is one when it passes; an account may then rely on it
 * without knowing which one it has.
 */
export function describeProvider(
  name: string,
  open: () => Promise<Tried>,
  /** `isInside`: it is of the house itself, so no line to it breaks and it sends no events. `isByHand`: people move its money. */
  { isInside = false, isByHand = false }: { readonly isInside?: boolean; readonly isByHand?: boolean } = {},
): void {
  describe(`the payment provider ${name}`, () => {
    let tried: Tried;
    let provider: PaymentProvider;
    beforeAll(async () => {
      tried = await open();
      provider = tried.provider;
    });
    afterAll(() => tried.end());

    const request = (more: Partial<BeginRequest> = {}): BeginRequest => {
      count += 1;
      return {
        key: `acme/${count}/1`,
        orderId: String(count),
        paymentId: '1',
        orderNumber: `#${count}`,
        amount: 10_000,
        currency: 'EUR',
        capture: 'on_invoice',
        token: tried.token,
        customerId: null,
        returnUrl: 'http://127.0.0.1:1/orders',
        eventsUrl: '',
        ...more,
      };
    };
    const standing = async (asked: BeginRequest, outerId: string | null): Promise<ProviderStanding> => {
      const found = await provider.lookup({ outerId, key: asked.key });
      if (found.state !== 'found') throw new Error(`lookup says ${found.state}`);
      return found.standing;
    };
    /** A payment of 100.00 that was approved, and how to move its money. */
    const approved = async (more: Partial<BeginRequest> = {}) => {
      const asked = request(more);
      const begun = await provider.begin(asked);
      if (begun.state === 'waiting') await tried.pays?.(begun);
      if (begun.state !== 'waiting' && begun.state !== 'approved') throw new Error(`begin says ${begun.state}`);
      const { outerId } = begun;
      const move = (kind: 'capture' | 'void' | 'refund', amount: number, key = `${kind}-${(count += 1)}`) =>
        provider[kind]({ ...asked, key: `${asked.key}/${key}`, outerId, amount });
      return { asked, outerId, move, now: () => standing(asked, outerId) };
    };

    it('works with the settings that it was given', async () => {
      expect(await provider.check()).toEqual({ works: true });
    });

    it('begins a payment once, however often it is asked with its key', async () => {
      const asked = request();
      const [first, second] = [await provider.begin(asked), await provider.begin(asked)];
      expect(second).toMatchObject({ state: first.state, outerId: 'outerId' in first ? first.outerId : null });
    });

    if (isByHand) {
      it('moves no money by itself: each request waits for a person, who says what became of it', async () => {
        const asked = request();
        await provider.begin(asked);
        for (const kind of ['capture', 'void', 'refund'] as const) {
          const move = { ...asked, key: `${asked.key}/${kind}`, outerId: asked.key };
          expect(await provider[kind](move)).toEqual({ state: 'waiting', outerId: null });
          expect(await provider[kind](move), 'with its key again').toEqual({ state: 'waiting', outerId: null });
        }
      });

      it('knows of no payment what a person would have to say, and takes no event for genuine', async () => {
        expect(await provider.lookup({ outerId: null, key: request().key })).toMatchObject({ state: 'unknown' });
        const forged = { body: Buffer.from('{"paid":true}'), headers: { 'x-signature': 'any' }, now: 0 };
        expect(provider.readEvent(forged)).toMatchObject({ genuine: false });
      });

      it('promises to call nobody, to send nothing and to show no page', () => {
        expect(provider.capabilities).toMatchObject({ calls: false, events: false, payPage: false });
      });
      return;
    }

    it('holds the money of a buyer who pays, and takes none of it yet', async () => {
      const { now } = await approved();
      expect(await now()).toMatchObject({ state: 'approved', authorised: 10_000, captured: 0, refunded: 0 });
    });

    it('takes the money at once where the order says so', async () => {
      const { now } = await approved({ capture: 'on_approval' });
      expect(await now()).toMatchObject({ state: 'approved', authorised: 10_000, captured: 10_000 });
    });

    it('knows nothing of a payment that nobody began', async () => {
      expect(await provider.lookup({ outerId: null, key: 'acme/nobody/1' })).toEqual({ state: 'absent' });
    });

    it('captures in parts, up to what is authorised and no further', async () => {
      const { move, now } = await approved();
      expect(await move('capture', 3_000)).toMatchObject({ state: 'settled' });
      expect(await move('capture', 7_000)).toMatchObject({ state: 'settled' });
      expect(await move('capture', 1)).toMatchObject({ state: 'declined' });
      expect(await now()).toMatchObject({ captured: 10_000 });
    });

    it('takes two captures with the same key for one', async () => {
      const { move, now } = await approved();
      await move('capture', 3_000, 'same');
      expect(await move('capture', 3_000, 'same')).toMatchObject({ state: 'settled' });
      expect(await now()).toMatchObject({ captured: 3_000 });
    });

    it('takes two captures of the same amount with two keys for two', async () => {
      const { asked, move, now } = await approved();
      await move('capture', 3_000, 'one');
      await move('capture', 3_000, 'two');
      const { captured, operations } = await now();
      expect(captured).toBe(6_000);
      expect(operations.map(({ key }) => key)).toEqual([`${asked.key}/one`, `${asked.key}/two`]);
    });

    it('gives up what is left, and captures nothing afterwards', async () => {
      const { move, now } = await approved();
      await move('capture', 4_000);
      expect(await move('void', 6_000)).toMatchObject({ state: 'settled' });
      expect(await now()).toMatchObject({ authorised: 10_000, captured: 4_000, voided: 6_000 });
      expect(await move('capture', 1)).toMatchObject({ state: 'declined' });
    });

    it('refunds in parts, up to what was captured and no further', async () => {
      const { move, now } = await approved();
      await move('capture', 5_000);
      expect(await move('refund', 2_000)).toMatchObject({ state: 'settled' });
      expect(await move('refund', 3_000)).toMatchObject({ state: 'settled' });
      expect(await move('refund', 1)).toMatchObject({ state: 'declined' });
      expect(await now()).toMatchObject({ captured: 5_000, refunded: 5_000 });
    });

    it('moves money for a second refund of the same amount: its identity is its key (known pains 2.12)', async () => {
      const { move, now } = await approved();
      await move('capture', 5_000);
      await move('refund', 1_000, 'first');
      await move('refund', 1_000, 'second');
      await move('refund', 1_000, 'second');
      expect(await now()).toMatchObject({ refunded: 2_000 });
    });

    it('declines to move money of a payment that it does not know', async () => {
      const asked = request();
      const capture = await provider.capture({ ...asked, outerId: 'nobody_knows_this' });
      expect(capture).toMatchObject({ state: 'declined' });
    });

    it('denies a buyer who does not pay', async () => {
      const asked = request(tried.badToken === undefined ? {} : { token: tried.badToken });
      const begun = await provider.begin(asked);
      if (begun.state === 'waiting') {
        await tried.declines?.(begun);
        expect(await standing(asked, begun.outerId)).toMatchObject({ state: 'denied', authorised: 0 });
      } else expect(begun).toMatchObject({ state: 'denied' });
    });

    it('closes a payment that nobody has answered, and then nobody can pay it any more', async () => {
      const asked = request();
      const begun = await provider.begin(asked);
      if (begun.state !== 'waiting') return;
      const close = { key: `${asked.key}/close`, outerId: begun.outerId };
      expect(await provider.close(close)).toEqual({ state: 'closed' });
      expect(await provider.close(close), 'asked again').toEqual({ state: 'closed' });
      await Promise.resolve(tried.pays?.(begun)).catch(() => undefined);
      expect(await standing(asked, begun.outerId)).toMatchObject({ state: 'denied', authorised: 0, captured: 0 });
    });

    it('says of a payment that it shall close when somebody paid it before, and leaves it as it is', async () => {
      const { asked, outerId, now } = await approved();
      expect(await provider.close({ key: `${asked.key}/close`, outerId })).toEqual({ state: 'answered' });
      expect(await now()).toMatchObject({ state: 'approved', authorised: 10_000, voided: 0 });
    });

    if (isInside) return;

    it('says so where an answer was lost, and a look tells what was done: money moves once', async () => {
      if (tried.loseNext === undefined) throw new Error('a provider outside has lines that break and sends events');
      const { asked, move, now } = await approved();
      tried.loseNext();
      const lost = await move('capture', 3_000, 'lost');
      expect(lost).toMatchObject({ state: 'unknown' });
      expect((await now()).operations).toMatchObject([{ key: `${asked.key}/lost`, amount: 3_000, state: 'settled' }]);
      expect(await move('capture', 3_000, 'lost')).toMatchObject({ state: 'settled' });
      expect(await now()).toMatchObject({ captured: 3_000 });
    });

    it('may be asked again with the same key where the beginning was lost', async () => {
      if (tried.loseNext === undefined) throw new Error('a provider outside has lines that break and sends events');
      const asked = request();
      tried.loseNext();
      expect(await provider.begin(asked)).toMatchObject({ state: 'unknown' });
      const begun = await provider.begin(asked);
      expect(['waiting', 'approved']).toContain(begun.state);
    });

    it('sends events that say which payment they are about, and which one is which', async () => {
      if (tried.events === undefined) throw new Error('a provider outside has lines that break and sends events');
      const { asked, outerId, move } = await approved();
      await move('capture', 3_000);
      const deliveries = await tried.events(asked.orderId, 2);
      const events = deliveries.flatMap((delivery) => {
        const reading = provider.readEvent(delivery);
        return reading.genuine ? reading.events : [];
      });
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      expect(events.some(({ paid }) => paid)).toBe(true);
      for (const event of events) {
        expect([outerId, null]).toContain(event.outerId);
        expect(event.outerId !== null || event.orderId === asked.orderId).toBe(true);
      }
      // In whatever order they come, what stands is looked up, and it is the same.
      expect(await standing(asked, outerId)).toMatchObject({ captured: 3_000 });
    });

    it('gives an event that comes twice the same id', async () => {
      if (tried.events === undefined) throw new Error('a provider outside has lines that break and sends events');
      const { asked } = await approved();
      const [delivery] = await tried.events(asked.orderId, 1);
      if (delivery === undefined) throw new Error('no event');
      expect(provider.readEvent(delivery)).toEqual(provider.readEvent(delivery));
    });

    it('refuses events that somebody else wrote, changed, or kept for later', async () => {
      if (tried.events === undefined) throw new Error('a provider outside has lines that break and sends events');
      const { asked } = await approved();
      const [delivery] = await tried.events(asked.orderId, 1);
      if (delivery === undefined) throw new Error('no event');
      expect(provider.readEvent(delivery)).toMatchObject({ genuine: true });
      const changed = Buffer.from(Buffer.from(delivery.body).toString().replace('"1"', '"2"'));
      const forged: readonly EventDelivery[] = [
        { ...delivery, body: changed },
        { ...delivery, headers: {} },
        { ...delivery, now: delivery.now + 3_600 },
      ];
      for (const each of forged) expect(provider.readEvent(each)).toMatchObject({ genuine: false });
    });
  });
}
