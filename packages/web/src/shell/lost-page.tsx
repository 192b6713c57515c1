import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/state-of-page';

export function LostPage() {
  const { t } = useTranslation('shell');
  return (
    <Empty
      icon={<IconMapQuestion />}
      title={t('lost.title')}
      text={t('lost.text')}
      action={
        <Button component={Link} to="/" variant="light" mt="sm">
          {t('lost.home')}
        </Button>
      }
    />
  );
}
