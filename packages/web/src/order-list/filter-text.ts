import type { TFunction } from 'i18next';
import { day } from '../format/moments';
import type { FilterKind } from './filter-kinds';
import type { OrderSearch } from './order-search';
import { STATUS_FILTER, statusText, type Vocabulary } from './order-words';

const SHOWN = 2;

/** What a filter is set to, in short: `Handling, Invoiced +2`. */
export function filterText(
  kind: FilterKind,
  search: OrderSearch,
  t: TFunction<'order-list'>,
  language: string,
): string {
  if (kind.form === 'days') {
    const [from, to] = kind.names.map((name) => search[name] as string | undefined);
    const first = from === undefined ? '' : day(from, language);
    // The end is the first instant that no longer counts.
    const last = to === undefined ? '' : day(new Date(Date.parse(to) - 1).toISOString(), language);
    return first === last ? first : `${first} – ${last}`;
  }
  const values = [search[kind.names[0]]].flat().map(String);
  const words = values.map((value) => wordOf(kind.name, value, t));
  const more = words.length > SHOWN ? ` +${words.length - SHOWN}` : '';
  return words.slice(0, SHOWN).join(', ') + more;
}

/** A value of a filter as people read it. */
export function wordOf(name: string, value: string, t: TFunction<'order-list'>): string {
  switch (name) {
    case 'status':
    case 'vtexStatus':
    case 'orionStatus':
    case 'virtoStatus': {
      const vocabulary = (Object.keys(STATUS_FILTER) as Vocabulary[]).find((one) => STATUS_FILTER[one] === name);
      return statusText(value, vocabulary ?? 'native', t);
    }
    case 'stage':
      return t(`stage.${value as 'paying'}`);
    case 'paymentState':
      return t(`payment.${value as 'paid'}`);
    case 'shippingState':
      return t(`shipping.${value as 'shipped'}`);
    case 'late':
    case 'hasNote':
    case 'onHold':
      return value === 'true' ? t('yes') : t('no');
    case 'complete':
    case 'deleted':
      return t(`${name}.${value as 'any'}`);
    default:
      return value;
  }
}
