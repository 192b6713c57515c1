import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../format/currency-digits';
import type { Order } from '../order/order-queries';
import { useMoney } from '../order/shown-money';
import { AmountInput } from '../parts/amount-input';
import { type ChangeOf, changeOf, type Editing, withChange, withoutChange } from './draft-changes';
import { Taken } from './draft-taken';

/** Fees and roundings: those that the order has may fall away, others are added; of either sign. */
export function DraftAdjustments({ order, changes, onChange, may }: Editing & { readonly order: Order }) {
  const { t } = useTranslation('drafts');
  const shown = useMoney(order.currency);
  const [name, setName] = useState('');
  const [kind, setKind] = useState('fee');
  const [amount, setAmount] = useState<number | null>(null);
  const added = changes.filter((each): each is ChangeOf<'add_adjustment'> => each.change === 'add_adjustment');
  return (
    <Stack gap="xs">
      {order.adjustments.map(({ id: adjustmentId, name: called, amount: of }) => {
        const removed = changeOf(changes, 'remove_adjustment', { adjustmentId });
        return (
          <Switch
            key={adjustmentId}
            label={t('adjustment.stays', { name: called, amount: shown(of) })}
            disabled={!may('remove_adjustment')}
            checked={removed === undefined}
            onChange={() =>
              onChange(
                removed === undefined
                  ? withChange(changes, { change: 'remove_adjustment', adjustmentId })
                  : withoutChange(changes, removed),
              )
            }
          />
        );
      })}
      {added.map((change, place) => (
        <Taken
          key={place}
          text={t('adjustment.added', { name: change.name, amount: shown(change.amount) })}
          change={change}
          changes={changes}
          onChange={onChange}
        />
      ))}
      {may('add_adjustment') && (
        <Group align="flex-end">
          <TextInput
            label={t('adjustment.name')}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('adjustment.kind')}
            maxLength={50}
            w={120}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
          <AmountInput
            key={added.length}
            label={t('adjustment.amount', { currency: order.currency })}
            digits={currencyDigits(order.currency)}
            isSigned
            value={amount}
            onChange={setAmount}
          />
          <Button
            variant="default"
            disabled={name.trim() === '' || kind.trim() === '' || amount === null || amount === 0}
            onClick={() => {
              onChange([
                ...changes,
                { change: 'add_adjustment', kind: kind.trim(), name: name.trim(), amount: amount ?? 0 },
              ]);
              setName('');
              setAmount(null);
            }}
          >
            {t('adjustment.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
