import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../parts/refused';
import { submitted } from '../parts/submitted';

interface SettingFormProps {
  readonly onSave: () => void;
  readonly isSaving: boolean;
  /** What no field of the form tells. */
  readonly problem: unknown;
  readonly children: ReactNode;
}

/** The frame of a form in a drawer. */
export function SettingForm({ onSave, isSaving, problem, children }: SettingFormProps) {
  const { t } = useTranslation('shell');
  return (
    <form onSubmit={submitted(onSave)}>
      <Stack>
        {children}
        <Refused error={problem} />
        <Group justify="flex-end">
          <Button type="submit" loading={isSaving}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
