import { ADMIN, type TestApi } from './setup/api.js';
import { hire } from './setup/person.js';
import { bearer, place, signIn } from './shoppers.js';

/** What a request needs so that its route lets it in. */
interface Credentials {
  readonly headers?: Record<string, string>;
  /** True: the demo key is not sent along. */
  readonly keyless?: true;
  /** What the address must name, by parameter: that which the credentials open. */
  readonly names: Readonly<Record<string, string>>;
}

/** Credentials by `x-permission` of the operation: the demo key for permissions, somebody for the rest. */
export interface CredentialsByPermission {
  of(permission: string | undefined): Promise<Credentials>;
  /** The next call has fresh ones: a session was ended by the request itself. */
  used(permission: string | undefined): void;
}

const SHOPPER = 'ana@shop.example';

/** An order that has arrived, and of which something is on its way back. */
async function arrived(api: TestApi, changes: object = {}): Promise<string> {
  const orderId = await place(api, { workflow: 'simple', ...changes });
  for (const [path, body] of [
    ['payments/1/approve', {}],
    ['start-handling', {}],
    ['packages', {}],
    ['delivered', {}],
    ['returns', { items: [{ lineId: '1', quantity: 1, reason: 'no_longer_needed' }] }],
  ] as const) {
    const answer = await api.ask('POST', `${ADMIN}/orders/${orderId}/${path}`, { body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  }
  return orderId;
}

export function credentialsByPermission(api: TestApi): CredentialsByPermission {
  const known = new Map<string, Promise<Credentials>>();
  let people = 0;

  async function made(permission: string): Promise<Credentials> {
    switch (permission) {
      case 'public':
        return { keyless: true, names: {} };
      case 'session': {
        people += 1;
        const { headers, session } = await hire(api, `person${people}@example.com`);
        return { headers, keyless: true, names: { sessionId: session.sessionId } };
      }
      case 'shopper': {
        const orderId = await arrived(api, { buyer: { email: SHOPPER } });
        return {
          ...bearer(await signIn(api, SHOPPER)),
          keyless: true,
          names: { orderId, returnId: '1', draftId: '1' },
        };
      }
      case 'guest': {
        const orderId = await arrived(api);
        const link = await api.ask('POST', `${ADMIN}/orders/${orderId}/guest-links`, { body: {} });
        return {
          keyless: true,
          names: { token: (link.body as unknown as { token: string }).token, returnId: '1', draftId: '1' },
        };
      }
      case 'draft_guest': {
        const body = {
          currency: 'EUR',
          lines: [{ sku: 'GIFT', name: 'Gift', quantity: 1, priceMicros: 1_000_000, priceReason: 'agreed' }],
          stockPolicy: 'none',
        };
        const made = await api.ask('POST', `${ADMIN}/draft-orders`, { body });
        const { draftOrderId } = made.body as unknown as { draftOrderId: string };
        const sent = await api.ask('POST', `${ADMIN}/draft-orders/${draftOrderId}/send`, { body: {} });
        return { keyless: true, names: { token: (sent.body as unknown as { link: { token: string } }).link.token } };
      }
      default:
        return { names: {} };
    }
  }

  return {
    of(permission = 'public') {
      const found = known.get(permission) ?? made(permission);
      known.set(permission, found);
      return found;
    },
    used: (permission = 'public') => void known.delete(permission),
  };
}
