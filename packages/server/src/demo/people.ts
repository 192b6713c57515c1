import type { CustomerData } from '../customers/customers.js';
import type { Random } from './random.js';

/** Names put together by lot: whoever bears one of them is not meant. */
const FIRST = {
  'de-AT': ['Tobias', 'Jonna', 'Valentin', 'Annika', 'Korbinian', 'Ronja', 'Emil', 'Theres', 'Lorenz', 'Magda'],
  'de-CH': ['Reto', 'Seraina', 'Urs', 'Ladina', 'Beat', 'Mirjam'],
  'de-DE': ['Jonas', 'Frieda', 'Malte', 'Svea', 'Henrik', 'Lotte', 'Arne', 'Tilda'],
  'en-IE': ['Orla', 'Cillian', 'Niamh', 'Fergal', 'Aoife'],
  'fr-FR': ['Maelle', 'Corentin', 'Solène', 'Anatole', 'Apolline', 'Gaspard'],
  'pt-BR': ['Thainá', 'Caio', 'Jussara', 'Otávio', 'Iara', 'Davi', 'Luana', 'Heitor', 'Janaína', 'Breno'],
  'pt-PT': ['Ines', 'Duarte', 'Leonor', 'Afonso', 'Matilde', 'Salvador', 'Benedita', 'Vasco'],
} as const;
const LAST = {
  'de-AT': ['Kranz', 'Edlbauer', 'Wiesflecker', 'Almgruber', 'Thalhuber', 'Brandlechner', 'Rosskopf'],
  'de-CH': ['Ammerli', 'Zgraggwil', 'Tschudimatt', 'Bühlfeld'],
  'de-DE': ['Lindqvist', 'Feldweg', 'Harmsdorf', 'Ostermoor', 'Brinkhoff', 'Sandvoss'],
  'en-IE': ['Devlin', 'Carrowmoy', 'Tullagh', 'Brannoc'],
  'fr-FR': ['Garnier', 'Boisvallon', 'Treguern', 'Fontclair'],
  'pt-BR': ['Araripe', 'Mirandópolis', 'Jatobá', 'Campolargo', 'Ribamar', 'Sertanejo'],
  'pt-PT': ['Valente', 'Montalvão', 'Casqueiro', 'Ramalhal', 'Serrazim', 'Portela'],
} as const;

export type Locale = keyof typeof FIRST;

/** A person with an address of a domain that no mail ever reaches. */
export const customer = (customerId: string, firstName: string, lastName: string, locale: string): CustomerData => ({
  customerId,
  email: `${plain(firstName)}.${plain(lastName)}@example.com`,
  firstName,
  lastName,
  phone: null,
  document: null,
  company: null,
  locale,
});

/** So many different people, numbered from `first` on. */
export function customers(random: Random, locales: readonly Locale[], first: number, count: number): CustomerData[] {
  const people = new Map<string, CustomerData>();
  while (people.size < count) {
    const locale = random.pick(locales);
    const one = customer(`C-${first + people.size}`, random.pick(FIRST[locale]), random.pick(LAST[locale]), locale);
    if (!people.has(one.email ?? '')) people.set(one.email ?? '', one);
  }
  return [...people.values()];
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase();

/** Somebody who works in an account. Nobody can log in as them: they have no password. */
export interface Colleague {
  /** As people are named in the log: `user:` goes before it. */
  readonly userId: string;
  readonly name: string;
  readonly role: 'manager' | 'support' | 'warehouse' | 'finance' | 'viewer';
  /** Of stores, where they see no others. */
  readonly stores: readonly string[] | null;
}

export const colleague = (
  userId: string,
  name: string,
  role: Colleague['role'],
  stores: Colleague['stores'] = null,
): Colleague => ({ userId, name, role, stores });
