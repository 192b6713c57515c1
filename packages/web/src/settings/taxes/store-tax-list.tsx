import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconPlugConnected, IconReceiptTax } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { Refused } from '../../parts/refused';
import { useMay } from '../../session/session';
import { SettingList } from '../setting-list';
import { StoreTaxForm } from './store-tax-form';

/** Who counts the tax of each store. */
export function StoreTaxList() {
  const { t } = useTranslation('taxes');
  const mayEdit = useMay('settings.edit');
  const check = useMutation({
    mutationFn: (store: string) => docket.call('checkTaxProvider', { path: { store } }),
  });
  return (
    <>
      <Refused error={check.error} />
      <SettingList
        name="tax-settings"
        page={(query) => docket.call('listTaxSettings', { query })}
        keyOf={({ store }) => store}
        titleOf={({ store }) => store}
        columns={[{ name: t('store') }, { name: t('provider') }, { name: t('taxesOrders') }, { name: t('connection') }]}
        cells={(settings) => (
          <>
            <Table.Td>{settings.store}</Table.Td>
            <Table.Td>{t(`providers.${settings.provider}`)}</Table.Td>
            <Table.Td>{t(settings.taxesOrders ? 'taxesAlways' : 'taxesAsked')}</Table.Td>
            <Table.Td>
              <Group gap="xs" wrap="nowrap">
                {mayEdit && settings.provider !== 'none' && (
                  <Button
                    size="xs"
                    variant="default"
                    leftSection={<IconPlugConnected size={14} />}
                    loading={check.isPending && check.variables === settings.store}
                    onClick={() => check.mutate(settings.store)}
                    aria-label={t('checkOne', { store: settings.store })}
                  >
                    {t('check')}
                  </Button>
                )}
                {check.data !== undefined && check.variables === settings.store && (
                  <CheckAnswer answers={check.data.answers} reason={check.data.reason} detail={check.data.detail} />
                )}
              </Group>
            </Table.Td>
          </>
        )}
        mayEdit={mayEdit}
        form={(settings, onDone) => <StoreTaxForm value={settings} onDone={onDone} />}
        remove={(store) => docket.call('removeTaxSettings', { path: { store } })}
        icon={<IconReceiptTax />}
        words={{ make: t('newStore'), none: t('noStores'), noneText: t('noStoresText'), remove: t('removeStoreText') }}
      />
    </>
  );
}

interface CheckAnswerProps {
  readonly answers: boolean;
  readonly reason: string | number | null;
  readonly detail: string | number | null;
}

function CheckAnswer({ answers, reason, detail }: CheckAnswerProps) {
  const { t } = useTranslation('taxes');
  if (answers) return <Badge color="teal">{t('answers')}</Badge>;
  return (
    <Text size="xs" c="red" role="alert">
      {t(`reason.${String(reason)}`, { defaultValue: String(reason) })} {detail}
    </Text>
  );
}
