import { Alert, List, Text, Title } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useTranslation } from 'react-i18next';
import { moment } from '../format/moments';

/** How many orders know the person, and what else is kept of them. */
export function WhatGoes({ preview }: { readonly preview: AnswerOf<'previewForgetting'> }) {
  const { t, i18n } = useTranslation('forgetting');
  const { orders, rows, forgottenAt, customers, customerIds } = preview;
  const kinds = Object.entries(rows).filter(([, count]) => count > 0);
  return (
    <>
      <Title order={2} size="h5">
        {t('goes')}
      </Title>
      {orders === 0 && kinds.length === 0 && <Text size="sm">{t('nothing')}</Text>}
      <List size="sm">
        {orders > 0 && <List.Item>{t('orders', { count: orders })}</List.Item>}
        {kinds.map(([table, count]) => (
          <List.Item key={table}>
            {t(`tables.${table}`, table)}: {count.toLocaleString(i18n.language)}
          </List.Item>
        ))}
      </List>
      {forgottenAt !== null && <Text size="sm">{t('before', { at: moment(forgottenAt, i18n.language) })}</Text>}
      {forgottenAt !== null && orders > 0 && <Text size="sm">{t('begun')}</Text>}
      {customers > 0 && <Alert color="gray">{t('customers', { count: customers, ids: customerIds.join(', ') })}</Alert>}
      <Text size="sm" c="dimmed">
        {t('stays')}
      </Text>
    </>
  );
}
