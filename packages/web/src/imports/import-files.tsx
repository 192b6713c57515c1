import { Button, FileButton, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Refused } from '../parts/refused';
import { queries } from '../queries';
import type { Import } from './import';

/** What the import reads. Files are sent one after the other; one of the same name is replaced. */
export function ImportFiles({ one, mayEdit }: { readonly one: Import; readonly mayEdit: boolean }) {
  const { t, i18n } = useTranslation('integration');
  const upload = useMutation({
    mutationFn: async (files: File[]) => {
      for (const file of files) {
        await docket.send({
          method: 'PUT',
          path: `/api/v1/admin/imports/${one.importId}/files/${encodeURIComponent(nameOf(file))}`,
          body: file,
        });
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['imports'] }),
  });
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2} size="h5">
          {t('imports.files')}
        </Title>
        {mayEdit && one.state === 'uploading' && (
          <FileButton multiple onChange={(files) => upload.mutate(files)} accept=".csv,.json,.jsonl,.gz">
            {(props) => (
              <Button
                {...props}
                size="xs"
                variant="default"
                loading={upload.isPending}
                leftSection={<IconUpload size={16} />}
              >
                {t('imports.upload')}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      <Refused error={upload.error} />
      {one.files.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('imports.noFiles')}
        </Text>
      ) : (
        <Table verticalSpacing={4}>
          <Table.Tbody>
            {one.files.map(({ name, bytes }) => (
              <Table.Tr key={name}>
                <Table.Td>{name}</Table.Td>
                <Table.Td ta="right">{size(bytes, i18n.language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

/** The name as the server takes it: letters, digits, dot, dash, underscore. */
const nameOf = ({ name }: File): string => name.replaceAll(/[^A-Za-z0-9._-]/g, '_').replace(/^[^A-Za-z0-9]+/, '');

const size = (bytes: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 }).format(bytes / 1000);
