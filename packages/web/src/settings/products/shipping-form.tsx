import { Group, NumberInput } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { currencyDigits } from '../../format/currency-digits';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { fieldProblem } from '../field-problem';
import { currencies, decimalMark } from '../intl-choices';
import { KeyInput } from '../key-input';
import { SettingForm } from '../setting-form';
import { NameInput } from '../name-input';
import { SearchSelect } from '../search-select';
import { useSave } from '../use-save';

type ShippingMethod = AnswerOf<'getShippingMethod'>;

interface ShippingFormProps {
  /** Null: a new one. */
  readonly value: ShippingMethod | null;
  readonly onDone: () => void;
}

/** The price is typed in the major unit and sent in the minor one of the currency that is chosen. */
export function ShippingForm({ value, onDone }: ShippingFormProps) {
  const { t, i18n } = useTranslation(['products', 'setting']);
  const [code, setCode] = useState('');
  const [name, setName] = useState(value?.name ?? '');
  const [currency, setCurrency] = useState<string | null>(value?.currency ?? null);
  const digits = currency === null ? 2 : currencyDigits(currency);
  const [price, setPrice] = useState<string | number>(value === null ? '' : value.price / 10 ** digits);
  const save = useSave(async () => {
    const written = { name, price: Math.round(Number(price) * 10 ** digits), currency: currency ?? '' };
    if (value === null) return docket.call('putShippingMethod', { path: { code }, body: written }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...written });
    return body === null ? value : docket.call('changeShippingMethod', { path: { code: value.code }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, ['/code', '/name', '/price', '/currency']);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('methodIdText')}
          value={code}
          onChange={setCode}
          isTaken={isTaken}
          error={at('/code')}
        />
      )}
      <NameInput value={name} onChange={setName} error={at('/name')} />
      <Group grow align="flex-start" preventGrowOverflow={false} wrap="nowrap">
        <NumberInput
          label={t('price')}
          required
          hideControls
          min={0}
          allowNegative={false}
          decimalScale={digits}
          decimalSeparator={decimalMark(i18n.language)}
          allowedDecimalSeparators={['.', ',']}
          value={price}
          onChange={setPrice}
          error={at('/price')}
        />
        <SearchSelect
          label={t('currency')}
          required
          value={currency}
          onChoose={setCurrency}
          data={currencies(i18n.language, currency)}
          error={at('/currency')}
        />
      </Group>
    </SettingForm>
  );
}
