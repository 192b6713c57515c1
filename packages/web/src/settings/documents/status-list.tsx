import { Badge, Button, Flex, Group, Paper, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { labelIn } from '../../documents/labels';
import { useMay } from '../../session/session';
import { LabelsInput } from './labels-input';
import { RowButtons } from './row-buttons';
import { moved, newKey, without, written } from './rows';
import type { StatusDraft } from './type-draft';
import type { Findings } from './use-findings';
import { Wrong } from './wrong';

interface StatusListProps {
  readonly value: readonly StatusDraft[];
  readonly languages: readonly string[];
  readonly findings: Findings;
  readonly onChange: (statuses: readonly StatusDraft[]) => void;
}

/** The statuses of a type in their order; documents begin in the first one. */
export function StatusList({ value, languages, findings, onChange }: StatusListProps) {
  const { t, i18n } = useTranslation('document-types');
  const mayEdit = useMay('settings.edit');
  const none = value.length === 0 ? findings.at('/statuses') : null;
  return (
    <Stack gap="xs">
      <Stack gap="xs" role="list" aria-label={t('statuses')}>
        {value.map(({ key, status, labels, locks }, place) => {
          const at = `/statuses/${place}`;
          const write = (fields: Partial<StatusDraft>): void => onChange(written(value, key, fields));
          const name = labelIn(labels, i18n.language, status) || status || t('newStatus');
          return (
            <Paper key={key} withBorder p="xs" role="listitem" aria-label={name}>
              <Group justify="space-between" mih={28} mb={4} wrap="nowrap">
                <Group gap="xs">
                  <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                    {name}
                  </Text>
                  {place === 0 && (
                    <Badge variant="light" tt="none">
                      {t('start')}
                    </Badge>
                  )}
                </Group>
                <RowButtons
                  name={name}
                  isFirst={place === 0}
                  isLast={place === value.length - 1}
                  onMove={(by) => onChange(moved(value, key, by))}
                  onRemove={() => onChange(without(value, key))}
                />
              </Group>
              <Flex direction={{ base: 'column', sm: 'row' }} gap="sm">
                <TextInput
                  flex={1}
                  size="xs"
                  label={t('statusCode')}
                  required
                  maxLength={40}
                  autoComplete="off"
                  spellCheck={false}
                  value={status}
                  onChange={({ currentTarget }) => write({ status: currentTarget.value })}
                  error={findings.at(`${at}/status`)}
                />
                <Stack flex={2} gap="xs">
                  <LabelsInput
                    size="xs"
                    label={t('statusNames')}
                    required
                    languages={languages}
                    value={labels}
                    onChange={(texts) => write({ labels: texts })}
                    error={findings.at(`${at}/labels`)}
                  />
                </Stack>
                <Switch
                  size="xs"
                  mt={{ base: 0, sm: 24 }}
                  label={t('locks')}
                  checked={locks}
                  onChange={({ currentTarget }) => write({ locks: currentTarget.checked })}
                />
              </Flex>
            </Paper>
          );
        })}
      </Stack>
      {none !== null && <Wrong text={none} />}
      <Text size="xs" c="dimmed">
        {t('locksText')}
      </Text>
      {mayEdit && (
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...value, { key: newKey(), status: '', labels: {}, locks: false }])}
          >
            {t('addStatus')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
