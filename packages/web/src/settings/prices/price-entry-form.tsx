import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { AmountInput } from '../../parts/amount-input';
import { CountInput } from '../count-input';
import { fieldProblem } from '../field-problem';
import { SettingForm } from '../setting-form';
import { useSave } from '../use-save';
import type { PriceEntry } from './price-entries';
import type { PriceList } from './price-list-form';

interface PriceEntryFormProps {
  readonly list: PriceList;
  /** Null: of a SKU that is typed here. */
  readonly value: PriceEntry | null;
  readonly onDone: () => void;
}

/** A tier while it is typed; `row` tells it apart from its neighbours. */
interface TypedTier {
  readonly row: number;
  readonly minQuantity: number | null;
  readonly priceMicros: number | null;
  readonly listPriceMicros: number | null;
}

const MICROS = 6;

/** The prices of one SKU by quantity. */
export function PriceEntryForm({ list, value, onDone }: PriceEntryFormProps) {
  const { t } = useTranslation(['pricing', 'setting']);
  const [sku, setSku] = useState(value?.sku ?? '');
  const [tiers, setTiers] = useState<readonly TypedTier[]>(
    (value?.tiers ?? [{ minQuantity: 1, priceMicros: null, listPriceMicros: null }]).map((tier, row) => ({
      ...tier,
      row,
    })),
  );
  const change = (row: number, fields: Partial<TypedTier>): void =>
    setTiers(tiers.map((tier) => (tier.row === row ? { ...tier, ...fields } : tier)));
  const save = useSave(() => {
    const written = tiers.map(({ minQuantity, priceMicros, listPriceMicros }) => ({
      minQuantity: minQuantity ?? 0,
      priceMicros: priceMicros ?? -1,
      listPriceMicros,
    }));
    const { priceList } = list;
    return docket.call('loadPriceEntry', { path: { priceList }, body: { items: [{ sku, tiers: written }] } });
  }, onDone);
  const { at, rest } = fieldProblem(save.error, [
    '/items/0/sku',
    ...tiers.flatMap((_, index) =>
      ['minQuantity', 'priceMicros', 'listPriceMicros'].map((field) => `/items/0/tiers/${index}/${field}`),
    ),
  ]);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <TextInput
          label={t('sku')}
          required
          data-autofocus
          maxLength={100}
          value={sku}
          onChange={({ currentTarget }) => setSku(currentTarget.value)}
          error={at('/items/0/sku')}
        />
      )}
      <Stack gap="xs">
        {tiers.map(({ row, minQuantity, priceMicros, listPriceMicros }, index) => (
          <Group key={row} grow align="flex-end" wrap="nowrap" gap="xs" preventGrowOverflow={false}>
            <CountInput
              label={t('fromPieces')}
              required
              value={minQuantity}
              onChange={(next) => change(row, { minQuantity: next })}
              error={at(`/items/0/tiers/${index}/minQuantity`)}
            />
            <AmountInput
              label={t('unitPrice')}
              required
              digits={MICROS}
              value={priceMicros}
              onChange={(next) => change(row, { priceMicros: next })}
              error={at(`/items/0/tiers/${index}/priceMicros`)}
            />
            <AmountInput
              label={t('listPrice')}
              digits={MICROS}
              value={listPriceMicros}
              onChange={(next) => change(row, { listPriceMicros: next })}
              error={at(`/items/0/tiers/${index}/listPriceMicros`)}
            />
            <ActionIcon
              variant="default"
              size="input-sm"
              style={{ flex: 'none' }}
              aria-label={t('removeTier', { number: index + 1 })}
              disabled={tiers.length === 1}
              onClick={() => setTiers(tiers.filter((tier) => tier.row !== row))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() =>
            setTiers([
              ...tiers,
              {
                row: Math.max(...tiers.map(({ row }) => row)) + 1,
                minQuantity: null,
                priceMicros: null,
                listPriceMicros: null,
              },
            ])
          }
        >
          {t('addTier')}
        </Button>
      </Group>
    </SettingForm>
  );
}
