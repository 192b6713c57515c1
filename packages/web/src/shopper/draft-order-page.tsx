import { Alert, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconLinkOff } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../docket';
import { moment } from '../format/moments';
import { money } from '../format/money';
import { Empty, Failed, Waiting } from '../parts/state-of-page';
import { submitted } from '../parts/submitted';
import { useLinkCode } from '../session/link-code';
import { BuyersPartFields, type Missing, NOTHING_SAID, partOf, type Said } from './buyers-part';
import { DraftOrderContent } from './draft-order-content';
import { acceptDraftOrder, lookAtDraftOrder, type OwnDraftOrder, payPageOf } from './draft-order-source';
import { ShopperRefusal } from './shopper-refusal';

/** What the shop put together for a buyer, opened by the link from their mail: to look at, accept and pay. */
export function DraftOrderPage(): ReactNode {
  const { t } = useTranslation('shopper');
  const token = useLinkCode();
  const [said, setSaid] = useState<Said>(NOTHING_SAID);
  const found = useQuery({
    queryKey: ['draft-order', token],
    enabled: token !== '',
    queryFn: () => lookAtDraftOrder(token, {}),
  });
  useDocumentTitle(t('draftOrder.page'));
  if (token === '') return <Empty icon={<IconLinkOff />} title={t('link.brokenTitle')} text={t('link.broken')} />;
  if (found.isPending) return <Waiting lines={5} height={90} />;
  if (found.isError) {
    return problemOf(found.error)?.code === 'guest_link_invalid' ? (
      <Empty icon={<IconLinkOff />} title={t('link.endedTitle')} text={t('link.ended')} />
    ) : (
      <Failed error={found.error} onRetry={() => void found.refetch()} />
    );
  }
  const again = async (): Promise<void> => {
    await found.refetch();
  };
  return <Shown token={token} draft={found.data} said={said} onSay={setSaid} onChanged={again} />;
}

interface ShownProps {
  readonly token: string;
  readonly draft: OwnDraftOrder;
  readonly said: Said;
  readonly onSay: (said: Said) => void;
  readonly onChanged: () => Promise<void>;
}

function Shown({ token, draft, said, onSay, onChanged }: ShownProps) {
  const { t, i18n } = useTranslation('shopper');
  const isOpen = draft.state === 'open' || draft.state === 'sent';
  return (
    <Stack gap="md">
      <Stack gap={2}>
        <Title order={1} size="h2">
          {t('draftOrder.title', { shop: draft.shop })}
        </Title>
        {isOpen && draft.expiresAt !== null && (
          <Text size="sm" c="dimmed">
            {t('draftOrder.until', { at: moment(draft.expiresAt, i18n.language) })}
          </Text>
        )}
      </Stack>
      {draft.message !== null && <Text style={{ whiteSpace: 'pre-line' }}>{draft.message}</Text>}
      {draft.state === 'placed' && <Ordered token={token} draft={draft} />}
      {(draft.state === 'expired' || draft.state === 'cancelled') && (
        <Alert color="gray" role="status">
          {t(`draftOrder.${draft.state}`)}
        </Alert>
      )}
      {draft.state !== 'placed' && <DraftOrderContent draft={draft} />}
      {isOpen && <Accept token={token} draft={draft} said={said} onSay={onSay} onChanged={onChanged} />}
    </Stack>
  );
}

function Ordered({ token, draft }: Pick<ShownProps, 'token' | 'draft'>) {
  const { t } = useTranslation('shopper');
  const payment = draft.payment;
  return (
    <Alert color="green" title={t('draftOrder.ordered')} role="status">
      <Stack gap="xs">
        <Text size="sm">{t('number', { number: String(draft.orderId) })}</Text>
        {payment?.instructions != null && (
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {payment.instructions}
          </Text>
        )}
        <Anchor href={`/order#${token}`} fw={600}>
          {t('draftOrder.follow')}
        </Anchor>
      </Stack>
    </Alert>
  );
}

/** How long the page of the provider is waited for before the order is shown without it. */
const MOST_LOOKS = 20;

function Accept({ token, draft, said, onSay, onChanged }: ShownProps) {
  const { t, i18n } = useTranslation('shopper');
  const [shown, setShown] = useState(draft);
  const missing = draft.missing as readonly Missing[];
  const payment = draft.payment;
  const total = (shown.totals as { readonly total: number } | null)?.total ?? null;
  // Where it goes decides its taxes: it is counted before it is accepted.
  const needsLook = total === null && missing.includes('address');
  const looking = useMutation({
    mutationFn: async () => setShown(await lookAtDraftOrder(token, partOf(said, missing))),
  });
  const accepting = useMutation({
    mutationFn: async () => {
      if (total === null) return;
      try {
        await acceptDraftOrder(token, { revision: shown.revision, total, ...partOf(said, missing) });
      } catch (error) {
        if (problemOf(error)?.code === 'draft_order_outdated') {
          await onChanged();
          setShown(await lookAtDraftOrder(token, partOf(said, missing)));
        }
        throw error;
      }
      const page = payment?.page === true ? await payPageOf(token, MOST_LOOKS) : null;
      if (page !== null) window.location.assign(page);
      else await onChanged();
    },
  });
  const stands = shown.problems.length > 0 && !needsLook;
  return (
    <form onSubmit={submitted(() => (needsLook ? looking.mutate() : accepting.mutate()))}>
      <Stack gap="sm">
        {missing.length > 0 && <BuyersPartFields missing={missing} said={said} onSay={onSay} />}
        {payment === null && <Text size="sm">{t('draftOrder.onAccount')}</Text>}
        {payment?.page === false && payment.instructions !== null && (
          <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
            {payment.instructions}
          </Text>
        )}
        {(looking.error ?? accepting.error) !== null && <ShopperRefusal error={looking.error ?? accepting.error} />}
        {stands && (
          <Alert color="yellow" role="alert">
            {t('draftOrder.notNow', { shop: draft.shop })}
          </Alert>
        )}
        <Group>
          <Button
            type="submit"
            fullWidth
            size="md"
            loading={looking.isPending || accepting.isPending}
            disabled={stands || (total === null && !needsLook)}
          >
            {needsLook
              ? t('draftOrder.count')
              : t(payment?.page === true ? 'draftOrder.acceptAndPay' : 'draftOrder.accept', {
                  amount: money(total ?? 0, draft.currency, i18n.language),
                })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
