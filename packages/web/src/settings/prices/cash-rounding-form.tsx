import { Select, TagsInput } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { AmountInput } from '../../parts/amount-input';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { fieldProblem } from '../field-problem';
import { currencies } from '../intl-choices';
import { SearchSelect } from '../search-select';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';
import { digitsOf } from './promotion';

type CashRounding = AnswerOf<'getCashRounding'>;

interface CashRoundingFormProps {
  /** Null: a new one. */
  readonly value: CashRounding | null;
  readonly onDone: () => void;
}

const DIRECTIONS = ['nearest', 'up', 'down'] as const satisfies readonly CashRounding['direction'][];
const NEW: Omit<CashRounding, 'currency'> = { step: 5, direction: 'nearest', paymentMethods: [] };
const FIELDS = ['/currency', '/step', '/direction', '/paymentMethods'];

export function CashRoundingForm({ value, onDone }: CashRoundingFormProps) {
  const { t, i18n } = useTranslation(['pricing', 'setting']);
  const [chosen, setChosen] = useState<string | null>(null);
  const { draft, write } = useDraft<Omit<CashRounding, 'currency'>>(value ?? NEW);
  const currency = value?.currency ?? chosen;
  const save = useSave(async () => {
    if (value === null)
      return docket.call('putCashRounding', { path: { currency: chosen ?? '' }, body: draft }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...draft });
    return body === null ? value : docket.call('changeCashRounding', { path: { currency: value.currency }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, FIELDS);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <SearchSelect
          label={t('currency')}
          required
          value={chosen}
          onChoose={setChosen}
          data={currencies(i18n.language, null)}
          error={isTaken ? t('setting:taken') : at('/currency')}
        />
      )}
      <AmountInput
        key={currency ?? ''}
        label={t('step')}
        description={t('stepText')}
        required
        digits={digitsOf(currency)}
        {...(currency === null ? {} : { suffix: ` ${currency}` })}
        value={draft.step}
        onChange={(step) => write({ step: step ?? 0 })}
        error={at('/step')}
      />
      <Select
        label={t('towards')}
        allowDeselect={false}
        value={draft.direction}
        onChange={(direction) => write({ direction: DIRECTIONS.find((one) => one === direction) ?? 'nearest' })}
        data={DIRECTIONS.map((direction) => ({ value: direction, label: t(`towardsThe.${direction}`) }))}
        error={at('/direction')}
      />
      <TagsInput
        label={t('paidBy')}
        description={t('paidByText')}
        value={draft.paymentMethods}
        onChange={(paymentMethods) => write({ paymentMethods })}
        error={at('/paymentMethods')}
      />
    </SettingForm>
  );
}
