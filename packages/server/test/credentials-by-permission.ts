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
        const orderId = await place(api, { buyer: { email: SHOPPER } });
        return { ...bearer(await signIn(api, SHOPPER)), keyless: true, names: { orderId } };
      }
      case 'guest': {
        const orderId = await place(api);
        const link = await api.ask('POST', `${ADMIN}/orders/${orderId}/guest-links`, { body: {} });
        return { keyless: true, names: { token: (link.body as unknown as { token: string }).token } };
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
