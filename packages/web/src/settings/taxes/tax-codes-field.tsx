import { Button, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface TaxCodesFieldProps {
  /** The tax service's codes by tax category of the account. */
  readonly value: Readonly<Record<string, string>>;
  readonly onChange: (codes: Readonly<Record<string, string>>) => void;
}

type Row = readonly [category: string, code: string];

/** How a tax service calls the categories of the account, row by row. */
export function TaxCodesField({ value, onChange }: TaxCodesFieldProps) {
  const { t } = useTranslation('taxes');
  // Rows of which a half is typed have no place in the setting yet.
  const [rows, setRows] = useState<readonly Row[]>(() => Object.entries(value));
  const write = (next: readonly Row[]): void => {
    setRows(next);
    onChange(Object.fromEntries(next.filter(([category, code]) => category !== '' && code !== '')));
  };
  const change = (at: number, row: Row): void => write(rows.map((one, place) => (place === at ? row : one)));
  return (
    <Fieldset legend={t('codes')}>
      <Stack gap="xs">
        <Text size="xs" c="dimmed">
          {t('codesText')}
        </Text>
        {rows.map(([category, code], place) => (
          <Group key={place} gap="xs" wrap="nowrap" align="flex-end">
            <TextInput
              label={t('category')}
              maxLength={64}
              value={category}
              onChange={({ currentTarget }) => change(place, [currentTarget.value.trim(), code])}
            />
            <TextInput
              label={t('codeOf')}
              maxLength={25}
              value={code}
              onChange={({ currentTarget }) => change(place, [category, currentTarget.value.trim()])}
            />
            <Button
              variant="default"
              size="xs"
              mb={3}
              style={{ flexShrink: 0 }}
              onClick={() => write(rows.filter((_, other) => other !== place))}
            >
              {t('removeCode')}
            </Button>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => setRows([...rows, ['', '']])}
          >
            {t('addCode')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
