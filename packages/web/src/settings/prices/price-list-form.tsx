import type { AnswerOf } from '@docket/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ActiveSwitch } from '../active-switch';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { CountInput } from '../count-input';
import { fieldProblem } from '../field-problem';
import { currencies } from '../intl-choices';
import { KeyInput } from '../key-input';
import { NameInput } from '../name-input';
import { SearchSelect } from '../search-select';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';
import { AudienceFields } from './audience-fields';
import { ValidityFields } from './validity-fields';

export type PriceList = AnswerOf<'getPriceList'>;

interface PriceListFormProps {
  /** Null: a new one. */
  readonly value: PriceList | null;
  readonly onDone: (list: PriceList) => void;
}

const NEW: Omit<PriceList, 'priceList'> = {
  name: '',
  active: true,
  currency: '',
  stores: [],
  channels: [],
  groups: [],
  organisations: [],
  priority: 0,
  validFrom: null,
  validUntil: null,
};
const FIELDS = [
  '/priceList', '/name', '/currency', '/stores', '/channels', '/groups', '/organisations', '/priority', '/validFrom', '/validUntil',
]; // prettier-ignore

export function PriceListForm({ value, onDone }: PriceListFormProps) {
  const { t, i18n } = useTranslation(['pricing', 'setting']);
  const [key, setKey] = useState('');
  const { draft, write } = useDraft<Omit<PriceList, 'priceList'>>(value ?? NEW);
  const save = useSave(async () => {
    if (value === null) return docket.call('putPriceList', { path: { priceList: key }, body: draft }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...draft });
    return body === null ? value : docket.call('changePriceList', { path: { priceList: value.priceList }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, FIELDS);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('listIdText')}
          value={key}
          onChange={setKey}
          isTaken={isTaken}
          error={at('/priceList')}
        />
      )}
      <NameInput value={draft.name} onChange={(name) => write({ name })} error={at('/name')} />
      <SearchSelect
        label={t('currency')}
        required
        value={draft.currency === '' ? null : draft.currency}
        onChoose={(currency) => write({ currency })}
        data={currencies(i18n.language, draft.currency === '' ? null : draft.currency)}
        error={at('/currency')}
      />
      <AudienceFields value={draft} onChange={write} at={(field) => at(`/${field}`)} />
      <ValidityFields value={draft} onChange={write} at={at} />
      <CountInput
        label={t('priority')}
        description={t('listPriorityText')}
        min={-1_000_000}
        value={draft.priority}
        onChange={(priority) => write({ priority: priority ?? 0 })}
        error={at('/priority')}
      />
      <ActiveSwitch description={t('listActiveText')} value={draft.active} onChange={(active) => write({ active })} />
    </SettingForm>
  );
}
