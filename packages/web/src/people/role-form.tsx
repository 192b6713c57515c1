import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { RequestOf } from '@docket/sdk';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../access/role';
import { docket } from '../docket';
import { Refused } from '../parts/refused';
import { submitted } from '../parts/submitted';
import { queries } from '../queries';
import { useMay } from '../session/session';
import { PermissionChoice } from './permission-choice';

/** Names as the list of permissions and the role itself told them; the server knows which there are. */
type Given = RequestOf<'createRole'>['body']['permissions'];

interface RoleFormProps {
  /** Null: a new one. */
  readonly value: Role | null;
  readonly onDone: () => void;
}

/** Name and permissions of a role; who may not change it reads them. */
export function RoleForm({ value, onDone }: RoleFormProps) {
  const { t } = useTranslation('people');
  const mayEdit = useMay('access.edit');
  const [role, setRole] = useState('');
  const [name, setName] = useState(value?.name ?? '');
  const [permissions, setPermissions] = useState<readonly string[]>(value?.permissions ?? []);
  const save = useMutation({
    mutationFn: () => {
      const body = { name, permissions: [...permissions] as Given };
      return value === null
        ? docket.call('createRole', { body: { role, ...body } })
        : docket.call('changeRole', { path: { role: value.role }, body });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['roles'] });
      onDone();
    },
  });
  return (
    <form onSubmit={submitted(() => save.mutate())}>
      <Stack>
        {value === null && (
          <TextInput
            label={t('roles.id')}
            description={t('roles.idText')}
            required
            maxLength={63}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value)}
          />
        )}
        {mayEdit && (
          <TextInput
            label={t('roles.name')}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        )}
        <PermissionChoice value={permissions} readOnly={!mayEdit} onChange={setPermissions} />
        <Refused error={save.error} />
        {mayEdit && (
          <Group
            justify="flex-end"
            py="xs"
            // The list is long: what saves it stays in sight.
            style={{ position: 'sticky', bottom: 0, background: 'var(--mantine-color-body)' }}
          >
            <Button type="submit" loading={save.isPending}>
              {t('shell:save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
