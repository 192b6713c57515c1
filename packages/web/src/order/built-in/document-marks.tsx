import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../../docket';
import { useDocumentCommand } from '../../documents/use-document-command';
import { notify } from '../../parts/notify';
import { Refused } from '../../parts/refused';
import { SideDrawer } from '../../parts/side-drawer';
import { submitted } from '../../parts/submitted';
import { Fact } from '../fact';
import type { Order } from '../order-queries';
import { Section } from '../section';
import type { BuiltInKind } from './built-in';

interface DocumentMarksProps {
  readonly order: Order;
  readonly kind: BuiltInKind;
  readonly id: string;
}

type Marks = Pick<Order['marks'][number], 'approved' | 'outerId' | 'comment'>;
const UNMARKED: Marks = { approved: false, outerId: null, comment: null };

/** What people say of a built-in document: whether it is approved, what another system calls it, and a comment. */
export function DocumentMarks({ order, kind, id }: DocumentMarksProps) {
  const { t } = useTranslation(['documents', 'shell']);
  const [opened, { open, close }] = useDisclosure(false);
  const marks: Marks = order.marks.find((each) => each.kind === kind && each.documentId === id) ?? UNMARKED;
  const may = order.allowed.some(({ command, allowed }) => command === 'mark_document' && allowed);
  return (
    <Section
      title={t('marks')}
      aside={
        may && (
          <Button size="compact-xs" variant="subtle" leftSection={<IconEdit size={14} />} onClick={open}>
            {t('editMarks')}
          </Button>
        )
      }
    >
      <Stack gap={6}>
        <Fact name={t('approved')}>{t(marks.approved ? 'yes' : 'no')}</Fact>
        <Fact name={t('outerId')}>{marks.outerId ?? '–'}</Fact>
        {marks.comment !== null && (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {marks.comment}
          </Text>
        )}
      </Stack>
      <SideDrawer opened={opened} onClose={close} size="md" title={t('editMarks')}>
        <Editing order={order} kind={kind} id={id} marks={marks} onDone={close} />
      </SideDrawer>
    </Section>
  );
}

interface EditingProps extends DocumentMarksProps {
  readonly marks: Marks;
  readonly onDone: () => void;
}

function Editing({ order, kind, id, marks, onDone }: EditingProps) {
  const { t } = useTranslation(['documents', 'shell']);
  const [changed, setChanged] = useState<Partial<Marks>>({});
  const now = { ...marks, ...changed };
  const mark = useDocumentCommand(
    order.orderId,
    () =>
      docket.call('mark_document', {
        path: { orderId: order.orderId },
        body: { kind, id, ...changed },
      }),
    () => {
      notify({ color: 'green', message: t('marked') });
      onDone();
    },
  );
  const text = (typed: string): string | null => (typed === '' ? null : typed);
  return (
    <form onSubmit={submitted(() => mark.mutate(undefined))}>
      <Stack gap="sm">
        <Checkbox
          label={t('approved')}
          checked={now.approved}
          onChange={({ currentTarget }) => setChanged({ ...changed, approved: currentTarget.checked })}
        />
        <TextInput
          label={t('outerId')}
          description={t('outerIdText')}
          maxLength={100}
          value={now.outerId ?? ''}
          onChange={({ currentTarget }) => setChanged({ ...changed, outerId: text(currentTarget.value) })}
        />
        <Textarea
          label={t('comment')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={now.comment ?? ''}
          onChange={({ currentTarget }) => setChanged({ ...changed, comment: text(currentTarget.value) })}
        />
        <Refused error={mark.error} />
        <Group justify="flex-end">
          <Button type="submit" loading={mark.isPending} disabled={Object.keys(changed).length === 0}>
            {t('shell:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
