import { Anchor, Badge, Button, Code, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowLeft, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { labelIn } from '../../documents/labels';
import { docket } from '../../docket';
import { notify } from '../../parts/notify';
import { PageFrame } from '../../parts/page-frame';
import { SideDrawer } from '../../parts/side-drawer';
import { Failed, Waiting } from '../../parts/state-of-page';
import { queries } from '../../queries';
import { useMay } from '../../session/session';
import { ChangesList } from '../history/changes-list';
import { RemoveType } from './remove-type';
import type { DocumentType } from './type-draft';
import { TypeForm } from './type-form';
import { useAccountLanguages } from './use-account-languages';

/** One type of document: what it is, and who changed it. */
export function TypePage() {
  const { t, i18n } = useTranslation(['document-types', 'setting']);
  const { type }: { type: string } = useParams({ from: '/desk/settings/documents/$type' });
  const found = useQuery({
    queryKey: ['settings', 'document-types', 'one', type],
    queryFn: () => docket.call('getDocumentType', { path: { type } }),
  });
  const languages = useAccountLanguages();
  const name = found.data === undefined ? type : labelIn(found.data.labels, i18n.language, type);
  return (
    <PageFrame title={name} actions={found.data !== undefined && <TypeActions type={found.data} name={name} />}>
      <BackToTypes />
      {(found.isPending || languages === null) && found.error === null && <Waiting height={52} />}
      {found.error !== null && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && languages !== null && (
        <>
          <Group gap="xs">
            <Code>{type}</Code>
            {!found.data.active && (
              <Badge variant="default" tt="none">
                {t('setting:inactive')}
              </Badge>
            )}
          </Group>
          <TypeForm
            key={type}
            type={type}
            value={found.data}
            languages={languages}
            onSaved={() => notify({ color: 'green', message: t('setting:saved') })}
          />
        </>
      )}
    </PageFrame>
  );
}

/** A type that is still to be named and saved. */
export function NewTypePage() {
  const { t, i18n } = useTranslation(['document-types', 'setting']);
  const router = useRouter();
  const languages = useAccountLanguages();
  return (
    <PageFrame title={t('newType')}>
      <BackToTypes />
      {languages === null ? (
        <Waiting height={52} />
      ) : (
        <TypeForm
          type={null}
          value={newType(t('firstStatus'), languages, i18n.language)}
          languages={languages}
          onSaved={({ type }) => {
            notify({ color: 'green', message: t('setting:saved') });
            router.history.push(`/settings/documents/${type}`);
          }}
        />
      )}
    </PageFrame>
  );
}

/** What somebody begins with: one that the server takes as soon as it is called something. */
function newType(firstStatus: string, languages: readonly string[], reader: string): Omit<DocumentType, 'type'> {
  const language = languages.includes(reader) ? reader : (languages[0] ?? reader);
  return {
    labels: {},
    numbers: null,
    parents: ['order'],
    statuses: [{ status: 'open', labels: { [language]: firstStatus }, locks: false }],
    moves: null,
    fields: { type: 'object', properties: {} } as unknown as DocumentType['fields'],
    most: null,
    active: true,
  };
}

function BackToTypes() {
  const { t } = useTranslation('document-types');
  return (
    <Anchor component={Link} to="/settings/documents" size="sm">
      <IconArrowLeft size={14} style={{ verticalAlign: 'text-bottom' }} /> {t('title')}
    </Anchor>
  );
}

function TypeActions({ type: { type }, name }: { readonly type: DocumentType; readonly name: string }) {
  const { t } = useTranslation(['document-types', 'setting']);
  const router = useRouter();
  const mayEdit = useMay('settings.edit');
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" leftSection={<IconHistory size={14} />} onClick={open}>
        {t('setting:history.title')}
      </Button>
      {mayEdit && (
        <RemoveType
          type={type}
          name={name}
          onRemoved={() => {
            router.history.push('/settings/documents');
            queries.removeQueries({ queryKey: ['settings', 'document-types', 'one', type] });
          }}
        />
      )}
      <SideDrawer opened={isOpen} onClose={close} title={`${t('setting:history.title')}: ${name}`}>
        <ChangesList
          isOfMany={false}
          under={['settings', 'document-type', type]}
          page={(query) => docket.call('listDocumentTypeChanges', { path: { type }, query })}
        />
      </SideDrawer>
    </Group>
  );
}
