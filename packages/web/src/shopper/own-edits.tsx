import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencilQuestion } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../docket';
import { day } from '../format/moments';
import { submitted } from '../parts/submitted';
import { queries } from '../queries';
import type { OrderSource, OwnEdit, OwnOrder } from './order-source';
import { OwnEditDifference } from './own-edit-difference';
import { Part } from './part';
import { ShopperRefusal } from './shopper-refusal';

interface OwnEditsProps {
  readonly order: OwnOrder;
  readonly source: OrderSource;
}

/** What the shop asks the buyer about their order: each change with its answer, first of all that is on the page. */
export function OwnEdits({ order, source }: OwnEditsProps) {
  const { t, i18n } = useTranslation('shopper');
  const asked = useQuery({ queryKey: [...source.key, 'edits', order.updatedAt], queryFn: () => source.edits() });
  const edits = asked.data?.edits ?? [];
  const last = edits.find(({ state }) => state !== 'waiting');
  return (
    <>
      {edits
        .filter(({ state }) => state === 'waiting')
        .map(({ draftId }) => (
          <AskedEdit key={draftId} draftId={draftId} source={source} />
        ))}
      {last !== undefined && (last.state === 'agreed' || last.state === 'declined' || last.state === 'outdated') && (
        <Alert color={last.state === 'agreed' ? 'green' : 'gray'} role="status">
          {t(`edits.state.${last.state}`, { day: day(last.answeredAt ?? last.askedAt, i18n.language) })}
        </Alert>
      )}
    </>
  );
}

const ASKED_ANEW: ReadonlySet<string> = new Set(['totals_mismatch', 'consent_closed']);

function AskedEdit({ draftId, source }: { readonly draftId: string; readonly source: OrderSource }) {
  const { t, i18n } = useTranslation('shopper');
  const asked = useQuery({ queryKey: [...source.key, 'edits', draftId], queryFn: () => source.edit(draftId) });
  const [open, { open: show, close }] = useDisclosure(false);
  const again = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: [...source.key] });
    await queries.invalidateQueries({ queryKey: ['shopper', 'orders'] });
  };
  const agree = useMutation({
    mutationFn: ({ question, total }: { question: OwnEdit; total: number }) => source.agree(question, total),
    onSuccess: again,
    // What it comes to, or what is asked, was another by then: it is shown anew before anybody agrees to it.
    onError: (error) => (ASKED_ANEW.has(problemOf(error)?.code ?? '') ? void asked.refetch() : undefined),
  });
  if (asked.data === undefined || asked.data.state !== 'waiting') return null;
  const question = asked.data;
  const { message, expiresAt } = question;
  const { before, after } = question;
  return (
    <Part title={t('edits.title')}>
      <Stack gap="md">
        <Text size="sm">{t('edits.text', { day: day(expiresAt, i18n.language) })}</Text>
        {message !== null && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} fs="italic">
            {message}
          </Text>
        )}
        {after === null ? (
          <Alert color="yellow" icon={<IconPencilQuestion />} role="status">
            {t('edits.state.outdated')}
          </Alert>
        ) : (
          <OwnEditDifference before={before} after={after} />
        )}
        {agree.error !== null && <ShopperRefusal error={agree.error} />}
        <Group>
          {after !== null && (
            <Button loading={agree.isPending} onClick={() => agree.mutate({ question, total: after.total })}>
              {t('edits.agree')}
            </Button>
          )}
          <Button variant="default" onClick={show}>
            {t('edits.decline')}
          </Button>
        </Group>
      </Stack>
      <Modal
        opened={open}
        onClose={close}
        title={t('edits.declineTitle')}
        centered
        radius="lg"
        closeButtonProps={{ 'aria-label': t('edits.leave') }}
      >
        <DeclineForm question={question} source={source} onLeave={close} onDone={again} />
      </Modal>
    </Part>
  );
}

interface DeclineFormProps {
  readonly question: OwnEdit;
  readonly source: OrderSource;
  readonly onLeave: () => void;
  readonly onDone: () => Promise<void>;
}

function DeclineForm({ question, source, onLeave, onDone }: DeclineFormProps) {
  const { t } = useTranslation('shopper');
  const [reason, setReason] = useState('');
  const decline = useMutation({
    mutationFn: () => source.decline(question, reason),
    onSuccess: async () => {
      onLeave();
      await onDone();
    },
  });
  return (
    <form onSubmit={submitted(() => decline.mutate())}>
      <Stack gap="md">
        <Text size="sm">{t('edits.declineText')}</Text>
        {decline.error !== null && <ShopperRefusal error={decline.error} />}
        <Textarea
          label={t('edits.reason')}
          maxLength={2000}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            {t('edits.leave')}
          </Button>
          <Button type="submit" color="red" loading={decline.isPending}>
            {t('edits.decline')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
