import { Alert, Anchor, Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBellRinging, IconCreditCard, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { Listed, ListTable } from '../../parts/listed';
import { PageFrame } from '../../parts/page-frame';
import { SideDrawer } from '../../parts/side-drawer';
import { Empty } from '../../parts/state-of-page';
import { useAlarms } from '../../payments/alarms';
import { useMay } from '../../session/session';
import { ProviderForm } from './provider-form';
import { ProviderStanding } from './provider-standing';

/** Who moves the money of payments, and whether each of them can. */
export function ProvidersPage() {
  const { t } = useTranslation(['payments', 'setting']);
  const router = useRouter();
  const mayEdit = useMay('settings.edit');
  const hasAlarms = useAlarms({});
  const [making, { open, close }] = useDisclosure(false);
  const pages = useInfiniteQuery({
    queryKey: ['settings', 'payment-providers', 'pages'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listPaymentProvider', { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <PageFrame
      title={t('providers.title')}
      actions={
        mayEdit && (
          <Button size="xs" leftSection={<IconPlus size={16} />} onClick={open}>
            {t('providers.make')}
          </Button>
        )
      }
    >
      {hasAlarms && (
        <Alert color="red" icon={<IconBellRinging />} title={t('events.alarm')}>
          {t('events.alarmText')}{' '}
          <Anchor component={Link} to="/payment-events?alarms=true" size="sm">
            {t('events.show')}
          </Anchor>
        </Alert>
      )}
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconCreditCard />} title={t('providers.none')} text={t('providers.noneText')} />}
      >
        {(providers) => (
          <ListTable
            minWidth={560}
            columns={[{ name: t('provider') }, { name: t('providers.kind') }, { name: t('providers.standing') }]}
          >
            {providers.map((provider) => (
              <Table.Tr key={provider.provider}>
                <Table.Td>
                  <Anchor
                    component={Link}
                    to={`/settings/payments/${encodeURIComponent(provider.provider)}`}
                    size="sm"
                    fw={500}
                  >
                    {provider.name}
                  </Anchor>
                  <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                    {provider.provider}
                  </Text>
                </Table.Td>
                <Table.Td>{t(`providers.kinds.${provider.adapter}`)}</Table.Td>
                <Table.Td>
                  <ProviderStanding provider={provider} />
                </Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
      <SideDrawer opened={making} onClose={close} size="md" title={t('providers.make')}>
        <ProviderForm
          value={null}
          onDone={({ provider }) => router.history.push(`/settings/payments/${encodeURIComponent(provider)}`)}
        />
      </SideDrawer>
    </PageFrame>
  );
}
