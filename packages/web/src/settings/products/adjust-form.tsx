import { NumberInput, SegmentedControl, Select, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { fieldProblem } from '../field-problem';
import { placeChoices, withPresent } from '../setting-choices';
import { SettingForm } from '../setting-form';
import { useSave } from '../use-save';
import type { Product, StockLevel } from './product';

interface AdjustFormProps {
  readonly product: Product;
  /** The place that is offered first. */
  readonly place: string;
  readonly levels: readonly StockLevel[];
  readonly onDone: () => void;
}

/** So many pieces more or fewer at a place, and why: it stands in the ledger of stock. */
export function AdjustForm({ product: { sku }, place: first, levels, onDone }: AdjustFormProps) {
  const { t, i18n } = useTranslation(['products', 'setting']);
  const [place, setPlace] = useState(first);
  const [way, setWay] = useState<'add' | 'take'>('add');
  const [pieces, setPieces] = useState<string | number>('');
  const [reason, setReason] = useState('');
  // One for the form: what was carried out although no answer came is not done twice by pressing again.
  const [idempotencyKey] = useState(() => `${Date.now()}-${Math.random().toString(36).slice(2)}`);
  const places = useQuery(placeChoices);
  const save = useSave(() => {
    const delta = way === 'add' ? Number(pieces) : -Number(pieces);
    return docket.call('adjustStock', { body: { items: [{ sku, place, delta, reason }] } }, { idempotencyKey });
  }, onDone);
  const { at, rest } = fieldProblem(save.error, ['/items/0/place', '/items/0/delta', '/items/0/reason']);
  const level = levels.find((one) => one.place === place);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      <Select
        label={t('place')}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('setting:nothingFound')}
        value={place}
        onChange={(chosen) => {
          if (chosen !== null) setPlace(chosen);
        }}
        data={withPresent(
          (places.data?.items ?? []).map((one) => ({ value: one.place, label: one.name })),
          place,
        )}
        error={at('/items/0/place')}
      />
      <Text size="sm" c="dimmed">
        {t('liesThere', {
          onHand: (level?.onHand ?? 0).toLocaleString(i18n.language),
          held: ((level?.claimed ?? 0) + (level?.confirmed ?? 0)).toLocaleString(i18n.language),
        })}
      </Text>
      <SegmentedControl
        fullWidth
        aria-label={t('adjust')}
        value={way}
        onChange={setWay}
        data={[
          { value: 'add', label: t('add') },
          { value: 'take', label: t('take') },
        ]}
      />
      <NumberInput
        label={t('pieces')}
        required
        min={1}
        max={1_000_000_000}
        allowDecimal={false}
        allowNegative={false}
        value={pieces}
        onChange={setPieces}
        error={at('/items/0/delta')}
      />
      <TextInput
        label={t('reason')}
        description={t('reasonText')}
        required
        maxLength={300}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        error={at('/items/0/reason')}
      />
    </SettingForm>
  );
}
