import { SimpleGrid, TextInput } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { fieldProblem } from '../field-problem';
import { KeyInput } from '../key-input';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { NameInput } from '../name-input';
import { ActiveSwitch } from '../active-switch';
import { useSave } from '../use-save';

type StockPlace = AnswerOf<'getStockPlace'>;

interface PlaceFormProps {
  /** Null: a new one. */
  readonly value: StockPlace | null;
  readonly onDone: () => void;
}

const PARTS = ['street', 'postalCode', 'city', 'state', 'country'] as const;
const MOST: Readonly<Record<(typeof PARTS)[number], number>> = {
  street: 200,
  postalCode: 20,
  city: 200,
  state: 100,
  country: 2,
};

export function PlaceForm({ value, onDone }: PlaceFormProps) {
  const { t } = useTranslation(['products', 'setting']);
  const [key, setKey] = useState('');
  const { draft, write } = useDraft({ name: value?.name ?? '', active: value?.active ?? true });
  const [address, setAddress] = useState<Readonly<Record<string, string | undefined>>>({ ...value?.address });
  const save = useSave(async () => {
    const written = { ...draft, address: addressIn(address) };
    if (value === null) return docket.call('putStockPlace', { path: { place: key }, body: written }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...written });
    return body === null ? value : docket.call('changeStockPlace', { path: { place: value.place }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, [
    '/place',
    '/name',
    ...PARTS.map((part) => `/address/${part}`),
  ]);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('placeIdText')}
          value={key}
          onChange={setKey}
          isTaken={isTaken}
          error={at('/place')}
        />
      )}
      <NameInput value={draft.name} onChange={(name) => write({ name })} error={at('/name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {PARTS.map((part) => (
          <TextInput
            key={part}
            label={t(`addressParts.${part}`)}
            {...(part === 'country' ? { description: t('countryText') } : {})}
            maxLength={MOST[part]}
            value={address[part] ?? ''}
            onChange={({ currentTarget: { value: text } }) =>
              setAddress({ ...address, [part]: part === 'country' ? text.toUpperCase() : text })
            }
            error={at(`/address/${part}`)}
          />
        ))}
      </SimpleGrid>
      <ActiveSwitch description={t('placeActiveText')} value={draft.active} onChange={(active) => write({ active })} />
    </SettingForm>
  );
}

/** What was filled in; null where nothing was. */
function addressIn(parts: Readonly<Record<string, string | undefined>>): StockPlace['address'] {
  const filled = Object.fromEntries(PARTS.flatMap((part) => (parts[part] ? [[part, parts[part]] as const] : [])));
  // Whether the country is there the server says.
  return Object.keys(filled).length === 0 ? null : (filled as unknown as NonNullable<StockPlace['address']>);
}
