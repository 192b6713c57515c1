import { useTranslation } from 'react-i18next';
import { moment } from '../../format/moments';
import { money } from '../../format/money';

/** A reason of the API: a code, and the figures that it speaks of. */
interface Reason {
  readonly why: string;
  readonly from?: string;
  readonly until?: string;
  readonly currency?: string;
  readonly bound?: number;
  readonly counted?: number;
  readonly limit?: number;
  readonly minQuantity?: number;
  readonly promotion?: string;
  readonly promotions?: readonly string[];
}

/** Says in a sentence why a list or a promotion was not taken. @param currency of amounts in it */
export function useReason(currency = 'EUR'): (reason: Reason) => string {
  const { t, i18n } = useTranslation('pricing');
  const { language } = i18n;
  return ({ why, from, until, bound, counted, limit, minQuantity, promotion, promotions, ...rest }) => {
    const figure = (value: number | undefined): string => {
      if (value === undefined) return '';
      return why.startsWith('subtotal') ? money(value, currency, language) : value.toLocaleString(language);
    };
    return t(`reasons.${why}`, {
      from: from === undefined ? '' : moment(from, language),
      until: until === undefined ? '' : moment(until, language),
      currency: rest.currency ?? '',
      bound: figure(bound),
      counted: figure(counted),
      limit: figure(limit),
      quantity: figure(minQuantity),
      promotion: promotion ?? '',
      promotions: (promotions ?? []).join(', '),
      defaultValue: why,
    });
  };
}
