import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Scope } from './scope';

export function ScopeText({ scope: { stores, seller, own } }: { readonly scope: Scope }) {
  const { t } = useTranslation('access');
  const parts = [
    ...(stores === null ? [] : [t('scope.stores', { stores: stores.join(', ') })]),
    ...(seller === null ? [] : [t('scope.seller', { seller })]),
    ...(own ? [t('scope.own')] : []),
  ];
  return <Text size="sm">{parts.length === 0 ? t('scope.all') : parts.join(' · ')}</Text>;
}
