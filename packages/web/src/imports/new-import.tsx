import { Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Refused } from '../parts/refused';
import { submitted } from '../parts/submitted';
import { queries } from '../queries';
import type { Import } from './import';

/** Begins an import with its mapping; files follow on its page. */
export function NewImport({ onDone }: { readonly onDone: (made: Import) => void }) {
  const { t } = useTranslation('integration');
  const [mapping, setMapping] = useState('');
  const make = useMutation({
    mutationFn: () => docket.call('createImport', { body: { mapping } }),
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['imports', 'list'] });
      onDone(made);
    },
  });
  return (
    <form onSubmit={submitted(() => make.mutate())}>
      <Stack>
        <Text size="sm">{t('imports.newText')}</Text>
        <Anchor href="https://docs.jsonata.org" target="_blank" rel="noreferrer" size="sm">
          JSONata
        </Anchor>
        <Refused error={make.error} />
        <Textarea
          label={t('imports.mapping')}
          required
          autosize
          minRows={12}
          maxRows={26}
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
          placeholder={
            '{\n  "source": "shop",\n  "files": { "orders": { "name": "orders*", "key": "id" } },\n  "order": function($r) { … }\n}'
          }
          value={mapping}
          onChange={(event) => setMapping(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={make.isPending}>
            {t('imports.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
