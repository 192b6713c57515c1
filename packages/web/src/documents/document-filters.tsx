import { Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currencyDigits } from '../format/currency-digits';
import { AmountInput } from '../parts/amount-input';
import { useMay } from '../session/session';
import { storeChoices, withPresent } from '../settings/setting-choices';
import { type DocumentType, kindsQuery, statusLabel, typeLabel, typesQuery } from './definitions';
import { useStateWord } from './document-words';
import { fieldLabel, type FieldsSchema } from './field-schema';

/** What a list of documents is asked for; empty: anything. */
export interface Asked {
  readonly kind: string;
  readonly status: string | null;
  readonly q: string;
  readonly from: string;
  readonly to: string;
  readonly store: string;
  readonly currency: string;
  /** Minor units of the currency. */
  readonly amountFrom: string;
  readonly amountTo: string;
  /** A field of the account, and what it has to hold. */
  readonly field: string;
  readonly value: string;
}

export const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text);

interface FiltersProps {
  readonly asked: Asked;
  readonly ask: (changed: Partial<Asked>) => void;
  /** Those of the kind that is shown. */
  readonly fields: FieldsSchema;
}

/** Which documents are shown: of one kind, and of them those that fit all that is filled in. */
export function DocumentFilters({ asked, ask, fields }: FiltersProps) {
  const { t, i18n } = useTranslation('documents');
  const { data: types = [] } = useQuery(typesQuery);
  const { data: kinds = [] } = useQuery(kindsQuery);
  const stores = useQuery({ ...storeChoices, enabled: useMay('settings.view') });
  const [seesPrices, seesPeople] = [useMay('prices.view'), useMay('personal.view')];
  const statuses = useStatuses(asked.kind, types);
  const names = Object.keys(fields.properties);
  const text = (name: 'q' | 'from' | 'to', label: string, more: object = {}) => (
    <TextInput
      size="xs"
      label={label}
      value={asked[name]}
      onChange={({ currentTarget }) => ask({ [name]: currentTarget.value })}
      {...more}
    />
  );
  return (
    <Group gap="xs" align="flex-end">
      <Select
        size="xs"
        label={t('kind')}
        allowDeselect={false}
        data={[
          ...kinds.map(({ kind }) => ({ value: kind, label: t(`lists.${kind}`) })),
          ...types.map((each) => ({ value: each.type, label: typeLabel(each, each.type, i18n.language) })),
        ]}
        value={asked.kind}
        onChange={(kind) => {
          if (kind !== null) ask({ kind, status: null, field: '', value: '' });
        }}
      />
      <Select
        size="xs"
        label={t('status')}
        clearable
        placeholder={t('anyStatus')}
        data={statuses}
        value={asked.status}
        onChange={(status) => ask({ status })}
      />
      {text('q', t('number'), { placeholder: t('numberText') })}
      {text('from', t('from'), { type: 'date' })}
      {text('to', t('to'), { type: 'date' })}
      {(stores.data?.items.length ?? 0) > 1 && (
        <Select
          size="xs"
          label={t('store')}
          clearable
          placeholder={t('anyStatus')}
          data={withPresent(
            (stores.data?.items ?? []).map(({ store, name }) => ({ value: store, label: name })),
            asked.store === '' ? null : asked.store,
          )}
          value={asked.store === '' ? null : asked.store}
          onChange={(store) => ask({ store: store ?? '' })}
        />
      )}
      <TextInput
        size="xs"
        w={90}
        label={t('currency')}
        placeholder="EUR"
        maxLength={3}
        value={asked.currency}
        onChange={({ currentTarget }) => ask({ currency: currentTarget.value.toUpperCase() })}
      />
      {seesPrices && isCurrency(asked.currency) && <Amounts asked={asked} ask={ask} />}
      {seesPeople && names.length > 0 && (
        <>
          <Select
            size="xs"
            label={t('field')}
            clearable
            placeholder={t('anyStatus')}
            data={names.map((name) => ({
              value: name,
              label: fieldLabel(fields.properties[name], name, i18n.language),
            }))}
            value={asked.field === '' ? null : asked.field}
            onChange={(field) => ask({ field: field ?? '', ...(field === null ? { value: '' } : {}) })}
          />
          {asked.field !== '' && (
            <TextInput
              size="xs"
              label={t('value')}
              value={asked.value}
              onChange={({ currentTarget }) => ask({ value: currentTarget.value })}
            />
          )}
        </>
      )}
    </Group>
  );
}

/** From and to, in the currency that was chosen. */
function Amounts({ asked, ask }: Pick<FiltersProps, 'asked' | 'ask'>) {
  const { t } = useTranslation('documents');
  return (['amountFrom', 'amountTo'] as const).map((name) => (
    <AmountInput
      // Another currency may have other digits: what was typed is read anew.
      key={`${name} ${asked.currency}`}
      size="xs"
      w={130}
      label={t(name)}
      isSigned
      suffix={` ${asked.currency}`}
      digits={currencyDigits(asked.currency)}
      value={asked[name] === '' ? null : Number(asked[name])}
      onChange={(amount) => ask({ [name]: amount === null ? '' : String(amount) })}
    />
  ));
}

/** The states of a built-in kind, or the statuses of a type with that of what was cancelled. */
function useStatuses(kind: string, types: readonly DocumentType[]) {
  const { t, i18n } = useTranslation('documents');
  const { data: kinds = [] } = useQuery(kindsQuery);
  const word = useStateWord();
  const type = types.find((each) => each.type === kind);
  if (type === undefined) {
    const { states = [] } = kinds.find((each) => each.kind === kind) ?? {};
    return states.map((state) => ({ value: state, label: word({ kind, state }) }));
  }
  return [
    ...type.statuses.map(({ status }) => ({ value: status, label: statusLabel(type, status, i18n.language) })),
    { value: 'cancelled', label: t('cancelled') },
  ];
}
