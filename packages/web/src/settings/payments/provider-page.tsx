import { Anchor, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconEdit, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ConfirmButton } from '../../parts/confirm-button';
import { PageFrame } from '../../parts/page-frame';
import { SideDrawer } from '../../parts/side-drawer';
import { Failed, Waiting } from '../../parts/state-of-page';
import { ExchangeList } from '../../payments/exchange-list';
import { PaymentEventList } from '../../payments/payment-event-list';
import { queries } from '../../queries';
import { useMay } from '../../session/session';
import { ChangesList } from '../history/changes-list';
import { SettingTabs } from '../setting-tabs';
import { settingsChanged } from '../use-save';
import { type PaymentProvider, providerQuery } from './provider';
import { ProviderForm } from './provider-form';
import { ProviderSecrets } from './provider-secrets';
import { ProviderStanding } from './provider-standing';
import { useProviderTest } from './provider-test';

/** One payment provider: its keys, where it sends its events, what was said to it and what it told. */
export function ProviderPage() {
  const { t } = useTranslation(['payments', 'setting']);
  const { provider: id }: { provider: string } = useParams({ from: '/desk/settings/payments/$provider' });
  const provider = useQuery(providerQuery(id));
  return (
    <PageFrame
      title={provider.data?.name ?? id}
      actions={provider.data !== undefined && <ProviderActions provider={provider.data} />}
    >
      <Anchor component={Link} to="/settings/payments" size="sm">
        <IconArrowLeft size={14} style={{ verticalAlign: 'text-bottom' }} /> {t('providers.title')}
      </Anchor>
      {provider.isPending && <Waiting />}
      {provider.error !== null && <Failed error={provider.error} onRetry={() => void provider.refetch()} />}
      {provider.data !== undefined && <Shown provider={provider.data} />}
    </PageFrame>
  );
}

function Shown({ provider }: { readonly provider: PaymentProvider }) {
  const { t } = useTranslation(['payments', 'setting']);
  const mayTest = useMay('settings.edit');
  const seesLog = useMay('payments.log');
  const test = useProviderTest(provider.provider);
  const { provider: id } = provider;
  return (
    <>
      <Group gap="md">
        <Code>{id}</Code>
        <Text size="sm">{t(`providers.kinds.${provider.adapter}`)}</Text>
        {provider.url !== null && <Code>{provider.url}</Code>}
        <ProviderStanding provider={provider} />
        {mayTest && test.button}
      </Group>
      {test.answer}
      {provider.behaviours.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('providers.behaves', {
            how: provider.behaviours.map((one) => t(`providers.behaviour.${one}`)).join('; '),
          })}
        </Text>
      )}
      <SettingTabs
        tabs={[
          {
            value: 'connection',
            label: t('providers.connection'),
            content: (
              <Stack maw={640}>
                <Text size="sm">{t(`providers.kindText.${provider.adapter}`)}</Text>
                <ProviderSecrets provider={provider} />
              </Stack>
            ),
          },
          ...(seesLog
            ? [
                { value: 'log', label: t('log.title'), content: <ExchangeList filter={{ provider: id }} /> },
                { value: 'events', label: t('events.title'), content: <PaymentEventList filter={{ provider: id }} /> },
              ]
            : []),
          {
            value: 'history',
            label: t('setting:history.title'),
            content: (
              <ChangesList
                isOfMany={false}
                under={['settings', 'payment-provider', id]}
                page={(query) => docket.call('listPaymentProviderChanges', { path: { provider: id }, query })}
              />
            ),
          },
        ]}
      />
    </>
  );
}

function ProviderActions({ provider }: { readonly provider: PaymentProvider }) {
  const { t } = useTranslation(['payments', 'setting']);
  const router = useRouter();
  const mayEdit = useMay('settings.edit');
  const [editing, { open, close }] = useDisclosure(false);
  const { provider: id, active } = provider;
  if (!mayEdit) return null;
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" leftSection={<IconEdit size={14} />} onClick={open}>
        {t('setting:edit')}
      </Button>
      <ConfirmButton
        label={t(active ? 'providers.disable' : 'providers.enable')}
        text={t(active ? 'providers.disableText' : 'providers.enableText')}
        act={async () => {
          await docket.call('changePaymentProvider', { path: { provider: id }, body: { active: !active } });
          await settingsChanged();
        }}
      />
      <ConfirmButton
        danger
        label={t('setting:remove')}
        text={t('providers.removeText')}
        icon={<IconTrash size={14} />}
        act={async () => {
          await docket.call('removePaymentProvider', { path: { provider: id } });
          router.history.push('/settings/payments');
          queries.removeQueries({ queryKey: providerQuery(id).queryKey });
          await settingsChanged();
        }}
      />
      <SideDrawer opened={editing} onClose={close} size="md" title={provider.name}>
        <ProviderForm value={provider} onDone={close} />
      </SideDrawer>
    </Group>
  );
}
