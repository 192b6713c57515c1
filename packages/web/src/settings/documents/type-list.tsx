import { Anchor, Badge, Button, Code, Group, Stack, Table, Text } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fieldsIn } from '../../documents/field-schema';
import { labelIn } from '../../documents/labels';
import { docket } from '../../docket';
import { Listed, ListTable } from '../../parts/listed';
import { Empty } from '../../parts/state-of-page';
import { useMay } from '../../session/session';
import { RemoveType } from './remove-type';
import type { DocumentType } from './type-draft';

/** The types of document of the account; each has a page of its own. */
export function TypeList() {
  const { t } = useTranslation(['document-types', 'setting']);
  const mayEdit = useMay('settings.edit');
  const pages = useInfiniteQuery({
    queryKey: ['settings', 'document-types', 'pages'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listDocumentType', { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } }),
    getNextPageParam: ({ next }) => next,
  });
  const columns = [
    { name: t('type') },
    { name: t('numbers') },
    { name: t('statuses') },
    { name: t('fields'), figures: true },
    ...(mayEdit ? [{ name: '' }] : []),
  ];
  return (
    <Stack gap="sm">
      {mayEdit && (
        <Group justify="flex-end">
          <Button component={Link} to="/settings/documents/new-type" size="xs" leftSection={<IconPlus size={16} />}>
            {t('newType')}
          </Button>
        </Group>
      )}
      <Listed
        pages={pages}
        rowsOf={({ items }) => items}
        empty={<Empty icon={<IconForms />} title={t('noTypes')} text={t('noTypesText')} />}
      >
        {(types) => (
          <ListTable minWidth={640} columns={columns}>
            {types.map((type) => (
              <TypeRow key={type.type} type={type} mayEdit={mayEdit} />
            ))}
          </ListTable>
        )}
      </Listed>
    </Stack>
  );
}

function TypeRow({ type, mayEdit }: { readonly type: DocumentType; readonly mayEdit: boolean }) {
  const { t, i18n } = useTranslation(['document-types', 'setting']);
  const name = labelIn(type.labels, i18n.language, type.type);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={6} wrap="nowrap">
          <Anchor component={Link} to={`/settings/documents/${type.type}`} size="sm" fw={500}>
            {name}
          </Anchor>
          {!type.active && (
            <Badge size="sm" variant="default" tt="none" style={{ flexShrink: 0 }}>
              {t('setting:inactive')}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {type.type}
        </Text>
      </Table.Td>
      <Table.Td>{type.numbers === null ? t('ofOrder') : <Code>{type.numbers}</Code>}</Table.Td>
      <Table.Td>
        <Text size="sm" lineClamp={2}>
          {type.statuses.map(({ status, labels }) => labelIn(labels, i18n.language, status)).join(', ')}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{Object.keys(fieldsIn(type.fields).properties).length}</Table.Td>
      {mayEdit && (
        <Table.Td>
          <Group justify="flex-end">
            <RemoveType type={type.type} name={name} />
          </Group>
        </Table.Td>
      )}
    </Table.Tr>
  );
}
