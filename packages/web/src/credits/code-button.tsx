import { Code, Group, Stack, Text } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { ConfirmButton } from '../parts/confirm-button';
import { CopyButton } from '../parts/copy-button';
import { settingsChanged } from '../settings/use-save';
import type { Credit } from './credit';

/** Without what people mix up: 0 and O, 1 and I. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GROUPS = 4;

/** Twenty bytes of chance would be more than a person types: sixteen letters of 32 are 80 bits. */
function newCode(): string {
  const chance = crypto.getRandomValues(new Uint8Array(4 * GROUPS));
  const letters = Array.from(chance, (byte) => LETTERS[byte % LETTERS.length]).join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** Gives a gift card a code of chance, in the place of any before. It is shown this once: kept is its hash alone. */
export function CodeButton({ credit: { credit, hasCode } }: { readonly credit: Credit }) {
  const { t } = useTranslation('credits');
  const [code, setCode] = useState<string | null>(null);
  return (
    <Stack gap="xs" align="flex-start">
      <ConfirmButton
        label={t(hasCode ? 'anotherCode' : 'makeCode')}
        text={t(hasCode ? 'anotherCodeText' : 'makeCodeText')}
        icon={<IconGift size={14} />}
        act={async () => {
          const made = newCode();
          await docket.call('setCreditCode', { path: { credit }, body: { code: made } });
          setCode(made);
          await settingsChanged();
        }}
      />
      {code !== null && (
        <Stack gap={4} role="status">
          <Group gap="xs">
            <Code fz="md">{code}</Code>
            <CopyButton value={code} size="compact-xs" />
          </Group>
          <Text size="xs" c="dimmed">
            {t('codeOnce')}
          </Text>
        </Stack>
      )}
    </Stack>
  );
}
