import { Checkbox, Fieldset, Stack, Text } from '@mantine/core';
import type { AnswerOf } from '@docket/sdk';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Failed, Waiting } from '../parts/state-of-page';

type Permission = AnswerOf<'listPermissions'>['items'][number];

/** What later versions add to is held by this one. */
const ALL = '*';

interface PermissionChoiceProps {
  readonly value: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (permissions: readonly string[]) => void;
}

/** Every permission with what it means, in groups; those that the person does not hold are shown and cannot be given. */
export function PermissionChoice({ value, readOnly, onChange }: PermissionChoiceProps) {
  const { t } = useTranslation('access');
  const permissions = useQuery({
    queryKey: ['permissions'],
    queryFn: () => docket.call('listPermissions', { query: { limit: 1_000 } }),
  });
  if (permissions.isPending) return <Waiting lines={10} height={40} />;
  if (permissions.error !== null) {
    return <Failed error={permissions.error} onRetry={() => void permissions.refetch()} />;
  }
  const chosen = new Set(value);
  const change = (permission: string, isChosen: boolean): void =>
    onChange(isChosen ? [...value, permission] : value.filter((one) => one !== permission));
  return (
    <Stack gap="md">
      {groupsOf(permissions.data.items).map(([group, items]) => (
        <Fieldset
          key={group}
          legend={group === ALL ? undefined : t(`groups.${group}`, group)}
          variant="unstyled"
          styles={{ legend: { fontWeight: 600 } }}
        >
          <Stack gap="xs" pt={4}>
            {items.map((one) => (
              <PermissionBox
                key={one.permission}
                permission={one}
                checked={chosen.has(one.permission) || chosen.has(ALL)}
                disabled={readOnly || !one.held || (one.permission !== ALL && chosen.has(ALL))}
                onChange={(isChosen) => change(one.permission, isChosen)}
              />
            ))}
          </Stack>
        </Fieldset>
      ))}
    </Stack>
  );
}

interface PermissionBoxProps {
  readonly permission: Permission;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function PermissionBox({ permission: { permission, meaning, held }, checked, disabled, onChange }: PermissionBoxProps) {
  const { t } = useTranslation('access');
  return (
    <Checkbox
      size="sm"
      label={t(`meanings.${permission === ALL ? 'all' : permission}`, meaning).replaceAll('`', '')}
      description={
        <Text span size="xs" inherit>
          {permission}
          {!held && ` · ${t('notHeld')}`}
        </Text>
      }
      checked={checked}
      disabled={disabled}
      styles={{
        label: { color: 'var(--mantine-color-text)' },
        description: { color: 'var(--mantine-color-dimmed)' },
      }}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** By the word before the dot, in the order of the names. */
function groupsOf(items: readonly Permission[]): readonly (readonly [string, readonly Permission[]])[] {
  const groups = new Map<string, Permission[]>();
  for (const one of items) {
    const [group = ''] = one.permission.split('.');
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return [...groups];
}
