import { Button, Group, Stack, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEdit, IconPlus, IconTrash } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../parts/confirm-button';
import { Listed, ListTable } from '../parts/listed';
import { SideDrawer } from '../parts/side-drawer';
import { Empty } from '../parts/state-of-page';
import { settingsChanged } from './use-save';

interface SettingListProps<Row extends object> {
  /** What the pages are kept under. */
  readonly name: string;
  readonly page: (query: { limit: number; after?: string }) => Promise<{ items: readonly Row[]; next: string | null }>;
  readonly keyOf: (row: Row) => string;
  readonly titleOf: (row: Row) => string;
  readonly columns: readonly { readonly name: string; readonly figures?: boolean }[];
  /** One `Table.Td` for each column. */
  readonly cells: (row: Row) => ReactNode;
  readonly mayEdit: boolean;
  /** Null: a new one. */
  readonly form: (row: Row | null, onDone: () => void) => ReactNode;
  readonly remove: (key: string) => Promise<unknown>;
  readonly icon: ReactNode;
  readonly words: { readonly make: string; readonly none: string; readonly noneText: string; readonly remove: string };
}

/** Settings of one kind: a list of which each is changed in a drawer beside it, or taken away. */
export function SettingList<Row extends object>(props: SettingListProps<Row>) {
  const { name, page, keyOf, titleOf, columns, cells, mayEdit, form, remove, icon, words } = props;
  const { t } = useTranslation('setting');
  const [opened, { open, close }] = useDisclosure(false);
  const [changed, setChanged] = useState<Row | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ['settings', name, 'pages'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => page({ limit: 50, ...(pageParam === null ? {} : { after: pageParam }) }),
    getNextPageParam: ({ next }) => next,
  });
  const edit = (row: Row | null): void => {
    setChanged(row);
    open();
  };
  return (
    <Stack gap="sm">
      {mayEdit && (
        <Group justify="flex-end">
          <Button size="xs" leftSection={<IconPlus size={16} />} onClick={() => edit(null)}>
            {words.make}
          </Button>
        </Group>
      )}
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={icon} title={words.none} text={words.noneText} />}
      >
        {(rows) => (
          <ListTable minWidth={640} columns={mayEdit ? [...columns, { name: '' }] : columns}>
            {rows.map((row) => (
              <Table.Tr key={keyOf(row)}>
                {cells(row)}
                {mayEdit && (
                  <Table.Td>
                    <Group gap={6} wrap="nowrap" justify="flex-end">
                      <Button
                        variant="default"
                        size="xs"
                        leftSection={<IconEdit size={14} />}
                        onClick={() => edit(row)}
                        aria-label={t('editOne', { name: titleOf(row) })}
                      >
                        {t('edit')}
                      </Button>
                      <ConfirmButton
                        danger
                        label={t('remove')}
                        text={`${titleOf(row)}: ${words.remove}`}
                        icon={<IconTrash size={14} />}
                        act={async () => {
                          await remove(keyOf(row));
                          await settingsChanged();
                        }}
                      />
                    </Group>
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
      <SideDrawer opened={opened} onClose={close} size="md" title={changed === null ? words.make : titleOf(changed)}>
        {form(changed, close)}
      </SideDrawer>
    </Stack>
  );
}
