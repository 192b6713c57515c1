import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { submitted } from '../parts/submitted';
import { queries } from '../queries';
import type { OrderSource, OwnOrder } from './order-source';
import { ShopperRefusal } from './shopper-refusal';

interface CancelRequestProps {
  readonly order: OwnOrder;
  readonly source: OrderSource;
}

/** Asking to cancel: offered where the server says it may be asked, explained where it says why not. */
export function CancelRequest({ order, source }: CancelRequestProps) {
  const { t } = useTranslation('shopper');
  const [open, { open: show, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const ask = useMutation({
    mutationFn: () => source.askToCancel(reason),
    onSuccess: async (after) => {
      queries.setQueryData([...source.key, 'order'], after);
      close();
      await queries.invalidateQueries({ queryKey: [...source.key, 'timeline'] });
      await queries.invalidateQueries({ queryKey: ['shopper', 'orders'] });
    },
  });
  const { possible, refused, meaning } = order.mayCancel;
  if (!possible) {
    // What the note at the top of the page says is not said twice.
    if (refused === 'order_cancelled' || refused === 'cancellation_pending') return null;
    return (
      <Text size="sm" c="dimmed">
        {t('cancel.impossible')} {t(`refusals.${refused ?? ''}`, { defaultValue: meaning ?? '', nsSeparator: false })}
      </Text>
    );
  }
  return (
    <Group>
      <Button variant="default" onClick={show}>
        {t('cancel.button')}
      </Button>
      <Modal
        opened={open}
        onClose={close}
        title={t('cancel.title')}
        centered
        radius="lg"
        closeButtonProps={{ 'aria-label': t('cancel.keep') }}
      >
        <form onSubmit={submitted(() => ask.mutate())}>
          <Stack gap="md">
            <Text size="sm">{t('cancel.text')}</Text>
            {ask.error !== null && <ShopperRefusal error={ask.error} />}
            <Textarea
              label={t('cancel.reason')}
              maxLength={2000}
              autosize
              minRows={2}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('cancel.keep')}
              </Button>
              <Button type="submit" color="red" loading={ask.isPending}>
                {t('cancel.confirm')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </Group>
  );
}
