import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { ActiveSwitch } from '../settings/active-switch';
import { ONLY_NEW } from '../settings/changed-fields';
import { fieldProblem } from '../settings/field-problem';
import { currencies } from '../settings/intl-choices';
import { KeyInput } from '../settings/key-input';
import { MomentInput } from '../settings/prices/moment-input';
import { SearchSelect } from '../settings/search-select';
import { SettingForm } from '../settings/setting-form';
import { useDraft } from '../settings/use-draft';
import { useSave } from '../settings/use-save';
import type { Credit } from './credit';

interface CreditFormProps {
  /** Null: a new one. */
  readonly value: Credit | null;
  readonly onDone: (credit: Credit) => void;
}

type Terms = Pick<Credit, 'kind' | 'customerId' | 'active' | 'expiresAt'> & { readonly currency: string | null };
const NEW: Terms = { kind: 'store_credit', currency: null, customerId: null, active: true, expiresAt: null };
const FIELDS = ['/credit', '/currency', '/customerId', '/expiresAt'];

/** The terms of a credit: a new one has nothing on it yet. Kind and currency stay as they were made. */
export function CreditForm({ value, onDone }: CreditFormProps) {
  const { t, i18n } = useTranslation(['credits', 'setting']);
  const [key, setKey] = useState('');
  const { draft, write } = useDraft<Terms>(
    value === null
      ? NEW
      : {
          kind: value.kind,
          currency: value.currency,
          customerId: value.customerId,
          active: value.active,
          expiresAt: value.expiresAt,
        },
  );
  const save = useSave(
    () =>
      docket.call(
        'putCredit',
        { path: { credit: value?.credit ?? key }, body: { ...draft, currency: draft.currency ?? '' } },
        ...(value === null ? [ONLY_NEW] : []),
      ),
    onDone,
  );
  const { at, isTaken, rest } = fieldProblem(save.error, FIELDS);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <>
          <KeyInput
            label={t('setting:id')}
            description={t('idText')}
            value={key}
            onChange={setKey}
            isTaken={isTaken}
            error={at('/credit')}
          />
          <Select
            label={t('kind')}
            description={t(`kindText.${draft.kind}`)}
            allowDeselect={false}
            value={draft.kind}
            onChange={(kind) => write({ kind: kind ?? 'store_credit' })}
            data={(['store_credit', 'gift_card'] as const).map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
          />
          <SearchSelect
            label={t('currency')}
            required
            value={draft.currency}
            onChoose={(currency) => write({ currency })}
            data={currencies(i18n.language, draft.currency)}
            error={at('/currency')}
          />
        </>
      )}
      <TextInput
        label={t('customer')}
        description={t('customerText')}
        required={draft.kind === 'store_credit'}
        maxLength={64}
        value={draft.customerId ?? ''}
        onChange={({ currentTarget: { value: id } }) => write({ customerId: id.trim() === '' ? null : id.trim() })}
        error={at('/customerId')}
      />
      <MomentInput
        label={t('expires')}
        description={t('expiresText')}
        value={draft.expiresAt}
        onChange={(expiresAt) => write({ expiresAt })}
        error={at('/expiresAt')}
      />
      <ActiveSwitch description={t('activeText')} value={draft.active} onChange={(active) => write({ active })} />
    </SettingForm>
  );
}
