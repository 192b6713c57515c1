import { Button, Group, MultiSelect, Stack, Switch, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Refused } from '../parts/refused';
import { submitted } from '../parts/submitted';
import { queries } from '../queries';
import type { Key, ShownKey } from './key';

interface KeyFormProps {
  /** Null: a new one. */
  readonly value: Key | null;
  /** With the token where the key is new. */
  readonly onDone: (made: ShownKey | null) => void;
}

/** Label, roles, scope and expiry of a key. Permissions that it holds by name stay as they are. */
export function KeyForm({ value, onDone }: KeyFormProps) {
  const { t } = useTranslation('integration');
  const [label, setLabel] = useState(value?.label ?? '');
  const [roles, setRoles] = useState<string[]>(value?.roles ?? []);
  const [stores, setStores] = useState<string[]>(value?.scope.stores ?? []);
  const [seller, setSeller] = useState(value?.scope.seller ?? '');
  const [own, setOwn] = useState(value?.scope.own ?? false);
  const [expires, setExpires] = useState(value?.expiresAt == null ? '' : localDay(value.expiresAt));
  const known = useQuery({
    queryKey: ['roles'],
    queryFn: () => docket.call('listRoles', { query: { limit: 1_000 } }),
  });
  const save = useMutation({
    mutationFn: async (): Promise<ShownKey | null> => {
      const body = {
        label,
        roles,
        scope: { stores: stores.length === 0 ? null : stores, seller: seller === '' ? null : seller, own },
        expiresAt: expires === '' ? null : new Date(`${expires}T00:00`).toISOString(),
      };
      if (value === null) return docket.call('createKey', { body });
      await docket.call('changeKey', { path: { key: value.key }, body });
      return null;
    },
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['keys'] });
      onDone(made);
    },
  });
  return (
    <form onSubmit={submitted(() => save.mutate())}>
      <Stack>
        <Refused error={save.error} />
        <TextInput
          label={t('keys.label')}
          description={t('keys.labelText')}
          required
          maxLength={200}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
        <MultiSelect
          label={t('keys.roles')}
          value={roles}
          onChange={setRoles}
          data={(known.data?.items ?? []).map(({ role, name }) => ({ value: role, label: name }))}
        />
        <TagsInput
          label={t('keys.onlyStores')}
          description={t('keys.onlyStoresText')}
          value={stores}
          onChange={setStores}
        />
        <TextInput
          label={t('keys.onlySeller')}
          value={seller}
          onChange={(event) => setSeller(event.currentTarget.value)}
        />
        <Switch label={t('keys.onlyOwn')} checked={own} onChange={(event) => setOwn(event.currentTarget.checked)} />
        <TextInput
          label={t('keys.expires')}
          description={t('keys.expiresText')}
          type="date"
          value={expires}
          onChange={(event) => setExpires(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('shell:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** `2026-11-30`, the day of the person: what is saved is its first moment here, so what is shown must be the same day. */
function localDay(at: string): string {
  const date = new Date(at);
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
