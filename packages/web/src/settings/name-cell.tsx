import { Badge, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface NameCellProps {
  readonly name: string;
  readonly id: string;
  readonly isActive?: boolean;
}

/** What something is called, its id below. */
export function NameCell({ name, id, isActive = true }: NameCellProps) {
  const { t } = useTranslation('setting');
  return (
    <Table.Td>
      <Group gap={6} wrap="nowrap">
        <Text size="sm" fw={500}>
          {name}
        </Text>
        {!isActive && (
          <Badge size="sm" variant="default" tt="none" style={{ flexShrink: 0 }}>
            {t('inactive')}
          </Badge>
        )}
      </Group>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {id}
      </Text>
    </Table.Td>
  );
}
