import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { RequestOf } from '@docket/sdk';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Refused } from '../parts/refused';
import { submitted } from '../parts/submitted';
import { queries } from '../queries';
import type { WorkflowTable } from './workflow-table';
import { draftOf, keepWorkflow, workflowOf } from './workflow-queries';

/** A draft that begins as a copy of a workflow that is there. */
export function NewWorkflow({ onDone }: { readonly onDone: (workflow: string) => void }) {
  const { t } = useTranslation('workflows');
  const [name, setName] = useState('');
  const [copied, setCopied] = useState('simple');
  const known = useQuery({
    queryKey: ['workflows', 'list', 'every'],
    queryFn: () => docket.call('listWorkflows', { query: { limit: 1_000 } }),
  });
  const make = useMutation({
    mutationFn: async () => {
      const { tables, draft } = await queries.query(workflowOf(copied));
      const table = (draft ?? tables[0] ?? {}) as WorkflowTable;
      // What is right is for the server to say: the draft may be wrong.
      const body = draftOf(table) as RequestOf<'putWorkflow'>['body'];
      return docket.call('putWorkflow', { path: { workflow: name }, body }, { headers: { 'if-none-match': '*' } });
    },
    onSuccess: async (made) => {
      await keepWorkflow(made);
      onDone(made.workflow);
    },
  });
  return (
    <form onSubmit={submitted(() => make.mutate())}>
      <Stack>
        <Text size="sm">{t('newText')}</Text>
        <TextInput
          label={t('id')}
          description={t('idText')}
          required
          maxLength={63}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t('copyOf')}
          allowDeselect={false}
          value={copied}
          onChange={(chosen) => setCopied(chosen ?? 'simple')}
          data={(known.data?.items ?? []).filter(({ copyable }) => copyable).map(({ workflow }) => workflow)}
        />
        <Refused error={make.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={make.isPending}>
            {t('make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
