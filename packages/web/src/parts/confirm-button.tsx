import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from './refused';

interface ConfirmButtonProps {
  readonly label: string;
  /** What will happen, and what cannot be undone. */
  readonly text: string;
  readonly danger?: boolean;
  readonly icon?: ReactNode;
  /** Fields that the deed needs. */
  readonly children?: ReactNode;
  readonly disabled?: boolean;
  readonly act: () => Promise<unknown>;
}

/** A button whose deed is asked about once before it is done; a refusal is told where it was asked. */
export function ConfirmButton({ label, text, danger = false, icon, children, disabled, act }: ConfirmButtonProps) {
  const { t } = useTranslation('shell');
  const [open, { open: ask, close }] = useDisclosure(false);
  const deed = useMutation({ mutationFn: act, onSuccess: close });
  const leave = (): void => {
    deed.reset();
    close();
  };
  const colour = danger ? { color: 'red.9' } : {};
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={icon}
        onClick={ask}
        {...(danger ? { c: 'var(--mantine-color-error)' } : {})}
      >
        {label}
      </Button>
      <Modal opened={open} onClose={leave} title={label} closeButtonProps={{ 'aria-label': t('close') }}>
        <Stack>
          <Text size="sm">{text}</Text>
          {children}
          <Refused error={deed.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              {t('cancel')}
            </Button>
            <Button
              {...colour}
              loading={deed.isPending}
              {...(disabled === undefined ? {} : { disabled })}
              onClick={() => deed.mutate()}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
