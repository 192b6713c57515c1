import { Alert, Anchor, Button, Grid, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket, problemOf } from '../docket';
import { PageFrame } from '../parts/page-frame';
import { Refused } from '../parts/refused';
import { Failed, Waiting } from '../parts/state-of-page';
import { useMay } from '../session/session';
import { DraftOrderDeeds, type SentLink } from './draft-order-deeds';
import { BuyerFields, PolicyFields, TermsFields } from './draft-order-fields';
import { DraftOrderHistory } from './draft-order-history';
import { DraftOrderLines } from './draft-order-lines';
import { DraftOrderOutlook } from './draft-order-outlook';
import { buyerName, type DraftOrder, draftOrderQuery } from './draft-order-queries';
import { EMPTY, inputOf, type TypedDraftOrder, typedOf } from './typed-draft-order';

/** A draft order: what is written in it on the left, what it comes to and what may be done with it on the right. */
export function DraftOrderPage(): ReactElement {
  const { t } = useTranslation('draft-orders');
  const { draftOrderId = 'new' }: { draftOrderId?: string } = useParams({ strict: false });
  const isNew = draftOrderId === 'new';
  const found = useQuery({ ...draftOrderQuery(draftOrderId), enabled: !isNew });
  // Told once, so it stays while the page shows what sending left.
  const [sent, setSent] = useState<{ readonly draftOrderId: string; readonly link: string | null } | null>(null);
  const name = buyerName(found.data?.buyer);
  const title = isNew ? t('new') : name === '' ? t('one') : t('oneFor', { name });
  return (
    <PageFrame title={title}>
      <Anchor component={Link} to="/draft-orders" size="sm" w="fit-content">
        {t('back')}
      </Anchor>
      {!isNew && found.data === undefined ? (
        found.error === null ? (
          <Waiting lines={8} height={44} />
        ) : (
          <Failed error={found.error} onRetry={() => void found.refetch()} />
        )
      ) : (
        <Editor
          key={`${draftOrderId} ${found.data?.version ?? 0}`}
          found={found.data ?? null}
          link={sent?.draftOrderId === draftOrderId ? sent.link : null}
          onSent={(link) => setSent({ draftOrderId, link })}
        />
      )}
    </PageFrame>
  );
}

interface EditorProps extends SentLink {
  /** Null: a new one. */
  readonly found: DraftOrder | null;
}

function Editor({ found, link, onSent }: EditorProps) {
  const { t } = useTranslation('draft-orders');
  const mayEdit = useMay('draft_orders.edit');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [saved] = useState(() => (found === null ? EMPTY : typedOf(found)));
  const [typed, setTyped] = useState(saved);
  const isOpen = mayEdit && (found === null || found.moves.includes('change'));
  const change = (changes: Partial<TypedDraftOrder>): void => setTyped({ ...typed, ...changes });
  const saving = useMutation({
    mutationFn: async () => {
      const body = inputOf(typed, found);
      if (found === null) {
        const made = await docket.call('addDraftOrder', { body });
        await queries.invalidateQueries({ queryKey: ['draft-orders'] });
        const params = { draftOrderId: made.draftOrderId };
        await navigate({ to: '/draft-orders/$draftOrderId', params, replace: true });
        return;
      }
      const { draftOrderId, version } = found;
      const headers = { 'if-match': `"${version}"` };
      await docket.call('changeDraftOrder', { path: { draftOrderId }, body }, { headers });
      await queries.invalidateQueries({ queryKey: ['draft-orders'] });
    },
  });
  const isOutdated = problemOf(saving.error)?.code === 'version_mismatch';
  return (
    <Grid>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            saving.mutate();
          }}
        >
          <Stack>
            <DraftOrderLines typed={typed} isOpen={isOpen} onChange={change} />
            <BuyerFields typed={typed} isOpen={isOpen} onChange={change} />
            <TermsFields typed={typed} isOpen={isOpen} onChange={change} />
            <PolicyFields typed={typed} isOpen={isOpen} onChange={change} />
            {isOutdated ? <Alert color="yellow">{t('outdated')}</Alert> : <Refused error={saving.error} />}
            {isOpen && (
              <Group>
                <Button type="submit" loading={saving.isPending} disabled={found !== null && typed === saved}>
                  {t('save')}
                </Button>
              </Group>
            )}
          </Stack>
        </form>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack>
          {found === null ? (
            <Text size="sm" c="dimmed">
              {t('saveToSee')}
            </Text>
          ) : (
            <>
              <DraftOrderDeeds draft={found} isUnsaved={typed !== saved} link={link} onSent={onSent} />
              <DraftOrderOutlook draft={found} />
              <DraftOrderHistory draft={found} />
            </>
          )}
        </Stack>
      </Grid.Col>
    </Grid>
  );
}
