import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { type Order, orderKey, presentQuery } from '../order/order-queries';
import { PageFrame } from '../parts/page-frame';
import { Refused } from '../parts/refused';
import { Failed, Waiting } from '../parts/state-of-page';
import { DraftAnew } from './draft-anew';
import { type DraftContent, type Editing, inputOf, isSame, NOTHING, saysNothing } from './draft-changes';
import { DraftConditions } from './draft-conditions';
import { DraftConflicts } from './draft-conflicts';
import { DraftConsent } from './draft-consent';
import { DraftDeliveries } from './draft-deliveries';
import { DraftEffect } from './draft-effect';
import { DraftLines } from './draft-lines';
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

/** As the draft that was found says; a new one says nothing yet. */
const contentOf = (found: Pick<Found, 'changes' | 'promotions' | 'settle' | 'reason'> | null): DraftContent =>
  found === null
    ? NOTHING
    : {
        changes: found.changes as unknown as DraftContent['changes'],
        promotions: found.promotions,
        settle: found.settle,
        reason: found.reason ?? '',
      };

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
  const [content, setContent] = useState(() => contentOf(found));
  /** As it was last saved: what is confirmed is that, and not what somebody has typed since. */
  const [saved, setSaved] = useState(content);
  const isSaved = content === saved;
  /** As the server told it when it was last looked at or written here. */
  const [seen, setSeen] = useState(content);
  /** The revision over which this is written all the same, whatever it says. */
  const [over, setOver] = useState<number | null>(null);
  const isAnew = found !== null && found.revision !== over && !isSame(contentOf(found), seen);
  const writesOver = found !== null && found.revision === over;
  // What is on the screen, and nothing that somebody else made of it meanwhile.
  const headers = found === null ? {} : { 'if-match': `"${found.revision}"` };
  const isOpen = found === null || found.state === 'open' || found.state === 'awaiting_consent';
  const editable = useQuery(editableQuery(orderId));
  const may: Editing['may'] = (kind) =>
    editable.data?.changes.some(({ change, allowed }) => change === kind && allowed) === true;
  const editing: Editing = {
    changes: content.changes,
    onChange: (changes) => setContent((before) => ({ ...before, changes })),
    may,
  };
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: orderKey(orderId) });
  const saving = useMutation({
    mutationFn: async () => {
      const body = inputOf(content);
      const kept =
        draftId === null
          ? await docket.call('addDraft', { path: { orderId }, body })
          : await docket.call('changeDraft', { path: { draftId }, body }, { headers });
      setSaved(content);
      setSeen(contentOf(kept));
      await again();
      if (draftId === null)
        await navigate({
          to: '/orders/$orderId/drafts/$draftId',
          params: { orderId, draftId: kept.draftId },
          replace: true,
        });
    },
    onError: again,
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
      await docket.call(deed, { path, body: {} }, { headers });
      await again();
      if (deed !== 'rebaseDraft') await navigate({ to: '/orders/$orderId', params: { orderId } });
    },
    onError: again,
  });
  const busy = saving.isPending || acting.isPending;
  return (
    <Stack gap="md">
      {!isOpen && <Alert color="gray">{t(`state.${found.state}`)}</Alert>}
      {found !== null && isOpen && isAnew && !busy && (
        <DraftAnew
          order={order}
          mine={content}
          theirs={contentOf(found)}
          disabled={busy}
          onTake={() => {
            const next = contentOf(found);
            setSeen(next);
            setSaved(next);
            setContent(next);
          }}
          onKeep={() => setOver(found.revision)}
        />
      )}
      {found !== null && (
        <DraftConflicts
          order={order}
          conflicts={found.conflicts}
          disabled={busy}
          onRebase={() => acting.mutate('rebaseDraft')}
        />
      )}
      {found !== null && <DraftConsent order={order} found={found} isSaved={isSaved} />}
      {isOpen && (
        <>
          {order.links.some(({ role }) => role === 'seller') && <Alert color="blue">{t('linked.both')}</Alert>}
          <DraftLines order={order} {...editing} />
          <DraftDeliveries order={order} {...editing} />
          <DraftTerms order={order} {...editing} />
          <DraftConditions order={order} content={content} onChange={setContent} may={may} />
        </>
      )}
      <Refused error={saving.error ?? acting.error} />
      {isOpen && (
        <Group>
          <Button
            loading={saving.isPending}
            disabled={busy || isAnew || saysNothing(content) || (draftId !== null && isSaved && !writesOver)}
            variant="light"
            onClick={() => saving.mutate()}
          >
            {t('save')}
          </Button>
          {draftId !== null && (
            <>
              <Button
                disabled={busy || !isSaved || isAnew || writesOver}
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
      {isOpen && !isSaved && (
        <Text size="sm" c="dimmed">
          {t('unsaved')}
        </Text>
      )}
      {found !== null && isOpen && isSaved && !isAnew && !writesOver && <DraftEffect order={order} found={found} />}
    </Stack>
  );
}
