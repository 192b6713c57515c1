import { ActionIcon, Box, Button, Group, SimpleGrid, Stack, TagsInput, TextInput } from '@mantine/core';
import { IconCalculator, IconPlus, IconTrash } from '@tabler/icons-react';
import type { RequestOf } from '@docket/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { AmountInput } from '../../parts/amount-input';
import { submitted } from '../../parts/submitted';
import { useMay } from '../../session/session';
import { CountInput } from '../count-input';
import { currencies } from '../intl-choices';
import { SearchSelect } from '../search-select';
import { channelChoices, storeChoices, withPresent } from '../setting-choices';
import { MomentInput } from './moment-input';

export type Basket = RequestOf<'quotePrices'>['body'];

interface BasketFormProps {
  readonly isAsking: boolean;
  readonly onAsk: (basket: Basket) => void;
}

/** A line while it is typed; `row` tells it apart from its neighbours. */
interface TypedLine {
  readonly row: number;
  readonly sku: string;
  readonly quantity: number | null;
  /** In the place of what price lists and catalogue say. */
  readonly priceMicros: number | null;
}

const EMPTY = { sku: '', quantity: 1, priceMicros: null };

/** What somebody would buy, and who they are. */
export function BasketForm({ isAsking, onAsk }: BasketFormProps) {
  const { t, i18n } = useTranslation('pricing');
  const seesCustomers = useMay('customers.view');
  const seesSettings = useMay('settings.view');
  const channels = useQuery({ ...channelChoices, enabled: seesSettings });
  const stores = useQuery({ ...storeChoices, enabled: seesSettings });
  const methods = useQuery({
    queryKey: ['settings', 'shipping', 'choices'],
    enabled: useMay('shipping.view'),
    queryFn: () => docket.call('listShippingMethod', { query: { limit: 1_000 } }),
  });
  const [currency, setCurrency] = useState('EUR');
  const [lines, setLines] = useState<readonly TypedLine[]>([{ ...EMPTY, row: 1 }]);
  const [coupons, setCoupons] = useState<string[]>([]);
  const [customerId, setCustomerId] = useState('');
  const [groups, setGroups] = useState<string[]>([]);
  const [organisation, setOrganisation] = useState('');
  const [store, setStore] = useState<string | null>(null);
  const [channel, setChannel] = useState<string | null>(null);
  const [method, setMethod] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const change = (row: number, fields: Partial<TypedLine>): void =>
    setLines(lines.map((line) => (line.row === row ? { ...line, ...fields } : line)));
  const ask = (): void =>
    onAsk({
      currency,
      lines: lines.map(({ sku, quantity, priceMicros }) => ({
        sku: sku.trim(),
        quantity: quantity ?? 1,
        ...(priceMicros === null ? {} : { priceMicros }),
      })),
      coupons,
      ...(customerId.trim() === '' ? {} : { customerId: customerId.trim() }),
      ...(groups.length === 0 ? {} : { groups }),
      ...(organisation.trim() === '' ? {} : { organisation: organisation.trim() }),
      ...(store === null ? {} : { store }),
      ...(channel === null ? {} : { channel }),
      ...(method === null ? {} : { deliveries: [{ method }] }),
      ...(at === null ? {} : { at }),
    });
  return (
    <form onSubmit={submitted(ask)}>
      <Stack gap="sm">
        {lines.map(({ row, sku, quantity, priceMicros }, index) => (
          <Group key={row} align="flex-end" wrap="nowrap" gap="xs">
            <TextInput
              flex={1}
              label={t('skuOf', { number: index + 1 })}
              required
              maxLength={100}
              value={sku}
              onChange={({ currentTarget }) => change(row, { sku: currentTarget.value })}
            />
            <Box w={100}>
              <CountInput
                label={t('pieces')}
                required
                value={quantity}
                onChange={(next) => change(row, { quantity: next })}
              />
            </Box>
            <AmountInput
              w={140}
              label={t('unitPrice', { number: index + 1 })}
              digits={6}
              value={priceMicros}
              onChange={(next) => change(row, { priceMicros: next })}
            />
            <ActionIcon
              variant="default"
              size="input-sm"
              aria-label={t('removeLine', { number: index + 1 })}
              disabled={lines.length === 1}
              onClick={() => setLines(lines.filter((line) => line.row !== row))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => setLines([...lines, { ...EMPTY, row: Math.max(...lines.map(({ row }) => row)) + 1 }])}
          >
            {t('addLine')}
          </Button>
        </Group>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <SearchSelect
            label={t('currency')}
            required
            value={currency}
            onChoose={setCurrency}
            data={currencies(i18n.language, currency)}
            error={null}
          />
          <SearchSelect
            label={t('method')}
            value={method}
            onClear={() => setMethod(null)}
            onChoose={setMethod}
            data={(methods.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))}
            error={null}
          />
          <TagsInput label={t('coupons')} value={coupons} onChange={setCoupons} />
          <TagsInput label={t('groups')} description={t('asIfOf')} value={groups} onChange={setGroups} />
          <TextInput
            label={t('organisation')}
            description={t('asIfOf')}
            maxLength={64}
            value={organisation}
            onChange={({ currentTarget }) => setOrganisation(currentTarget.value)}
          />
          {seesCustomers && (
            <TextInput
              label={t('customer')}
              maxLength={64}
              value={customerId}
              onChange={({ currentTarget }) => setCustomerId(currentTarget.value)}
            />
          )}
          {seesSettings && (
            <SearchSelect
              label={t('store')}
              value={store}
              onClear={() => setStore(null)}
              onChoose={setStore}
              data={withPresent(
                (stores.data?.items ?? []).map((one) => ({ value: one.store, label: one.name })),
                store,
              )}
              error={null}
            />
          )}
          {seesSettings && (
            <SearchSelect
              label={t('channel')}
              value={channel}
              onClear={() => setChannel(null)}
              onChoose={setChannel}
              data={withPresent(
                (channels.data?.items ?? []).map((one) => ({ value: one.channel, label: one.name })),
                channel,
              )}
              error={null}
            />
          )}
          <MomentInput label={t('at')} description={t('atText')} value={at} onChange={setAt} />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button type="submit" loading={isAsking} leftSection={<IconCalculator size={16} />}>
            {t('ask')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
