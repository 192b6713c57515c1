import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';

/** The languages in which the account writes, else that of the reader; null while they are asked for. */
export function useAccountLanguages(): readonly string[] | null {
  const { i18n } = useTranslation();
  const account = useQuery({ queryKey: ['settings', 'account'], queryFn: () => docket.call('getAccount', {}) });
  if (account.isPending) return null;
  const languages = account.data?.languages ?? [];
  return languages.length === 0 ? [i18n.language] : languages;
}
