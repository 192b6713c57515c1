import { Alert, Code, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../parts/copy-button';

/** A key and its token, as they are told once. */
export interface OnceShown {
  readonly key: string;
  readonly secret: string;
}

/** A new token, which nobody is shown a second time. */
export function TokenOnce({ shown, onClose }: { readonly shown: OnceShown | null; readonly onClose: () => void }) {
  const { t } = useTranslation('integration');
  return (
    <Modal
      opened={shown !== null}
      onClose={onClose}
      title={t('keys.token')}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('shell:close') }}
    >
      {shown !== null && (
        <Stack>
          <Alert color="yellow">{t('keys.once')}</Alert>
          {(
            [
              [t('keys.key'), shown.key],
              [t('keys.token'), shown.secret],
            ] as const
          ).map(([name, value]) => (
            <div key={name}>
              <Text size="xs" c="dimmed">
                {name}
              </Text>
              <Group wrap="nowrap" gap="xs">
                <Code flex={1} style={{ overflowWrap: 'anywhere' }}>
                  {value}
                </Code>
                <CopyButton value={value} />
              </Group>
            </div>
          ))}
        </Stack>
      )}
    </Modal>
  );
}
