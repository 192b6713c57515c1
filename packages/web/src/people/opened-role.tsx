import { Group, Stack, Title } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../access/role';
import { docket } from '../docket';
import { ConfirmButton } from '../parts/confirm-button';
import { queries } from '../queries';
import { useMay } from '../session/session';
import { ChangesList } from '../settings/history/changes-list';
import { RoleForm } from './role-form';

interface OpenedRoleProps {
  readonly role: Role;
  /** Changed or removed. */
  readonly onDone: () => void;
}

/** One role: its name, what it permits, and who changed it before. */
export function OpenedRole({ role, onDone }: OpenedRoleProps) {
  const { t } = useTranslation('people');
  const mayEdit = useMay('access.edit');
  const path = { role: role.role };
  return (
    <Stack gap="lg">
      {mayEdit && (
        <Group>
          <ConfirmButton
            danger
            label={t('roles.remove')}
            text={t('roles.removeText')}
            icon={<IconTrash size={14} />}
            act={async () => {
              await docket.call('removeRole', { path });
              onDone();
              await queries.invalidateQueries({ queryKey: ['roles'] });
            }}
          />
        </Group>
      )}
      <RoleForm value={role} onDone={onDone} />
      <Stack gap="xs">
        <Title order={2} size="h5">
          {t('history')}
        </Title>
        <ChangesList
          isOfMany={false}
          under={['roles', 'one', role.role]}
          page={(query) => docket.call('listRoleChanges', { path, query })}
        />
      </Stack>
    </Stack>
  );
}
