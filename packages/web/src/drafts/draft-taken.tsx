import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Editing } from './draft-changes';

interface TakenProps extends Pick<Editing, 'changes' | 'onChange'> {
  readonly text: string;
  readonly change: Editing['changes'][number];
}

/** A change that stands in the draft, and the way to take it back. */
export function Taken({ text, change, changes, onChange }: TakenProps) {
  const { t } = useTranslation('drafts');
  return (
    <Group justify="space-between">
      <Text size="sm">{text}</Text>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('takeBackOf', { what: text })}
        onClick={() => onChange(changes.filter((each) => each !== change))}
      >
        <IconArrowBackUp size={16} />
      </ActionIcon>
    </Group>
  );
}
