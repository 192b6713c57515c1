import type pg from 'pg';
import { findByWords, hasAllWords, longestFirst, type WordTable, wordsOf } from '../database/find-by-words.js';
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

const WORDS: WordTable = {
  rows: 'customers',
  words: 'customer_words',
  key: 'customer_id',
  columns: CUSTOMER_COLUMNS,
};

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
    const found = await findByWords<Customer>(client, WORDS, account, words, { after, limit });
    return found.map(({ word, ...customer }) => ({ customer, place: [word, customer.customerId] }));
  });
}

/** What words must begin with; a mail address is one word. */
async function beginningsOf(client: pg.ClientBase, text: string): Promise<readonly string[]> {
  const runs = text.split(/\s+/u).filter((run) => run !== '');
  const plain = await wordsOf(client, runs.filter((run) => !run.includes('@')).join(' '));
  return longestFirst([...runs.filter((run) => run.includes('@')).map(normalisedAddress), ...plain]);
}

interface AddressSearch {
  readonly address: string;
  readonly words: readonly string[];
  readonly after: readonly string[] | undefined;
  readonly limit: number;
}

async function byAddress(
  client: pg.ClientBase,
  account: string,
  { address, words, after = [''], limit }: AddressSearch,
): Promise<readonly FoundCustomer[]> {
  const { rows } = await query<Customer>(
    client,
    {
      name: 'customers_by_address',
      text: `select ${CUSTOMER_COLUMNS} from customers r
              where account = $1 and address = $3 and customer_id > $4 and ${hasAllWords(WORDS)}
              order by customer_id limit $5`,
    },
    [account, words, address, after[0], limit],
  );
  return rows.map((customer) => ({ customer, place: [customer.customerId] }));
}
