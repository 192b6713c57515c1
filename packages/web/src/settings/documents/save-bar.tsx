import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../parts/refused';
import type { DraftFault } from './fields-draft';
import type { Findings } from './use-findings';
import { DEFINITION, showFirstWrong } from './wrong';

interface SaveBarProps {
  readonly fault: DraftFault | null;
  readonly findings: Findings;
  readonly isSaving: boolean;
  readonly onSave: () => void;
}

/** What saves a long form stays in sight, with what keeps it from being saved. */
export function SaveBar({ fault, findings, isSaving, onSave }: SaveBarProps) {
  const { t } = useTranslation(['document-types', 'shell']);
  return (
    <Stack
      gap="xs"
      py="xs"
      style={{
        position: 'sticky',
        bottom: 0,
        zIndex: 2,
        background: 'var(--mantine-color-body)',
        borderTop: '1px solid var(--mantine-color-default-border)',
      }}
    >
      <Refused error={findings.rest} />
      <Group justify="flex-end" gap="sm">
        <Text size="sm" c="var(--mantine-color-error)" role="status">
          {fault?.fault === 'twice' && t('fault.twice', { name: fault.name })}
          {fault?.fault === 'json' && t('shell:json.notJson', { line: fault.line })}
          {fault === null && findings.count > 0 && (
            <Anchor
              component="button"
              type="button"
              size="sm"
              c="inherit"
              underline="always"
              onClick={({ currentTarget }) => showFirstWrong(currentTarget.closest(`[${DEFINITION}]`))}
            >
              {t('notSaved', { count: findings.count })}
            </Anchor>
          )}
          {fault === null && findings.isTaken && t('taken')}
        </Text>
        {/* No form is sent: Enter in a name must not save half a definition, and the preview has fields of its own. */}
        <Button loading={isSaving} disabled={fault !== null} onClick={onSave}>
          {t('shell:save')}
        </Button>
      </Group>
    </Stack>
  );
}
