import { Select } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { changedFields, ONLY_NEW } from '../changed-fields';
import { fieldProblem } from '../field-problem';
import { KeyInput } from '../key-input';
import { storeChoices, withPresent } from '../setting-choices';
import { SettingForm } from '../setting-form';
import { useDraft } from '../use-draft';
import { NameInput } from '../name-input';
import { ActiveSwitch } from '../active-switch';
import { SearchSelect } from '../search-select';
import { useSave } from '../use-save';

type Channel = AnswerOf<'getChannel'>;

interface ChannelFormProps {
  /** Null: a new one. */
  readonly value: Channel | null;
  readonly onDone: () => void;
}

const KINDS = ['shop', 'marketplace', 'point_of_sale', 'phone', 'other'] as const satisfies readonly Channel['kind'][];
const NEW = { name: '', kind: 'shop', store: null, active: true } as const;

export function ChannelForm({ value, onDone }: ChannelFormProps) {
  const { t } = useTranslation(['stores', 'setting']);
  const [key, setKey] = useState('');
  const { draft, write } = useDraft<Omit<Channel, 'channel'>>(value ?? NEW);
  const stores = useQuery(storeChoices);
  const save = useSave(async () => {
    if (value === null) return docket.call('putChannel', { path: { channel: key }, body: draft }, ONLY_NEW);
    const body = changedFields(value, { ...value, ...draft });
    return body === null ? value : docket.call('changeChannel', { path: { channel: value.channel }, body });
  }, onDone);
  const { at, isTaken, rest } = fieldProblem(save.error, ['/channel', '/name', '/store']);
  return (
    <SettingForm onSave={() => save.mutate()} isSaving={save.isPending} problem={rest}>
      {value === null && (
        <KeyInput
          label={t('setting:id')}
          description={t('channelIdText')}
          value={key}
          onChange={setKey}
          isTaken={isTaken}
          error={at('/channel')}
        />
      )}
      <NameInput value={draft.name} onChange={(name) => write({ name })} error={at('/name')} />
      <Select
        label={t('kind')}
        allowDeselect={false}
        value={draft.kind}
        onChange={(kind) => {
          if (kind !== null) write({ kind });
        }}
        data={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <SearchSelect
        label={t('store')}
        description={t('channelStoreText')}
        value={draft.store}
        onClear={() => write({ store: null })}
        onChoose={(store) => write({ store })}
        data={withPresent(
          (stores.data?.items ?? []).map(({ store, name }) => ({ value: store, label: name })),
          draft.store,
        )}
        error={at('/store')}
      />
      <ActiveSwitch description={t('activeText')} value={draft.active} onChange={(active) => write({ active })} />
    </SettingForm>
  );
}
