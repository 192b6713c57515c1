import { Button, Group, Select } from '@mantine/core';
import { IconEdit, IconRotate, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { day } from '../format/moments';
import { ConfirmButton } from '../parts/confirm-button';
import { queries } from '../queries';
import type { Key, ShownKey } from './key';

interface KeyActionsProps {
  readonly value: Key;
  readonly onChange: () => void;
  readonly onToken: (shown: ShownKey) => void;
}

/** Changing, rotating, revoking a token, removing. */
export function KeyActions({ value: { key, tokens }, onChange, onToken }: KeyActionsProps) {
  const { t, i18n } = useTranslation('integration');
  const [token, setToken] = useState<string | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: ['keys'] });
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end">
      <Button variant="default" size="xs" leftSection={<IconEdit size={14} />} onClick={onChange}>
        {t('edit')}
      </Button>
      {tokens.length < 2 ? (
        <ConfirmButton
          key="rotate"
          label={t('keys.rotate')}
          text={t('keys.rotateText')}
          icon={<IconRotate size={14} />}
          act={async () => {
            onToken(await docket.call('rotateKey', { path: { key }, body: {} }));
            await refresh();
          }}
        />
      ) : (
        <ConfirmButton
          // Else the dialog of the one would be open for the other.
          key="revoke"
          danger
          label={t('keys.revoke')}
          text={t('keys.revokeText')}
          icon={<IconX size={14} />}
          disabled={token === null}
          act={async () => {
            await docket.call('revokeToken', { path: { key, token: Number(token) } });
            await refresh();
          }}
        >
          <Select
            label={t('keys.token')}
            value={token}
            onChange={setToken}
            data={tokens.map((one) => ({
              value: String(one.token),
              label: `…${one.ending} · ${day(one.createdAt, i18n.language)}`,
            }))}
          />
        </ConfirmButton>
      )}
      <ConfirmButton
        danger
        label={t('remove')}
        text={t('keys.removeText')}
        icon={<IconTrash size={14} />}
        act={async () => {
          await docket.call('removeKey', { path: { key } });
          await refresh();
        }}
      />
    </Group>
  );
}
