import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { channelChoices, storeChoices, withPresent, workflowChoices } from '../setting-choices';
import type { Account } from './account-form';

interface AccountDefaultsProps {
  readonly draft: Account;
  readonly write: (fields: Partial<Account>) => void;
  readonly at: (pointer: string) => string | null;
}

/** What an order gets that names no store, channel or workflow. */
export function AccountDefaults({ draft, write, at }: AccountDefaultsProps) {
  const { t } = useTranslation(['account', 'setting']);
  const stores = useQuery(storeChoices);
  const channels = useQuery(channelChoices);
  const workflows = useQuery(workflowChoices);
  const choices = {
    defaultStore: named(stores.data?.items.map((one) => ({ ...one, id: one.store }))),
    defaultChannel: named(channels.data?.items.map((one) => ({ ...one, id: one.channel }))),
    defaultWorkflow: (workflows.data?.items ?? [])
      .filter(({ version, retired }) => version > 0 && !retired)
      .map(({ workflow }) => ({ value: workflow, label: workflow })),
  };
  return (['defaultStore', 'defaultChannel', 'defaultWorkflow'] as const).map((field) => (
    <Select
      key={field}
      label={t(field)}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('setting:nothingFound')}
      value={draft[field]}
      onChange={(value) => {
        if (value !== null) write({ [field]: value });
      }}
      data={withPresent(choices[field], draft[field])}
      error={at(`/${field}`)}
    />
  ));
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** Only what takes new orders can be what they get. */
const named = (items: readonly Named[] = []): { value: string; label: string }[] =>
  items
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ value: id, label: name === id ? name : `${name} · ${id}` }));
