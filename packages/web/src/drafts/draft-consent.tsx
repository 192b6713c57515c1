import { Alert, Button, Group, Modal, NumberInput, Stack, Switch, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMailQuestion } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { moment } from '../format/moments';
import { type Order, orderKey } from '../order/order-queries';
import { Refused } from '../parts/refused';
import { submitted } from '../parts/submitted';
import type { Found } from './draft-queries';

interface DraftConsentProps {
  readonly order: Order;
  readonly found: Found;
  /** What is asked about is what was saved. */
  readonly isSaved: boolean;
}

const USUAL_DAYS = 7;

/** Whether the buyer was asked about a draft and what they said; asking them, and withdrawing the question. */
export function DraftConsent({ order, found, isSaved }: DraftConsentProps) {
  const { t, i18n } = useTranslation('drafts');
  const queries = useQueryClient();
  const [open, { open: show, close }] = useDisclosure(false);
  const { draftId, state, consent, consentNeeded } = found;
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: orderKey(order.orderId) });
  const withdrawing = useMutation({
    mutationFn: () => docket.call('withdrawQuestion', { path: { draftId }, body: {} }),
    onSettled: again,
  });
  const when = (at: string): string => moment(at, i18n.language);
  const question = consent as unknown as {
    readonly askedAt: string;
    readonly expiresAt: string;
    readonly answer: string | null;
    readonly answeredAt: string | null;
    readonly message: string | null;
    readonly reason: string | null;
  } | null;
  const isWaiting = state === 'awaiting_consent';
  const isUndecided = isWaiting || state === 'open';
  return (
    <Stack gap="sm">
      {isWaiting && question !== null && (
        <Alert color="blue" icon={<IconMailQuestion />} title={t('consent.waits')} role="status">
          <Text size="sm">{t('consent.asked', { at: when(question.askedAt), until: when(question.expiresAt) })}</Text>
          {question.message !== null && (
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} fs="italic">
              {question.message}
            </Text>
          )}
          <Text size="sm">{t('consent.editing')}</Text>
        </Alert>
      )}
      {!isWaiting && question?.answer != null && (
        <Alert
          color={question.answer === 'agreed' ? 'green' : 'yellow'}
          role="status"
          title={t(`consent.${question.answer}`, { at: when(question.answeredAt ?? question.askedAt) })}
        >
          {question.reason !== null && (
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {question.reason}
            </Text>
          )}
        </Alert>
      )}
      {consentNeeded && !isWaiting && (
        <Alert color="yellow" role="status">
          {t('consent.needed')}
        </Alert>
      )}
      <Refused error={withdrawing.error} />
      {isUndecided && (
        <Group>
          <Button variant="default" leftSection={<IconMailQuestion size={16} />} disabled={!isSaved} onClick={show}>
            {t(isWaiting ? 'consent.askAgain' : 'consent.ask')}
          </Button>
          {isWaiting && (
            <Button variant="default" loading={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
              {t('consent.withdraw')}
            </Button>
          )}
        </Group>
      )}
      <Modal
        opened={open}
        onClose={close}
        title={t('consent.title')}
        centered
        closeButtonProps={{ 'aria-label': t('consent.leave') }}
      >
        <AskForm draftId={draftId} revision={found.revision} onLeave={close} onDone={again} />
      </Modal>
    </Stack>
  );
}

interface AskFormProps {
  readonly draftId: string;
  /** The buyer is asked about what is on the screen. */
  readonly revision: number;
  readonly onLeave: () => void;
  readonly onDone: () => Promise<void>;
}

function AskForm({ draftId, revision, onLeave, onDone }: AskFormProps) {
  const { t } = useTranslation('drafts');
  const [days, setDays] = useState(USUAL_DAYS);
  const [message, setMessage] = useState('');
  const [mail, setMail] = useState(true);
  const asking = useMutation({
    mutationFn: async () => {
      const written = message.trim() === '' ? {} : { message: message.trim() };
      const headers = { 'if-match': `"${revision}"` };
      await docket.call('askBuyer', { path: { draftId }, body: { days, mail, ...written } }, { headers });
      onLeave();
      await onDone();
    },
  });
  return (
    <form onSubmit={submitted(() => asking.mutate())}>
      <Stack gap="md">
        <Text size="sm">{t('consent.text')}</Text>
        <Textarea
          label={t('consent.message')}
          maxLength={500}
          autosize
          minRows={2}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
        />
        <NumberInput
          label={t('consent.days')}
          min={1}
          max={60}
          allowDecimal={false}
          value={days}
          onChange={(next) => setDays(typeof next === 'number' ? next : USUAL_DAYS)}
        />
        <Switch
          label={t('consent.mail')}
          description={t('consent.mailText')}
          checked={mail}
          onChange={(event) => setMail(event.currentTarget.checked)}
        />
        <Refused error={asking.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            {t('consent.leave')}
          </Button>
          <Button type="submit" loading={asking.isPending}>
            {t('consent.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
