import { Alert, Button } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { Refused } from '../../parts/refused';
import { queries } from '../../queries';

/** Asks a provider whether it answers with its settings; no money moves. `render` puts button and answer where they belong. */
export function useProviderTest(provider: string) {
  const { t } = useTranslation('payments');
  const test = useMutation({
    mutationFn: () => docket.call('testProvider', { path: { provider }, body: {} }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['gateway-log'] }),
  });
  return {
    button: (
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlugConnected size={14} />}
        loading={test.isPending}
        onClick={() => test.mutate()}
      >
        {t('providers.test')}
      </Button>
    ),
    answer: (
      <>
        <Refused error={test.error} />
        {test.data !== undefined && (
          <Alert color={test.data.works ? 'teal' : 'red'} role={test.data.works ? 'status' : 'alert'} py="xs">
            {test.data.works ? t('providers.works') : t('providers.worksNot', { why: test.data.message })}
          </Alert>
        )}
      </>
    ),
  };
}
