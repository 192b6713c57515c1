import type pg from 'pg';
import { query, withAccounts } from '../database/pool.js';
import { normalisedAddress } from '../personal-data/keys.js';
import { type Customer, CUSTOMER_COLUMNS } from './customers.js';

/** Whom to look for; what is given must all hold. */
export interface CustomerSearch {
  /** The mail address, whatever its capitals. */
  readonly email?: string;
  /** Beginnings of names, of the company and of the mail address, between blanks. */
  readonly text?: string;
  /** The place of the last one found before. */
  readonly after?: readonly string[];
  readonly limit: number;
}

/** A customer with its place in the answer: word and id where words were looked for, the id alone by mail address. */
export interface FoundCustomer {
  readonly customer: Customer;
  readonly place: readonly string[];
}

/** Customers by mail address in the order of their ids, else by words in the order of the longest one looked for. */
export async function findCustomers(
  pool: pg.Pool,
  account: string,
  { email, text, after, limit }: CustomerSearch,
): Promise<readonly FoundCustomer[]> {
  return withAccounts(pool, [account], async (client) => {
    const words = text === undefined ? [] : await beginningsOf(client, text);
    if (email !== undefined)
      return byAddress(client, account, { address: normalisedAddress(email), words, after, limit });
    const [first, ...others] = words;
    return first === undefined ? [] : byWords(client, account, { first, others, after, limit });
  });
}

interface Page {
  readonly after: readonly string[] | undefined;
  readonly limit: number;
}

/** What words must begin with, the longest first: it is in the fewest customers. */
async function beginningsOf(client: pg.ClientBase, text: string): Promise<readonly string[]> {
  const runs = text.split(/\s+/u).filter((run) => run !== '');
  const { rows } = await query<{ word: string }>(
    client,
    { name: 'words_of', text: 'select word from words_of($1) as word' },
    [runs.filter((run) => !run.includes('@')).join(' ')],
  );
  const words = [...runs.filter((run) => run.includes('@')).map(normalisedAddress), ...rows.map(({ word }) => word)];
  return words.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Behind every text that begins with the word: no character is greater. */
const endOf = (word: string): string => `${word}\u{10ffff}`;

/** Customer `c` has words that begin with all of $2. */
const hasAll = `not exists (
  select from unnest($2::text[]) as wanted
   where not exists (select from customer_words has
                      where has.account = $1 and has.customer_id = c.customer_id
                        and has.word >= wanted and has.word < wanted || chr(1114111)))`;

async function byAddress(
  client: pg.ClientBase,
  account: string,
  { address, words, after = [''], limit }: Page & { readonly address: string; readonly words: readonly string[] },
): Promise<readonly FoundCustomer[]> {
  const { rows } = await query<Customer>(
    client,
    {
      name: 'customers_by_address',
      text: `select ${CUSTOMER_COLUMNS} from customers c
              where account = $1 and address = $3 and customer_id > $4 and ${hasAll}
              order by customer_id limit $5`,
    },
    [account, words, address, after[0], limit],
  );
  return rows.map((customer) => ({ customer, place: [customer.customerId] }));
}

/** Walks the words that begin with `first`; a customer with several of them is answered at the first one. */
async function byWords(
  client: pg.ClientBase,
  account: string,
  { first, others, after = [first, ''], limit }: Page & { readonly first: string; readonly others: readonly string[] },
): Promise<readonly FoundCustomer[]> {
  const { rows } = await query<Customer & { word: string }>(
    client,
    {
      name: 'customers_by_words',
      text: `select ${CUSTOMER_COLUMNS}, word
               from (select c.*, w.word
                       from customer_words w
                       join customers c on c.account = $1 and c.customer_id = w.customer_id
                      where w.account = $1 and w.word >= $3 and w.word < $4 and (w.word, w.customer_id) > ($5, $6)
                        and not exists (select from customer_words before
                                         where before.account = $1 and before.customer_id = w.customer_id
                                           and before.word >= $3 and before.word < w.word)
                        and ${hasAll}
                      order by w.word, w.customer_id limit $7) as found
              order by word, customer_id`,
    },
    [account, others, first, endOf(first), after[0], after[1], limit],
  );
  return rows.map(({ word, ...customer }) => ({ customer, place: [word, customer.customerId] }));
}
