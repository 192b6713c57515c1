import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { type CommandName, DocketProblem, type Preview } from '@docket/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket, problemOf } from '../../docket';
import { notify } from '../../parts/notify';
import { RefusalText } from '../../parts/refusal-text';
import { SideDrawer } from '../../parts/side-drawer';
import { type Order, orderKey, presentQuery } from '../order-queries';
import { ActionForm } from './action-form';
import { askedFields, type Typed, wordsOf } from './command-fields';
import { OutdatedDifference } from './outdated-difference';
import { PreviewEffects } from './preview-effects';

interface ActionDrawerProps {
  readonly order: Order;
  /** Null: nothing is being asked. */
  readonly command: string | null;
  /** What is filled in from the start. */
  readonly typed?: Typed;
  readonly onClose: () => void;
}

/** Asks for the fields of a command, shows what it would do, and does it only then. */
export function ActionDrawer({ order, command, typed, onClose }: ActionDrawerProps) {
  const { t } = useTranslation('order');
  return (
    <SideDrawer
      opened={command !== null}
      onClose={onClose}
      title={command === null ? '' : t(`command.${command}`, { defaultValue: command.replaceAll('_', ' ') })}
    >
      {command !== null && (
        <Asking key={command} order={order} command={command} typed={typed ?? {}} onClose={onClose} />
      )}
    </SideDrawer>
  );
}

interface AskingProps extends ActionDrawerProps {
  readonly command: string;
  readonly typed: Typed;
}

function Asking({ order, command, typed: first, onClose }: AskingProps) {
  const { t } = useTranslation('order');
  const [typed, setTyped] = useState<Typed>(first);
  const [reason, setReason] = useState('');
  const { preview, commit, shown } = useTwoSteps(order, command, { typed, reason }, onClose);
  const failure = commit.error ?? preview.error;
  const outdated = failure instanceof DocketProblem && failure.code === 'preview_outdated' ? failure.problem : null;
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t(`does.${command}`, { defaultValue: '' })}
      </Text>
      {failure !== null && (
        <Alert
          color={outdated === null ? 'red' : 'yellow'}
          icon={<IconAlertCircle />}
          role="alert"
          title={t(outdated === null ? 'actions.refused' : 'actions.outdated')}
        >
          {outdated === null ? (
            <Refused error={failure} />
          ) : (
            <OutdatedDifference problem={outdated} currency={order.currency} />
          )}
        </Alert>
      )}
      {shown === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            preview.mutate();
          }}
        >
          <Stack gap="sm">
            <ActionForm order={order} fields={askedFields(command, typed)} typed={typed} onType={setTyped} />
            <TextInput
              label={t('actions.reason')}
              description={t('actions.reasonHint')}
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('actions.leave')}
              </Button>
              <Button type="submit" loading={preview.isPending}>
                {t('actions.preview')}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <>
          <PreviewEffects preview={shown} order={order} />
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => {
                preview.reset();
                commit.reset();
              }}
            >
              {t('actions.change')}
            </Button>
            {commit.error === null ? (
              <Button data-autofocus loading={commit.isPending} onClick={() => commit.mutate(shown.token)}>
                {t('actions.commit')}
              </Button>
            ) : (
              <Button
                loading={preview.isPending}
                onClick={() => {
                  commit.reset();
                  preview.mutate();
                }}
              >
                {t('actions.previewAgain')}
              </Button>
            )}
          </Group>
        </>
      )}
    </Stack>
  );
}

/** The server's own words first, then where in the form it is. */
function Refused({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('order');
  const pointer = problemOf(error)?.pointer;
  return (
    <>
      <RefusalText error={error} />
      {pointer !== undefined && pointer !== '' && (
        <Text size="xs" c="dimmed">
          {t('actions.where', { pointer: pointer.replace(/^\//, '').replaceAll('/', ' ') })}
        </Text>
      )}
    </>
  );
}

/** A preview, and its commit by token. The answer of the commit is the order: the page needs no second look. */
function useTwoSteps(order: Order, command: string, { typed, reason }: Asked, onDone: () => void) {
  const { t } = useTranslation('order');
  const { orderId } = order;
  const queries = useQueryClient();
  const preview = useMutation({
    mutationFn: (): Promise<Preview> =>
      // The forms are made from descriptions, so the compiler cannot pair a name with its words; the server does.
      docket.orders.preview(orderId, command as CommandName, wordsOf(command, typed) as never, {
        headers: reason.trim() === '' ? {} : { 'docket-reason': encodeURIComponent(reason.trim()) },
      }),
  });
  const commit = useMutation({
    mutationFn: (token: string) => docket.orders.commit(token),
    onSuccess: (after) => {
      if ('allowed' in after) queries.setQueryData(presentQuery(orderId).queryKey, after);
      void queries.invalidateQueries({ queryKey: orderKey(orderId) });
      void queries.invalidateQueries({ queryKey: ['orders'] });
      notify({ color: 'green', message: t('actions.done', { command: t(`command.${command}`) }) });
      onDone();
    },
  });
  return { preview, commit, shown: preview.data ?? null };
}

interface Asked {
  readonly typed: Typed;
  /** Stands beside the events for ever; the server has a word of its own where it is empty. */
  readonly reason: string;
}
