import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RolesField } from '../access/roles-field';
import { EVERYWHERE, type Scope } from '../access/scope';
import { ScopeFields } from '../access/scope-fields';
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
  const [scope, setScope] = useState<Scope>(value?.scope ?? EVERYWHERE);
  const [expires, setExpires] = useState(value?.expiresAt == null ? '' : localDay(value.expiresAt));
  const save = useMutation({
    mutationFn: async (): Promise<ShownKey | null> => {
      const body = {
        label,
        roles,
        scope,
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
        <RolesField value={roles} onChange={setRoles} />
        <ScopeFields value={scope} onChange={setScope} />
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
