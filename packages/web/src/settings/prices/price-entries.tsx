import { Button, CloseButton, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconClipboardText, IconEdit, IconPlus, IconSearch, IconTag, IconTrash } from '@tabler/icons-react';
import type { AnswerOf } from '@docket/sdk';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { unitPrice } from '../../format/unit-price';
import { ConfirmButton } from '../../parts/confirm-button';
import { Listed, ListTable } from '../../parts/listed';
import { SideDrawer } from '../../parts/side-drawer';
import { Empty } from '../../parts/state-of-page';
import { useMay } from '../../session/session';
import { settingsChanged } from '../use-save';
import { PastePrices } from './paste-prices';
import { PriceEntryForm } from './price-entry-form';
import type { PriceList } from './price-list-form';

export type PriceEntry = AnswerOf<'listPriceEntry'>['items'][number];

/** The prices of a list by SKU: one is changed in a drawer, many are pasted out of a table. */
export function PriceEntries({ list }: { readonly list: PriceList }) {
  const { t } = useTranslation(['pricing', 'setting']);
  const { priceList } = list;
  const mayEdit = useMay('pricing.edit');
  const [typed, setTyped] = useState('');
  const [sku] = useDebouncedValue(typed.trim(), 220);
  const [pasting, { open: paste, close: leave }] = useDisclosure(false);
  const [opened, { open, close }] = useDisclosure(false);
  const [changed, setChanged] = useState<PriceEntry | null>(null);
  const edit = (entry: PriceEntry | null): void => {
    setChanged(entry);
    open();
  };
  const pages = useInfiniteQuery({
    queryKey: ['settings', 'price-entries', priceList, sku],
    placeholderData: keepPreviousData,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listPriceEntry', {
        path: { priceList },
        query: { limit: 50, ...(sku === '' ? {} : { sku }), ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <TextInput
          type="search"
          flex="1 1 200px"
          maw={320}
          maxLength={100}
          aria-label={t('findSku')}
          placeholder={t('findSku')}
          leftSection={<IconSearch size={16} />}
          rightSection={
            typed === '' ? null : <CloseButton size="sm" aria-label={t('setting:clear')} onClick={() => setTyped('')} />
          }
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        {mayEdit && (
          <Group gap="xs">
            <Button size="xs" variant="default" leftSection={<IconClipboardText size={16} />} onClick={paste}>
              {t('paste')}
            </Button>
            <Button size="xs" leftSection={<IconPlus size={16} />} onClick={() => edit(null)}>
              {t('newPrice')}
            </Button>
          </Group>
        )}
      </Group>
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={
          <Empty
            icon={<IconTag />}
            title={t(sku === '' ? 'noPrices' : 'noPriceFound')}
            text={t(sku === '' ? 'noPricesText' : 'noPriceFoundText')}
          />
        }
      >
        {(rows) => (
          <ListTable
            minWidth={520}
            columns={[{ name: t('sku') }, { name: t('prices'), figures: true }, ...(mayEdit ? [{ name: '' }] : [])]}
          >
            {rows.map((entry) => (
              <Table.Tr key={entry.sku}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{entry.sku}</Table.Td>
                <Table.Td ta="right" className="figure">
                  <Tiers entry={entry} currency={list.currency} />
                </Table.Td>
                {mayEdit && (
                  <Table.Td>
                    <Group gap={6} wrap="nowrap" justify="flex-end">
                      <Button
                        variant="default"
                        size="xs"
                        leftSection={<IconEdit size={14} />}
                        onClick={() => edit(entry)}
                        aria-label={t('setting:editOne', { name: entry.sku })}
                      >
                        {t('setting:edit')}
                      </Button>
                      <ConfirmButton
                        danger
                        label={t('setting:remove')}
                        text={`${entry.sku}: ${t('removePriceText')}`}
                        icon={<IconTrash size={14} />}
                        act={async () => {
                          await docket.call('removePriceEntry', { path: { priceList, sku: entry.sku } });
                          await settingsChanged();
                        }}
                      />
                    </Group>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
      <SideDrawer opened={opened} onClose={close} size="md" title={changed?.sku ?? t('newPrice')}>
        <PriceEntryForm list={list} value={changed} onDone={close} />
      </SideDrawer>
      <SideDrawer opened={pasting} onClose={leave} size="lg" title={t('paste')}>
        <PastePrices list={list} onDone={leave} />
      </SideDrawer>
    </Stack>
  );
}

/** Each price with the quantity from which on it holds, where that is not the first piece. */
export function Tiers({
  entry: { tiers },
  currency,
}: {
  readonly entry: Pick<PriceEntry, 'tiers'>;
  readonly currency: string;
}) {
  const { t, i18n } = useTranslation('pricing');
  return tiers.map(({ minQuantity, priceMicros, listPriceMicros }) => (
    <div key={minQuantity}>
      {minQuantity > 1 && (
        <Text span size="xs" c="dimmed">
          {t('from', { quantity: minQuantity.toLocaleString(i18n.language) })}{' '}
        </Text>
      )}
      {listPriceMicros !== null && (
        <Text span size="xs" c="dimmed" td="line-through">
          {unitPrice(listPriceMicros, currency, i18n.language)}{' '}
        </Text>
      )}
      {unitPrice(priceMicros, currency, i18n.language)}
    </div>
  ));
}
