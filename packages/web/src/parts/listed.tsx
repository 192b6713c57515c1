import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { More } from './more';
import { Failed, Waiting } from './state-of-page';

/** What `useInfiniteQuery` tells, as far as a list shows it. */
interface Pages<Page> {
  readonly data: { readonly pages: readonly Page[] } | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  refetch(): unknown;
  fetchNextPage(): unknown;
}

interface ListedProps<Page, Row> {
  readonly pages: Pages<Page>;
  readonly rowsOf: (page: Page) => readonly Row[];
  /** In place of a list without rows. */
  readonly empty: ReactNode;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A list that is asked for page by page: grey lines, what went wrong, nothing yet, or its rows with the way to more. */
export function Listed<Page, Row>({ pages, rowsOf, empty, children }: ListedProps<Page, Row>) {
  if (pages.isPending) return <Waiting />;
  const rows = pages.data?.pages.flatMap(rowsOf) ?? [];
  return (
    <>
      {pages.error !== null && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
      {rows.length > 0 && children(rows)}
      {rows.length === 0 && pages.error === null && empty}
      <More pages={pages} />
    </>
  );
}

interface Column {
  /** Its heading; an empty one is a column of buttons. */
  readonly name: string;
  /** Figures stand on the right. */
  readonly figures?: boolean;
}

interface ListTableProps {
  readonly columns: readonly Column[];
  /** Pixels below which the table scrolls sideways. */
  readonly minWidth: number;
  /** Rows: `Table.Tr`. */
  readonly children: ReactNode;
}

export function ListTable({ columns, minWidth, children }: ListTableProps) {
  return (
    <Table.ScrollContainer minWidth={minWidth}>
      <Table verticalSpacing="xs" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ name, figures = false }) => (
              <Table.Th key={name} ta={figures ? 'right' : undefined}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
