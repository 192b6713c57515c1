import { Badge, Select, Table, Text, UnstyledButton } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { AnswerOf } from '@docket/sdk';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { Listed, ListTable } from '../parts/listed';
import { MomentText } from '../parts/moment-text';
import { PageFrame } from '../parts/page-frame';
import { SideDrawer } from '../parts/side-drawer';
import { Empty } from '../parts/state-of-page';
import { OpenedMail } from './opened-mail';

type State = AnswerOf<'listMails'>['mails'][number]['state'];

const COLOURS: Readonly<Record<State, string>> = {
  queued: 'blue',
  sent: 'teal',
  kept: 'gray',
  failed: 'red',
  withheld: 'gray',
};
const STATES = Object.keys(COLOURS) as State[];

/** The outbox: what Docket wrote to whom, and what became of it. */
export function MailsPage() {
  const { t } = useTranslation('integration');
  const [state, setState] = useState<State | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const pages = useInfiniteQuery({
    queryKey: ['mails', 'list', state],
    refetchInterval: 10_000,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      docket.call('listMails', {
        query: {
          limit: 50,
          ...(state === null ? {} : { state }),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
      }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <PageFrame
      title={t('mails.title')}
      actions={
        <Select
          size="xs"
          clearable
          aria-label={t('state')}
          placeholder={t('mails.anyState')}
          value={state}
          onChange={(chosen) => setState(STATES.find((one) => one === chosen) ?? null)}
          data={STATES.map((one) => ({ value: one, label: t(`mails.states.${one}`) }))}
        />
      }
    >
      <Listed
        pages={pages}
        rowsOf={(page) => page.mails}
        empty={<Empty icon={<IconMail />} title={t('mails.none')} text={t('mails.noneText')} />}
      >
        {(rows) => (
          <ListTable
            minWidth={560}
            columns={[
              { name: t('kind') },
              { name: t('state') },
              { name: t('mails.written') },
              { name: t('feeds.order') },
              { name: t('tasks.tries'), figures: true },
            ]}
          >
            {rows.map((mail) => (
              <Table.Tr key={mail.id}>
                <Table.Td>
                  <UnstyledButton fz="sm" fw={500} td="underline" onClick={() => setOpened(mail.id)}>
                    {t(`mails.kinds.${mail.kind}`, mail.kind)}
                  </UnstyledButton>
                  {mail.lastError !== null && (
                    <Text size="xs" c="var(--mantine-color-error)">
                      {mail.lastError}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <Badge variant="dot" color={COLOURS[mail.state]} tt="none" fw={500}>
                    {t(`mails.states.${mail.state}`)}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <MomentText at={mail.createdAt} />
                </Table.Td>
                <Table.Td>{mail.orderId ?? '–'}</Table.Td>
                <Table.Td ta="right">{mail.attempts}</Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
        )}
      </Listed>
      <SideDrawer opened={opened !== null} onClose={() => setOpened(null)} title={t('mails.mail')}>
        {opened !== null && <OpenedMail id={opened} />}
      </SideDrawer>
    </PageFrame>
  );
}
