import { Anchor, Code, Group, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { PageFrame } from '../../parts/page-frame';
import { Failed, Waiting } from '../../parts/state-of-page';
import { ChangesList } from '../history/changes-list';
import { SettingTabs } from '../setting-tabs';
import { AudienceText, ValidityText } from './audience-text';
import { PriceEntries } from './price-entries';

/** One price list: its prices, and who changed it. */
export function PriceListPage() {
  const { t } = useTranslation(['pricing', 'setting']);
  const { priceList }: { priceList: string } = useParams({ from: '/desk/settings/prices/$priceList' });
  const list = useQuery({
    queryKey: ['settings', 'price-lists', 'one', priceList],
    queryFn: () => docket.call('getPriceList', { path: { priceList } }),
  });
  return (
    <PageFrame title={list.data?.name ?? priceList}>
      <Anchor component={Link} to="/settings/prices" size="sm">
        <IconArrowLeft size={14} style={{ verticalAlign: 'text-bottom' }} /> {t('title')}
      </Anchor>
      {list.isPending && <Waiting />}
      {list.error !== null && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && (
        <>
          <Group gap="md">
            <Code>{priceList}</Code>
            <AudienceText of={list.data} />
            <Text size="sm">
              <ValidityText {...list.data} />
            </Text>
            {!list.data.active && (
              <Text size="sm" c="dimmed">
                {t('setting:inactive')}
              </Text>
            )}
          </Group>
          <SettingTabs
            tabs={[
              { value: 'prices', label: t('prices'), content: <PriceEntries list={list.data} /> },
              {
                value: 'history',
                label: t('setting:history.title'),
                content: (
                  <ChangesList
                    isOfMany={false}
                    under={['settings', 'price-list', priceList]}
                    page={(query) => docket.call('listPriceListChanges', { path: { priceList }, query })}
                  />
                ),
              },
            ]}
          />
        </>
      )}
    </PageFrame>
  );
}
