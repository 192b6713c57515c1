import type { OrderRow } from '@docket/sdk';
import { Button, CloseButton, Group, Modal, Paper, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { IconCopy, IconTag, IconUserPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { money } from '../format/money';
import { copyText } from '../parts/copy-text';
import { notify } from '../parts/notify';
import { PaperButton } from '../parts/paper-button';
import { RefusalText } from '../parts/refusal-text';
import { useMay } from '../session/session';
import { numberOf } from './order-columns';

interface ChosenBarProps {
  readonly orders: readonly OrderRow[];
  readonly onNone: () => void;
}

/** What the chosen orders come to, and what can be done with all of them at once. */
export function ChosenBar({ orders, onNone }: ChosenBarProps) {
  const { t, i18n } = useTranslation('order-list');
  const mayEdit = useMay('orders.edit');
  const mayShip = useMay('orders.ship');
  const [asking, setAsking] = useState<'tags' | 'assignee' | null>(null);
  const copy = async (): Promise<void> => {
    const copied = await copyText(orders.map(numberOf).join('\n'));
    notify(
      copied ? { message: t('copied', { count: orders.length }) } : { color: 'red', message: t('shell:notCopied') },
    );
  };
  return (
    <Paper withBorder px="sm" py={6} role="region" aria-label={t('chosen', { count: orders.length })}>
      <Group gap="xs">
        <CloseButton size="sm" aria-label={t('chooseNone')} onClick={onNone} />
        <Text size="sm" fw={600}>
          {t('chosen', { count: orders.length })}
        </Text>
        <Text size="sm" c="dimmed" className="figure">
          {sumsOf(orders)
            .map(([currency, sum]) => money(sum, currency, i18n.language))
            .join(' · ')}
        </Text>
        <Button size="compact-sm" variant="subtle" leftSection={<IconCopy size={15} />} onClick={() => void copy()}>
          {t('copyNumbers')}
        </Button>
        {mayShip && (
          <PaperButton
            path={pickListOf(orders)}
            size="compact-sm"
            disabled={orders.length > MOST_PICKED}
            {...(orders.length > MOST_PICKED ? { title: t('pickListMost', { count: MOST_PICKED }) } : {})}
          >
            {t('pickList')}
          </PaperButton>
        )}
        {mayEdit && (
          <>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconTag size={15} />}
              onClick={() => setAsking('tags')}
            >
              {t('addTags')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconUserPlus size={15} />}
              onClick={() => setAsking('assignee')}
            >
              {t('assign')}
            </Button>
          </>
        )}
      </Group>
      {asking !== null && <Ask what={asking} orders={orders} onClose={() => setAsking(null)} />}
    </Paper>
  );
}

/** Orders of one pick list, as the server takes them. */
const MOST_PICKED = 100;

const pickListOf = (orders: readonly OrderRow[]): string =>
  `/api/v1/admin/pick-list.pdf?${new URLSearchParams(orders.map(({ orderId }) => ['orderId', orderId])).toString()}`;

function sumsOf(orders: readonly OrderRow[]): [string, number][] {
  const sums = new Map<string, number>();
  for (const { currency, total } of orders) {
    if (total !== null) sums.set(currency, (sums.get(currency) ?? 0) + total);
  }
  return [...sums];
}

interface AskProps {
  readonly what: 'tags' | 'assignee';
  readonly orders: readonly OrderRow[];
  readonly onClose: () => void;
}

/** One order after the other: each has its own answer, and those that were refused are told. */
function Ask({ what, orders, onClose }: AskProps) {
  const { t } = useTranslation('order-list');
  const [tags, setTags] = useState<string[]>([]);
  const [assignee, setAssignee] = useState('');
  const send = useMutation({
    mutationFn: async () => {
      const refusals: unknown[] = [];
      for (const { orderId } of orders) {
        const answer =
          what === 'tags'
            ? docket.orders.command(orderId, 'change_tags', { add: tags })
            : docket.orders.command(orderId, 'assign', { assignee: assignee.trim() === '' ? null : assignee.trim() });
        await answer.catch((error: unknown) => refusals.push(error));
      }
      return refusals;
    },
    onSuccess: (refusals) => {
      onClose();
      const [first] = refusals;
      notify({
        title: t('changed', { count: orders.length - refusals.length }),
        color: first === undefined ? 'green' : 'red',
        message:
          first === undefined ? null : (
            <>
              <Text size="sm">{t('refused', { count: refusals.length })}</Text>
              <RefusalText error={first} />
            </>
          ),
      });
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={what === 'tags' ? t('addTags') : t('assign')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate();
        }}
      >
        <Stack>
          {what === 'tags' ? (
            <TagsInput
              label={t('filter.tag')}
              placeholder={t('typeAndEnter')}
              acceptValueOnBlur
              data-autofocus
              value={tags}
              onChange={setTags}
            />
          ) : (
            <TextInput
              label={t('filter.assignee')}
              description={t('emptyTakesAway')}
              maxLength={100}
              data-autofocus
              value={assignee}
              onChange={({ currentTarget }) => setAssignee(currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={send.isPending} disabled={what === 'tags' && tags.length === 0}>
              {t('apply', { count: orders.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
