import { Anchor, Badge, Group, SegmentedControl, Select, Stack, Tabs, Text } from '@mantine/core';
import { IconArchive, IconArrowLeft, IconRotate, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { ConfirmButton } from '../parts/confirm-button';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { Failed, Waiting } from '../parts/state-of-page';
import { queries } from '../queries';
import { useMay } from '../session/session';
import { DraftEditor } from './draft-editor';
import { StepList } from './step-list';
import { WorkflowGraph } from './workflow-graph';
import { keepWorkflow, publishedVersion, type Workflow, workflowOf } from './workflow-queries';
import { stepsOf, type WorkflowTable } from './workflow-table';

/** One workflow: its steps as a picture and in words, its versions, and the draft of the next one. */
export function WorkflowPage() {
  const { t } = useTranslation('workflows');
  const { workflow: name }: { workflow: string } = useParams({ from: '/desk/settings/workflows/$workflow' });
  const workflow = useQuery(workflowOf(name));
  const mayEdit = useMay('settings.edit');
  return (
    <PageFrame
      title={name}
      actions={
        workflow.data !== undefined && mayEdit && !workflow.data.builtIn && <WorkflowActions value={workflow.data} />
      }
    >
      <Anchor component={Link} to="/settings/workflows" size="sm">
        <IconArrowLeft size={14} style={{ verticalAlign: 'text-bottom' }} /> {t('title')}
      </Anchor>
      {workflow.isPending && <Waiting height={52} />}
      {workflow.error !== null && <Failed error={workflow.error} onRetry={() => void workflow.refetch()} />}
      {workflow.data !== undefined && <OpenedWorkflow key={name} value={workflow.data} mayEdit={mayEdit} />}
    </PageFrame>
  );
}

const DRAFT = 'draft';

function OpenedWorkflow({ value, mayEdit }: { readonly value: Workflow; readonly mayEdit: boolean }) {
  const { t } = useTranslation('workflows');
  const { workflow, builtIn, version, tables, draft } = value;
  const [tab, setTab] = useState<string | null>('picture');
  const [chosen, setChosen] = useState<string | null>(null);
  const [side, setSide] = useState('0');
  const shown = chosen ?? (version === 0 ? DRAFT : String(version));
  const isPast = !builtIn && shown !== DRAFT && Number(shown) !== version;
  const past = useQuery({ ...publishedVersion(workflow, Number(shown)), enabled: isPast });
  const present = tables[Number(side)] ?? tables[0];
  const table = (shown === DRAFT ? draft : isPast ? past.data?.table : present) as WorkflowTable | null | undefined;
  const versions = Array.from({ length: version }, (_, place) => String(version - place));
  return (
    <Stack>
      <Group gap="sm">
        {builtIn ? (
          <Badge variant="default" tt="none">
            {t('builtIn')}
          </Badge>
        ) : (
          <Select
            size="xs"
            w={180}
            aria-label={t('version')}
            allowDeselect={false}
            value={shown}
            onChange={setChosen}
            data={[
              ...(draft === null ? [] : [{ value: DRAFT, label: t('draft') }]),
              ...versions.map((one) => ({
                value: one,
                label: t(one === String(version) ? 'versionNow' : 'versionPast', { version: one }),
              })),
            ]}
          />
        )}
        {value.retired && (
          <Badge variant="default" tt="none">
            {t('retired')}
          </Badge>
        )}
        {tables.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('side')}
            value={side}
            onChange={setSide}
            data={tables.map((one, place) => ({
              value: String(place),
              label: t(`domains.${String(one['domain'])}`, String(one['name'])),
            }))}
          />
        )}
        {isPast && past.data !== undefined && (
          <Text size="sm" c="dimmed">
            {t('publishedAt')} <MomentText at={past.data.publishedAt} />
          </Text>
        )}
      </Group>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="picture">{t('tabs.picture')}</Tabs.Tab>
          <Tabs.Tab value="steps">{t('tabs.steps')}</Tabs.Tab>
          {mayEdit && !builtIn && <Tabs.Tab value="draft">{t('tabs.draft')}</Tabs.Tab>}
        </Tabs.List>
        {past.error !== null && isPast && <Failed error={past.error} onRetry={() => void past.refetch()} />}
        <Tabs.Panel value="picture" pt="md">
          {table != null && Object.keys(stepsOf(table)).length > 0 && (
            <WorkflowGraph key={`${shown} ${side}`} table={table} isBuiltIn={builtIn} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="steps" pt="md">
          {table != null && <StepList table={table} isBuiltIn={builtIn} />}
        </Tabs.Panel>
        {/* It stays while one looks at the picture: what was typed must not be lost. */}
        <Tabs.Panel value="draft" pt="md" keepMounted>
          <DraftEditor
            value={value}
            onPublished={() => {
              setChosen(null);
              setTab('picture');
            }}
          />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

/** Retiring, and taking a draft away that was never published. */
function WorkflowActions({ value: { workflow, version, retired } }: { readonly value: Workflow }) {
  const { t } = useTranslation('workflows');
  const router = useRouter();
  const path = { workflow };
  if (version === 0) {
    return (
      <ConfirmButton
        danger
        label={t('remove')}
        text={t('removeText')}
        icon={<IconTrash size={14} />}
        act={async () => {
          await docket.call('removeWorkflow', { path });
          router.history.push('/settings/workflows');
          queries.removeQueries({ queryKey: workflowOf(workflow).queryKey });
          await queries.invalidateQueries({ queryKey: ['workflows', 'list'] });
        }}
      />
    );
  }
  return (
    <ConfirmButton
      key={String(retired)}
      label={t(retired ? 'useAgain' : 'retire')}
      text={t(retired ? 'useAgainText' : 'retireText')}
      icon={retired ? <IconRotate size={14} /> : <IconArchive size={14} />}
      act={async () => keepWorkflow(await docket.call('changeWorkflow', { path, body: { retired: !retired } }))}
    />
  );
}
