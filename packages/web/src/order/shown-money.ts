import { useTranslation } from 'react-i18next';
import { money } from '../format/money';

/** Writes minor units of a currency; what the reader may not see, or what is not there, is a dash. */
export function useMoney(currency: string): (minor: number | null | undefined) => string {
  const { i18n } = useTranslation();
  return (minor) => (minor == null ? '–' : money(minor, currency, i18n.language));
}
