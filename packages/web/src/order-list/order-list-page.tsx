import { Button, Group } from '@mantine/core';
import { useInterval, useMediaQuery } from '@mantine/hooks';
import { IconArrowUp, IconInbox, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageFrame } from '../parts/page-frame';
import { Empty, Failed, Waiting } from '../parts/state-of-page';
import { holds, useMay, useStanding } from '../session/session';
import { ChosenBar } from './chosen-bar';
import { FilterBar } from './filter-bar';
import { useColumns, useVocabulary } from './list-choices';
import { ListFigures } from './list-figures';
import { type KeyAct, KeysHelp, useListKeys } from './list-keys';
import { ListTools } from './list-tools';
import { useLiveOrders } from './live-orders';
import { COLUMNS, type Showing } from './order-columns';
import { orderAddress } from './order-line';
import classes from './order-list.module.css';
import { orderPages, rowsOf } from './order-pages';
import { filtersOf, orderSearch, type OrderSearch, queryOf } from './order-search';
import { OrderTable, type TableHandle } from './order-table';
import { SavedViews, viewsQuery } from './saved-views';
import { SearchBox } from './search-box';
import { useChosen } from './chosen-orders';

/** All orders of the account: found, sorted, chosen, and kept as they are while one looks. */
export function OrderListPage(): ReactElement {
  const { t } = useTranslation('order-list');
  const asked: unknown = useSearch({ from: '/desk/orders' });
  const search = asked as OrderSearch;
  const navigate = useNavigate({ from: '/orders' });
  const { history } = useRouter();
  const mayFindPeople = useMay('personal.view');
  const query = useMemo(() => queryOf(search, mayFindPeople), [search, mayFindPeople]);
  const list = useInfiniteQuery(orderPages(query));
  const rows = useMemo(() => rowsOf(list.data), [list.data]);
  const live = useLiveOrders(query);
  const { data: views = [] } = useQuery(viewsQuery);
  const view = views.find(({ viewId }) => viewId === search.view);
  const [names, keepColumns] = useColumns(view?.viewId, view?.columns);
  const [vocabulary, keepVocabulary] = useVocabulary();
  const asCards = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false });
  const columns = useShownColumns(names);
  const showing = useShowing(vocabulary);
  const chosen = useChosen(rows, query);
  const [active, setActive] = useState<number | null>(null);
  const [helping, setHelping] = useState(false);
  const table = useRef<TableHandle>(null);
  const box = useRef<HTMLInputElement>(null);

  const show = useCallback(
    (next: OrderSearch): void => {
      setActive(null);
      void navigate({ search: next, replace: true });
    },
    [navigate],
  );
  const change = (changed: Partial<Record<keyof OrderSearch, unknown>>): void => {
    const next = orderSearch({ ...search, ...changed });
    const { view: _view, ...rest } = next;
    show(Object.keys(rest).length === 0 ? {} : next);
  };
  // A link may name a view alone.
  const isBareView = view !== undefined && Object.keys(search).length === 1;
  useEffect(() => {
    if (isBareView && Object.keys(view.query).length > 0)
      void navigate({ search: { ...orderSearch(view.query), view: view.viewId }, replace: true });
  }, [isBareView, view, navigate]);

  const activate = (index: number): void => {
    const next = Math.min(Math.max(index, 0), rows.length - 1);
    if (next < 0) return;
    setActive(next);
    table.current?.show(next);
  };
  useListKeys((name: KeyAct) => {
    const row = active === null ? undefined : rows[active];
    switch (name) {
      case 'next':
        return activate((active ?? -1) + 1);
      case 'previous':
        return activate((active ?? 1) - 1);
      case 'open':
        return row === undefined ? undefined : history.push(orderAddress(row.orderId));
      case 'choose':
        return active === null ? undefined : chosen.toggle(active, false);
      case 'search':
        return box.current?.focus();
      case 'leave':
        return chosen.orders.length > 0 ? chosen.none() : setActive(null);
      case 'help':
        return setHelping(true);
    }
  });
  const { fetchNextPage, isFetchingNextPage } = list;
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const isFiltered = search.q !== undefined || filtersOf(search).length > 0;

  return (
    <PageFrame
      title={t('title')}
      fills
      actions={
        <Group gap={6} flex="1 1 300px" justify="flex-end" wrap="nowrap">
          <SearchBox text={search.q ?? ''} box={box} onSearch={(q) => change({ q: q === '' ? undefined : q })} />
          <ListTools
            search={search}
            query={query}
            columns={names}
            vocabulary={vocabulary}
            asCards={asCards}
            onSort={change}
            onColumns={keepColumns}
            onVocabulary={keepVocabulary}
            onHelp={() => setHelping(true)}
          />
        </Group>
      }
    >
      <div className={classes.screen}>
        <SavedViews views={views} search={search} query={query} columns={names} onShow={show} />
        <FilterBar search={search} vocabulary={vocabulary} rows={rows} onChange={change} />
        {chosen.orders.length > 0 ? (
          <ChosenBar orders={chosen.orders} onNone={chosen.none} />
        ) : (
          <ListFigures query={query} />
        )}
        <div className={classes.table}>
          {live.arrived > 0 && (
            <Button
              className={classes.arrived}
              size="compact-sm"
              radius="xl"
              leftSection={<IconArrowUp size={14} />}
              onClick={() => void live.showArrived().then(() => table.current?.show(0))}
            >
              {t('arrived', { count: live.arrived })}
            </Button>
          )}
          {list.isError && rows.length === 0 ? (
            <Failed error={list.error} onRetry={() => void list.refetch()} />
          ) : list.isPending || (list.isPlaceholderData && rows.length === 0) ? (
            <Waiting lines={14} height={30} />
          ) : rows.length === 0 ? (
            <NoOrders isFiltered={isFiltered} onAll={() => show({})} />
          ) : (
            <OrderTable
              rows={rows}
              columns={columns}
              showing={showing}
              asCards={asCards}
              hasMore={list.hasNextPage}
              isOld={list.isPlaceholderData}
              active={active}
              chosen={chosen.ids}
              changed={live.changed}
              sorted={search}
              handle={table}
              onMore={more}
              onSort={(sort) => change(sortedBy(sort, search))}
              onChoose={chosen.toggle}
              onChooseAll={chosen.all}
            />
          )}
        </div>
        <KeysHelp opened={helping} onClose={() => setHelping(false)} />
      </div>
    </PageFrame>
  );
}

/** Pressed again, the other way round. */
function sortedBy(sort: NonNullable<OrderSearch['sort']>, before: OrderSearch): Pick<OrderSearch, 'sort' | 'order'> {
  const first = sort === 'due' ? 'asc' : 'desc';
  if ((before.sort ?? 'created') !== sort) return { sort, order: first };
  const was = before.order ?? first;
  return { sort, order: was === 'asc' ? 'desc' : 'asc' };
}

function useShownColumns(names: readonly string[]) {
  const { membership } = useStanding();
  return useMemo(
    () =>
      COLUMNS.filter(
        ({ name, permission }) => names.includes(name) && (permission === undefined || holds(membership, permission)),
      ),
    [names, membership],
  );
}

/** The time moves on each half minute: lateness is told by it. */
function useShowing(vocabulary: Showing['vocabulary']): Showing {
  const { t, i18n } = useTranslation('order-list');
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 30_000, { autoInvoke: true });
  const language = i18n.language;
  return useMemo(() => ({ t, language, vocabulary, now }), [t, language, vocabulary, now]);
}

function NoOrders({ isFiltered, onAll }: { readonly isFiltered: boolean; readonly onAll: () => void }) {
  const { t } = useTranslation('order-list');
  if (!isFiltered) return <Empty icon={<IconInbox />} title={t('none.title')} text={t('none.text')} />;
  return (
    <Empty
      icon={<IconSearchOff />}
      title={t('noMatch.title')}
      text={t('noMatch.text')}
      action={
        <Button variant="light" mt="sm" onClick={onAll}>
          {t('noMatch.all')}
        </Button>
      }
    />
  );
}
