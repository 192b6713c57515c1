import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Import } from './import';

const COLOURS: Readonly<Record<string, string>> = {
  uploading: 'gray',
  waiting: 'blue',
  running: 'blue',
  done: 'teal',
  failed: 'red',
  cancelled: 'gray',
};

export function ImportBadge({ state }: { readonly state: Import['state'] }) {
  const { t } = useTranslation('integration');
  return (
    <Badge variant="dot" color={COLOURS[state] ?? 'gray'} tt="none" fw={500}>
      {t(`imports.states.${state}`)}
    </Badge>
  );
}
