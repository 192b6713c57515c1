import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../../parts/page-frame';
import { HoldTypeList } from './hold-type-list';

/** What the account puts orders on hold for. */
export function HoldsPage() {
  const { t } = useTranslation('holds');
  return (
    <PageFrame title={t('title')}>
      <Text size="sm" c="dimmed">
        {t('text')}
      </Text>
      <HoldTypeList />
    </PageFrame>
  );
}
