import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { ActiveSwitch } from '../active-switch';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { fieldProblem } from '../field-problem';
import { KeyInput } from '../key-input';
import { NameInput } from '../name-input';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { useSave } from '../use-save';

type PickupPoint = AnswerOf<'getPickupPoint'>;

interface PickupPointFormProps {
  /** Null: a new one. */
  readonly value: PickupPoint | null;
  readonly onDone: () => void;
}

const PARTS = ['street', 'postalCode', 'city', 'state', 'country'] as const;
const NEW = { name: '', openingHours: null as string | null, active: true };

export function PickupPointForm({ value, onDone }: PickupPointFormProps) {
  const { t } = useTranslation(['shipments', 'products', 'setting']);
  const [code, setCode] = useState('');
  const { draft, write } = useDraft(
    value === null ? NEW : { name: value.name, openingHours: value.openingHours, active: value.active },
  );
  const [address, setAddress] = useState<Readonly<Record<string, string | undefined>>>({ ...value?.address });
  const save = useSave(async () => {
    const written = { ...draft, address: addressIn(address) };
    if (value === null) return docket.call('putPickupPoint', { path: { code }, body: written }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...written });
    return body === null ? value : docket.call('changePickupPoint', { path: { code: value.code }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, [
    '/code',
    '/name',
    '/openingHours',
    ...PARTS.map((part) => `/address/${part}`),
  ]);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('settings.idText')}
          value={code}
          onChange={setCode}
          isTaken={isTaken}
          error={at('/code')}
        />
      )}
      <NameInput value={draft.name} onChange={(name) => write({ name })} error={at('/name')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {PARTS.map((part) => (
          <TextInput
            key={part}
            label={t(`products:addressParts.${part}`)}
            {...(part === 'country' ? { description: t('products:countryText'), maxLength: 2 } : { maxLength: 100 })}
            value={address[part] ?? ''}
            onChange={({ currentTarget: { value: text } }) =>
              setAddress({ ...address, [part]: part === 'country' ? text.toUpperCase() : text })
            }
            error={at(`/address/${part}`)}
          />
        ))}
      </SimpleGrid>
      <Textarea
        label={t('settings.hours')}
        autosize
        minRows={2}
        maxLength={1_000}
        value={draft.openingHours ?? ''}
        onChange={({ currentTarget: { value: text } }) => write({ openingHours: text === '' ? null : text })}
        error={at('/openingHours')}
      />
      <ActiveSwitch
        description={t('settings.pointActive')}
        value={draft.active}
        onChange={(active) => write({ active })}
      />
    </SettingForm>
  );
}

/** What was filled in; null where nothing was. */
function addressIn(parts: Readonly<Record<string, string | undefined>>): PickupPoint['address'] {
  const filled = Object.fromEntries(PARTS.flatMap((part) => (parts[part] ? [[part, parts[part]] as const] : [])));
  // Whether the country is there the server says.
  return Object.keys(filled).length === 0 ? null : (filled as unknown as NonNullable<PickupPoint['address']>);
}
