import type { components, RequestOf } from '@docket/sdk';
import { ActionIcon, Button, Group, Menu, Modal, Stack, Switch, TextInput, UnstyledButton } from '@mantine/core';
import { IconBookmarkPlus, IconDots, IconUsers } from '@tabler/icons-react';
import { queryOptions, useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { docket } from '../docket';
import { notify } from '../parts/notify';
import { RefusalText } from '../parts/refusal-text';
import { useMay } from '../session/session';
import classes from './order-list.module.css';
import { orderTally } from './order-pages';
import { type OrderQuery, orderSearch, type OrderSearch } from './order-search';

export type View = components['schemas']['View'];
type ViewInput = RequestOf<'addView'>['body'];

/** More are kept than stand beside each other with their counts. */
const MOST = 30;

export const viewsQuery = queryOptions({
  queryKey: ['orders', 'views'],
  queryFn: async ({ signal }) => (await docket.call('listViews', { query: { limit: MOST } }, { signal })).items,
  staleTime: 60_000,
});

interface SavedViewsProps {
  readonly views: readonly View[];
  readonly search: OrderSearch;
  /** The query as it is asked now, and the columns shown: what saving keeps. */
  readonly query: OrderQuery;
  readonly columns: readonly string[];
  readonly onShow: (search: OrderSearch) => void;
}

/** Saved views with what they find right now, and what can be done with the one that is shown. */
export function SavedViews({ views, search, query, columns, onShow }: SavedViewsProps) {
  const { t, i18n } = useTranslation('order-list');
  const [naming, setNaming] = useState<View | 'new' | null>(null);
  const shown = views.find(({ viewId }) => viewId === search.view);
  const counts = useQueries({
    queries: [{}, ...views.map((view) => view.query)].map((asked, place) => ({
      ...orderTally(asked, false),
      enabled: place === 0 || views[place - 1]?.invalid === null,
    })),
  });
  const countOf = (place: number): string => {
    const count = counts[place]?.data?.count;
    return count === undefined ? '' : `${count.orders.toLocaleString(i18n.language)}${count.exact ? '' : '+'}`;
  };
  const { view: _view, ...filters } = search;
  const isPlain = Object.keys(filters).length === 0;
  return (
    <Group gap={4} wrap="nowrap" align="center">
      <nav className={classes.views} aria-label={t('views')}>
        <ViewLink
          isShown={shown === undefined && isPlain}
          name={t('allOrders')}
          count={countOf(0)}
          onShow={() => onShow({})}
        />
        {views.map((view, place) => (
          <ViewLink
            key={view.viewId}
            isShown={view === shown}
            name={view.name}
            mark={view.shared && <IconUsers size={13} aria-label={t('shared')} />}
            count={view.invalid === null ? countOf(place + 1) : '!'}
            onShow={() => onShow({ ...orderSearch(view.query), view: view.viewId })}
          />
        ))}
      </nav>
      {shown !== undefined ? (
        <ViewMenu view={shown} query={query} columns={columns} onName={setNaming} onGone={() => onShow(filters)} />
      ) : (
        !isPlain && (
          <Button
            size="compact-sm"
            variant="subtle"
            flex="none"
            leftSection={<IconBookmarkPlus size={15} />}
            onClick={() => setNaming('new')}
          >
            {t('saveView')}
          </Button>
        )
      )}
      {naming !== null && (
        <NameView
          view={naming === 'new' ? null : naming}
          content={{ query: naming === 'new' ? query : naming.query, columns: [...columns] }}
          place={naming === 'new' ? views.length : naming.position}
          onClose={() => setNaming(null)}
          onSaved={({ viewId }) => onShow({ ...filters, view: viewId })}
        />
      )}
    </Group>
  );
}

interface ViewLinkProps {
  readonly isShown: boolean;
  readonly name: string;
  readonly count: string;
  readonly mark?: ReactNode;
  readonly onShow: () => void;
}

function ViewLink({ isShown, name, count, mark, onShow }: ViewLinkProps) {
  return (
    <UnstyledButton className={classes.view} aria-current={isShown || undefined} onClick={onShow}>
      {name}
      {mark}
      <span className={classes.count}>{count}</span>
    </UnstyledButton>
  );
}

interface ViewMenuProps {
  readonly view: View;
  readonly query: OrderQuery;
  readonly columns: readonly string[];
  readonly onName: (view: View | 'new') => void;
  readonly onGone: () => void;
}

function ViewMenu({ view, query, columns, onName, onGone }: ViewMenuProps) {
  const { t } = useTranslation('order-list');
  const client = useQueryClient();
  const mayChange = useMay('settings.edit') || view.mine;
  const done = (): Promise<void> => client.invalidateQueries({ queryKey: viewsQuery.queryKey });
  const failed = (error: unknown): void => {
    notify({ color: 'red', title: t('notSaved'), message: <RefusalText error={error} /> });
  };
  const change = useMutation({
    mutationFn: (content: ViewInput) => docket.call('changeView', { path: { viewId: view.viewId }, body: content }),
    onSuccess: done,
    onError: failed,
  });
  const remove = useMutation({
    mutationFn: () => docket.call('removeView', { path: { viewId: view.viewId } }),
    onSuccess: async () => {
      onGone();
      await done();
    },
    onError: failed,
  });
  const { name, shared, position } = view;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('viewMenu', { name })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayChange && (
          <>
            <Menu.Item onClick={() => change.mutate({ name, shared, position, query, columns: [...columns] })}>
              {t('keepAsIs')}
            </Menu.Item>
            <Menu.Item onClick={() => onName(view)}>{t('rename')}</Menu.Item>
          </>
        )}
        <Menu.Item onClick={() => onName('new')}>{t('saveAsNew')}</Menu.Item>
        {mayChange && (
          <Menu.Item color="red" onClick={() => remove.mutate()}>
            {t('removeView')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface NameViewProps {
  /** Null: a new one. */
  readonly view: View | null;
  readonly content: Pick<ViewInput, 'query' | 'columns'>;
  readonly place: number;
  readonly onClose: () => void;
  readonly onSaved: (view: View) => void;
}

function NameView({ view, content, place, onClose, onSaved }: NameViewProps) {
  const { t } = useTranslation('order-list');
  const client = useQueryClient();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const save = useMutation({
    mutationFn: (): Promise<View> => {
      const body: ViewInput = { ...content, name: name.trim(), shared, position: place };
      return view === null
        ? docket.call('addView', { body })
        : docket.call('changeView', { path: { viewId: view.viewId }, body });
    },
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: viewsQuery.queryKey });
      onSaved(saved);
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={view === null ? t('saveView') : t('rename')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={t('viewName')}
            maxLength={100}
            required
            data-autofocus
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Switch
            label={t('shareView')}
            checked={shared}
            onChange={({ currentTarget }) => setShared(currentTarget.checked)}
          />
          {save.isError && <RefusalText error={save.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
