import { Alert, Anchor, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCopyPlus, IconSend, IconShoppingCartCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Section } from '../order/section';
import { ConfirmButton } from '../parts/confirm-button';
import { CopyButton } from '../parts/copy-button';
import { MomentText } from '../parts/moment-text';
import { useMay } from '../session/session';
import type { DraftOrder } from './draft-order-queries';
import { Reserved } from './reserved';

/** The link that was made last; null where it is not told. */
export interface SentLink {
  readonly link: string | null;
  readonly onSent: (link: string | null) => void;
}

interface DraftOrderDeedsProps extends SentLink {
  readonly draft: DraftOrder;
  /** Something was typed and not saved: what is sent or placed is what was saved. */
  readonly isUnsaved: boolean;
}

/** Where it stands, and what may be done with it now: the server says which. */
export function DraftOrderDeeds({ draft, isUnsaved, link, onSent }: DraftOrderDeedsProps) {
  const { t } = useTranslation('draft-orders');
  const mayEdit = useMay('draft_orders.edit');
  const mayPlace = useMay('draft_orders.place');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = { draftOrderId: draft.draftOrderId };
  const asSeen = asSeenHere(draft);
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['draft-orders'] });
  const can = (move: DraftOrder['moves'][number]): boolean => draft.moves.includes(move);
  const orderId = draft.orderId;
  const total =
    (draft.forecast as { readonly totals: { readonly total: number | null } | null } | null)?.totals?.total ?? null;
  return (
    <Section title={t(`states.${draft.state}`)}>
      {orderId !== null && (
        <Alert color="green">
          <Anchor component={Link} to={`/orders/${encodeURIComponent(orderId)}`}>
            {t('theOrder', { order: orderId })}
          </Anchor>
        </Alert>
      )}
      {draft.forgotten && <Alert color="gray">{t('forgotten')}</Alert>}
      <Reserved draft={draft} />
      {draft.sentAt !== null && (
        <Text size="sm" c="dimmed">
          {t('sentAt')} <MomentText at={draft.sentAt} />
        </Text>
      )}
      {isUnsaved && (
        <Text size="sm" c="dimmed">
          {t('unsaved')}
        </Text>
      )}
      {can('send') && mayEdit && !isUnsaved && <Send draft={draft} link={link} onSent={onSent} />}
      <Group gap="xs">
        {can('place') && mayPlace && !isUnsaved && (
          <ConfirmButton
            label={t('place')}
            text={t('placeText')}
            icon={<IconShoppingCartCheck size={16} />}
            act={async () => {
              const body = total === null ? {} : { total };
              const placed = await docket.call('placeDraftOrder', { path, body }, asSeen);
              await again();
              await navigate({ to: '/orders/$orderId', params: { orderId: placed.orderId } });
            }}
          />
        )}
        {can('reopen') && mayEdit && (
          <ConfirmButton
            label={t('reopen')}
            text={t('reopenText')}
            act={async () => {
              await docket.call('reopenDraftOrder', { path, body: {} }, asSeen);
              await again();
            }}
          />
        )}
        {mayEdit && !draft.forgotten && (
          <ConfirmButton
            label={t('duplicate')}
            text={t('duplicateText')}
            icon={<IconCopyPlus size={16} />}
            act={async () => {
              const made = await docket.call('duplicateDraftOrder', { path, body: {} });
              await again();
              await navigate({ to: '/draft-orders/$draftOrderId', params: { draftOrderId: made.draftOrderId } });
            }}
          />
        )}
        {can('cancel') && mayEdit && (
          <ConfirmButton
            label={t('discard')}
            text={t('discardText')}
            danger
            act={async () => {
              await docket.call('cancelDraftOrder', { path, body: {} }, asSeen);
              await again();
            }}
          />
        )}
      </Group>
    </Section>
  );
}

/** What is done is done to what stands on the screen; refused where somebody changed it meanwhile. */
const asSeenHere = ({ version }: DraftOrder): { readonly headers: Readonly<Record<string, string>> } => ({
  headers: { 'if-match': `"${version}"` },
});

/** The link for the buyer: shown once to who may share orders, and mailed on request. */
function Send({ draft, link, onSent }: SentLink & { readonly draft: DraftOrder }) {
  const { t } = useTranslation('draft-orders');
  const email = (draft.buyer as { readonly email: string | null } | null)?.email ?? null;
  const mayShare = useMay('orders.share');
  const [mail, setMail] = useState(email !== null);
  const queries = useQueryClient();
  const send = async (): Promise<void> => {
    const body = { mail: email !== null && (mail || !mayShare) };
    const path = { draftOrderId: draft.draftOrderId };
    const sent = await docket.call('sendDraftOrder', { path, body }, asSeenHere(draft));
    onSent(sent.link.url);
    await queries.invalidateQueries({ queryKey: ['draft-orders'] });
  };
  // Without a mail there is only the link, and that is for who may share orders.
  if (!mayShare && email === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('noAddressToMail')}
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      <Group>
        <ConfirmButton label={t('send')} text={t('sendText')} icon={<IconSend size={16} />} act={send}>
          <Checkbox
            label={email === null ? t('noAddress') : t('mailTo', { email })}
            disabled={email === null || !mayShare}
            checked={email !== null && (mail || !mayShare)}
            onChange={({ currentTarget: { checked } }) => setMail(checked)}
          />
        </ConfirmButton>
      </Group>
      {link !== null && (
        <Group align="flex-end" wrap="nowrap">
          <TextInput label={t('link')} description={t('linkText')} readOnly value={link} flex={1} />
          <CopyButton value={link} size="sm" />
        </Group>
      )}
    </Stack>
  );
}
