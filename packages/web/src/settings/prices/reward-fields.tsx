import { Group, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../parts/amount-input';
import { CountInput } from '../count-input';
import { digitsOf } from './promotion';
import { emptyReward, type RewardDraft, REWARDS } from './reward-draft';

interface RewardFieldsProps {
  readonly value: RewardDraft;
  readonly currency: string | null;
  readonly onChange: (reward: RewardDraft) => void;
  readonly at: (pointer: string) => string | null;
}

const TARGETS = ['line', 'order', 'shipping'] as const;
/** A percentage is typed with up to four digits: a millionth is 0.0001 %. */
const RATE_DIGITS = 4;
const MICROS = 6;

/** What the buyer gets: off what, how, and how much. */
export function RewardFields({ value, currency, onChange, at }: RewardFieldsProps) {
  const { t } = useTranslation('pricing');
  return (
    <Stack gap="sm">
      <SegmentedControl
        fullWidth
        aria-label={t('target')}
        value={value.target}
        onChange={(target) => onChange(emptyReward(target, REWARDS[target][0]))}
        data={TARGETS.map((target) => ({ value: target, label: t(`targets.${target}`) }))}
      />
      <Select
        label={t('rewardKind')}
        allowDeselect={false}
        value={value.kind}
        onChange={(kind) => {
          if (kind !== null) onChange(emptyReward(value.target, kind));
        }}
        data={REWARDS[value.target].map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      {/* Typed anew for each kind and currency: a field keeps the digits that were typed into it. */}
      <Figures
        key={`${value.target} ${value.kind} ${currency ?? ''}`}
        value={value}
        currency={currency}
        onChange={onChange}
        at={at}
      />
    </Stack>
  );
}

function Figures({ value, currency, onChange, at }: RewardFieldsProps) {
  const { t } = useTranslation('pricing');
  const digits = digitsOf(currency);
  const money = { digits, ...(currency === null ? {} : { suffix: ` ${currency}` }) };
  const rate = (of: number | null, write: (rate: number | null) => RewardDraft) => (
    <AmountInput
      label={t('rate')}
      required
      digits={RATE_DIGITS}
      suffix=" %"
      value={of}
      onChange={(next) => onChange(write(next))}
      error={at('/reward/rate')}
    />
  );
  switch (value.kind) {
    case 'percentage':
      return (
        <Group grow align="flex-start">
          {rate(value.rate, (next) => ({ ...value, rate: next }))}
          <AmountInput
            label={t('atMost')}
            {...money}
            value={value.atMost ?? null}
            onChange={(atMost) => {
              const { atMost: _before, ...rest } = value;
              onChange(atMost === null ? rest : { ...rest, atMost });
            }}
            error={at('/reward/atMost')}
          />
        </Group>
      );
    case 'amount':
    case 'flat_rate':
      return (
        <AmountInput
          label={t(value.kind === 'amount' ? 'amountOff' : 'shippingPrice')}
          required
          {...money}
          value={value.amount}
          onChange={(amount) => onChange({ ...value, amount })}
          error={at('/reward/amount')}
        />
      );
    case 'amount_each':
      return (
        <AmountInput
          label={t('offEach')}
          required
          {...money}
          digits={MICROS}
          value={value.amountMicros}
          onChange={(amountMicros) => onChange({ ...value, amountMicros })}
          error={at('/reward/amountMicros')}
        />
      );
    case 'fixed_price':
      return (
        <AmountInput
          label={t('unitPrice')}
          required
          {...money}
          digits={MICROS}
          value={value.priceMicros}
          onChange={(priceMicros) => onChange({ ...value, priceMicros })}
          error={at('/reward/priceMicros')}
        />
      );
    case 'buy_get':
      return (
        <Group grow align="flex-start">
          <CountInput
            label={t('buy')}
            required
            value={value.buy}
            onChange={(buy) => onChange({ ...value, buy: buy ?? 1 })}
            error={at('/reward/buy')}
          />
          <CountInput
            label={t('get')}
            required
            value={value.get}
            onChange={(get) => onChange({ ...value, get: get ?? 1 })}
            error={at('/reward/get')}
          />
          {rate(value.rate, (next) => ({ ...value, rate: next }))}
        </Group>
      );
    case 'gift':
      return (
        <Group grow align="flex-start">
          <TextInput
            label={t('sku')}
            required
            maxLength={100}
            value={value.sku}
            onChange={({ currentTarget }) => onChange({ ...value, sku: currentTarget.value })}
            error={at('/reward/sku')}
          />
          <CountInput
            label={t('pieces')}
            required
            value={value.quantity}
            onChange={(quantity) => onChange({ ...value, quantity: quantity ?? 1 })}
            error={at('/reward/quantity')}
          />
        </Group>
      );
    default: {
      const never: never = value;
      throw new Error(`no reward ${JSON.stringify(never)}`);
    }
  }
}
