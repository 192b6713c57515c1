import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { currencyDigits } from '../format/currency-digits';
import { useMoney } from '../order/shown-money';
import { AmountInput } from '../parts/amount-input';
import { notify } from '../parts/notify';
import { SettingForm } from '../settings/setting-form';
import { useSave } from '../settings/use-save';
import type { Credit } from './credit';

interface AdjustFormProps {
  readonly credit: Credit;
  readonly onDone: () => void;
}

/** Puts an amount on a credit or takes it off, and says why. */
export function AdjustForm({ credit, onDone }: AdjustFormProps) {
  const { t } = useTranslation('credits');
  const shown = useMoney(credit.currency);
  const [way, setWay] = useState<'on' | 'off'>('on');
  const [amount, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  // What is sent twice, because its answer was lost, happens once.
  const [key] = useState(() => crypto.randomUUID());
  const save = useSave(
    () =>
      docket.call('adjustCredit', {
        path: { credit: credit.credit },
        body: { key, amount: (amount ?? 0) * (way === 'on' ? 1 : -1), reason: reason.trim() },
      }),
    ({ balance }) => {
      notify({ color: 'green', message: t('adjusted', { balance: shown(balance) }) });
      onDone();
    },
  );
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={save.error}>
      <SegmentedControl
        aria-label={t('way')}
        value={way}
        onChange={setWay}
        data={(['on', 'off'] as const).map((value) => ({ value, label: t(`ways.${value}`) }))}
      />
      <AmountInput
        label={t('amount')}
        required
        data-autofocus
        description={t('available', { amount: shown(credit.available) })}
        digits={currencyDigits(credit.currency)}
        suffix={` ${credit.currency}`}
        value={amount}
        onChange={setAmount}
      />
      <TextInput
        label={t('reason')}
        description={t('reasonText')}
        required
        maxLength={200}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {t('staysText')}
      </Text>
    </SettingForm>
  );
}
