import { MultiSelect, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/session';
import { everyRole } from './role';

interface RolesFieldProps {
  readonly value: string[];
  readonly required?: boolean;
  readonly onChange: (roles: string[]) => void;
}

/** Roles that a key or a person gets, by their names; who may not read roles writes their ids. */
export function RolesField({ value, required = false, onChange }: RolesFieldProps) {
  const { t } = useTranslation('access');
  const mayRead = useMay('access.view');
  const known = useQuery({ ...everyRole, enabled: mayRead });
  const field = { label: t('roles'), withAsterisk: required, value, onChange };
  if (!mayRead) return <TagsInput {...field} />;
  const roles = (known.data?.items ?? []).map(({ role, name }) => ({ value: role, label: name }));
  return <MultiSelect {...field} searchable data={roles} />;
}
