import { Anchor, Badge, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconCoins, IconEdit } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { moment } from '../format/moments';
import { useMoney } from '../order/shown-money';
import { PageFrame } from '../parts/page-frame';
import { SideDrawer } from '../parts/side-drawer';
import { Failed, Waiting } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { ChangesList } from '../settings/history/changes-list';
import { SettingTabs } from '../settings/setting-tabs';
import { AdjustForm } from './adjust-form';
import { CodeButton } from './code-button';
import { type Credit, creditQuery } from './credit';
import { CreditForm } from './credit-form';
import { CreditMovements } from './credit-movements';

/** One credit: what is on it, how that came about, and putting on and taking off. */
export function CreditPage() {
  const { t } = useTranslation(['credits', 'setting']);
  const { credit: id }: { credit: string } = useParams({ from: '/desk/credits/$credit' });
  const credit = useQuery(creditQuery(id));
  const mayEdit = useMay('credits.edit');
  return (
    <PageFrame title={id} actions={credit.data !== undefined && mayEdit && <CreditActions credit={credit.data} />}>
      <Anchor component={Link} to="/credits" size="sm">
        <IconArrowLeft size={14} style={{ verticalAlign: 'text-bottom' }} /> {t('title')}
      </Anchor>
      {credit.isPending && <Waiting />}
      {credit.error !== null && <Failed error={credit.error} onRetry={() => void credit.refetch()} />}
      {credit.data !== undefined && (
        <>
          <Terms credit={credit.data} />
          {credit.data.kind === 'gift_card' && mayEdit && <CodeButton credit={credit.data} />}
          <SettingTabs
            tabs={[
              { value: 'movements', label: t('movements'), content: <CreditMovements credit={credit.data} /> },
              {
                value: 'history',
                label: t('setting:history.title'),
                content: (
                  <ChangesList
                    isOfMany={false}
                    under={['settings', 'credit', id]}
                    page={(query) => docket.call('listCreditChanges', { path: { credit: id }, query })}
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

function Terms({ credit }: { readonly credit: Credit }) {
  const { t, i18n } = useTranslation(['credits', 'setting']);
  const shown = useMoney(credit.currency);
  return (
    <>
      <Group gap="md">
        <Text size="sm">{t(`kinds.${credit.kind}`)}</Text>
        <Text size="sm" c="dimmed">
          {credit.customerId === null ? t('ofWhoeverHasTheCode') : t('ofCustomer', { id: credit.customerId })}
        </Text>
        {!credit.active && (
          <Badge variant="default" tt="none">
            {t('setting:inactive')}
          </Badge>
        )}
        {credit.expiresAt !== null && (
          <Text size="sm" c="dimmed">
            {t('expiresAt', { at: moment(credit.expiresAt, i18n.language) })}
          </Text>
        )}
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 3 }} maw={560}>
        {(['balance', 'held', 'free'] as const).map((figure) => (
          <div key={figure}>
            <Text size="xs" c="dimmed">
              {t(figure)}
            </Text>
            <Text fw={600}>{shown(figure === 'free' ? credit.available : credit[figure])}</Text>
          </div>
        ))}
      </SimpleGrid>
    </>
  );
}

function CreditActions({ credit }: { readonly credit: Credit }) {
  const { t } = useTranslation(['credits', 'setting']);
  const [adjusting, adjust] = useDisclosure(false);
  const [editing, edit] = useDisclosure(false);
  return (
    <Group gap="xs">
      <Button size="xs" leftSection={<IconCoins size={14} />} onClick={adjust.open}>
        {t('adjust')}
      </Button>
      <Button size="xs" variant="default" leftSection={<IconEdit size={14} />} onClick={edit.open}>
        {t('setting:edit')}
      </Button>
      <SideDrawer opened={adjusting} onClose={adjust.close} size="md" title={t('adjust')}>
        <AdjustForm credit={credit} onDone={adjust.close} />
      </SideDrawer>
      <SideDrawer opened={editing} onClose={edit.close} size="md" title={credit.credit}>
        <CreditForm value={credit} onDone={edit.close} />
      </SideDrawer>
    </Group>
  );
}
