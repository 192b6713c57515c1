import { Alert, Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { money } from '../format/money';
import { type Order, orderKey, presentQuery } from '../order/order-queries';
import { Section } from '../order/section';
import { PageFrame } from '../parts/page-frame';
import { Refused } from '../parts/refused';
import { Failed, Waiting } from '../parts/state-of-page';
import { DraftConsent } from './draft-consent';
import { DraftDeliveries } from './draft-deliveries';
import { DraftDifference } from './draft-difference';
import { DraftLines } from './draft-lines';
import type { EditChange } from './draft-changes';
import { draftQuery, editableQuery, type Found } from './draft-queries';
import { DraftTerms } from './draft-terms';

/** An edit of an order: what is changed on the left, what it would come to on the right. */
export function DraftPage(): ReactElement {
  const { t } = useTranslation('drafts');
  const { orderId = '', draftId = 'new' }: { orderId?: string; draftId?: string } = useParams({ strict: false });
  const order = useQuery(presentQuery(orderId));
  const isNew = draftId === 'new';
  const draft = useQuery({ ...draftQuery(orderId, draftId), enabled: !isNew });
  const error = order.error ?? (isNew ? null : draft.error);
  const title = t('title', { number: order.data?.number ?? orderId });
  if (order.data === undefined || (!isNew && draft.data === undefined)) {
    return (
      <PageFrame title={title}>
        {error === null ? (
          <Waiting lines={8} height={44} />
        ) : (
          <Failed error={error} onRetry={() => void order.refetch()} />
        )}
      </PageFrame>
    );
  }
  return (
    <PageFrame title={title}>
      <Anchor component={Link} to={`/orders/${encodeURIComponent(orderId)}`} size="sm" w="fit-content">
        {t('back')}
      </Anchor>
      <DraftEditor
        key={draftId}
        order={order.data}
        draftId={isNew ? null : draftId}
        found={isNew ? null : (draft.data ?? null)}
      />
    </PageFrame>
  );
}

interface DraftEditorProps {
  readonly order: Order;
  readonly draftId: string | null;
  readonly found: Found | null;
}

function DraftEditor({ order, draftId, found }: DraftEditorProps) {
  const { t } = useTranslation('drafts');
  const { orderId } = order;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [changes, setChanges] = useState<readonly EditChange[]>(
    (found?.changes ?? []) as unknown as readonly EditChange[],
  );
  /** As they were last saved: what is confirmed is that, and not what somebody has typed since. */
  const [saved, setSaved] = useState(changes);
  const isOpen = found === null || found.state === 'open' || found.state === 'awaiting_consent';
  const editable = useQuery(editableQuery(orderId));
  const may = (kind: EditChange['change']): boolean =>
    editable.data?.changes.some(({ change, allowed }) => change === kind && allowed) === true;
  const editing = { changes, onChange: setChanges, may };
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: orderKey(orderId) });
  const saving = useMutation({
    mutationFn: async () => {
      const body = { changes: [...changes] };
      const kept =
        draftId === null
          ? await docket.call('addDraft', { path: { orderId }, body })
          : await docket.call('changeDraft', { path: { draftId }, body });
      setSaved(changes);
      await again();
      if (draftId === null)
        await navigate({
          to: '/orders/$orderId/drafts/$draftId',
          params: { orderId, draftId: kept.draftId },
          replace: true,
        });
    },
  });
  const acting = useMutation({
    mutationFn: async (deed: 'confirmDraft' | 'discardDraft' | 'rebaseDraft' | 'undoDraft') => {
      if (draftId === null) return;
      const path = { draftId };
      if (deed === 'undoDraft') {
        const undo = await docket.call('undoDraft', { path, body: {} });
        await again();
        await navigate({ to: '/orders/$orderId/drafts/$draftId', params: { orderId, draftId: undo.draftId } });
        return;
      }
      await docket.call(deed, { path, body: {} });
      await again();
      if (deed !== 'rebaseDraft') await navigate({ to: '/orders/$orderId', params: { orderId } });
    },
  });
  const busy = saving.isPending || acting.isPending;
  return (
    <Stack gap="md">
      {!isOpen && <Alert color="gray">{t(`state.${found.state}`)}</Alert>}
      {found !== null && found.conflicts.length > 0 && (
        <Alert color="yellow" title={t('conflicts')}>
          <Text size="sm">{found.conflicts.join(', ')}</Text>
          <Button mt="xs" size="xs" variant="default" disabled={busy} onClick={() => acting.mutate('rebaseDraft')}>
            {t('rebase')}
          </Button>
        </Alert>
      )}
      {found !== null && <DraftConsent order={order} found={found} isSaved={changes === saved} />}
      {isOpen && (
        <>
          <DraftLines order={order} changes={changes} onChange={setChanges} />
          <DraftDeliveries order={order} {...editing} />
          <DraftTerms order={order} {...editing} />
        </>
      )}
      <Refused error={saving.error ?? acting.error} />
      {isOpen && (
        <Group>
          <Button
            loading={saving.isPending}
            disabled={busy || changes.length === 0 || (draftId !== null && changes === saved)}
            variant="light"
            onClick={() => saving.mutate()}
          >
            {t('save')}
          </Button>
          {draftId !== null && (
            <>
              <Button
                disabled={busy || changes !== saved}
                loading={acting.isPending}
                onClick={() => acting.mutate('confirmDraft')}
              >
                {t('confirm')}
              </Button>
              <Button disabled={busy} variant="default" onClick={() => acting.mutate('discardDraft')}>
                {t('discard')}
              </Button>
            </>
          )}
        </Group>
      )}
      {found?.state === 'confirmed' && (
        <Group>
          <Button variant="default" disabled={busy} onClick={() => acting.mutate('undoDraft')}>
            {t('undo')}
          </Button>
        </Group>
      )}
      {isOpen && changes !== saved && (
        <Text size="sm" c="dimmed">
          {t('unsaved')}
        </Text>
      )}
      {found !== null && isOpen && changes === saved && <Effect order={order} found={found} />}
    </Stack>
  );
}

const PARTS = ['items', 'discounts', 'shipping', 'tax', 'adjustments', 'total'] as const;

/** Both totals side by side, and the difference. What the server says stands against it is told instead. */
function Effect({ order, found }: { readonly order: Order; readonly found: Found }) {
  const { t, i18n } = useTranslation('drafts');
  const problem = found.problem as { readonly title: string } | null;
  if (problem !== null)
    return (
      <Alert color="red" role="alert" title={t('refused')}>
        {problem.title}
      </Alert>
    );
  const preview = found.preview as { readonly order: Order } | null;
  if (preview === null) return null;
  const shown = (amount: number | null): string =>
    amount === null ? '…' : money(amount, order.currency, i18n.language);
  const rows = [
    ...PARTS.map(
      (part) => [t(`part.${part}`), order.totals?.[part] ?? null, preview.order.totals?.[part] ?? null] as const,
    ),
    [t('part.due'), order.amountDue, preview.order.amountDue] as const,
  ];
  return (
    <>
      <DraftDifference before={order} after={preview.order} />
      <Section title={t('effect')}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('part.of')}</Table.Th>
              <Table.Th ta="right">{t('before')}</Table.Th>
              <Table.Th ta="right">{t('after')}</Table.Th>
              <Table.Th ta="right">{t('difference')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([name, before, after]) => {
              const difference = (after ?? 0) - (before ?? 0);
              return (
                <Table.Tr key={name} fw={difference === 0 ? 400 : 600}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td ta="right">{shown(before)}</Table.Td>
                  <Table.Td ta="right">{shown(after)}</Table.Td>
                  <Table.Td ta="right">{difference === 0 ? '' : shown(difference)}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Section>
    </>
  );
}
