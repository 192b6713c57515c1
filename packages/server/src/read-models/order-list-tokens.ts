import { shownValues } from '@docket/core/order/custom-field-changes';
import { type DescribedDocument, describeDocuments } from '@docket/core/order/document-kinds';
import type { Order } from '@docket/core/order/order';
import { facetsOf } from './order-list-facets.js';
import { fold, hash, identifierOf, wordsOf } from './tokenise.js';

/**
 * What a whole value in the tokens stands for, behind it after `=`: `shirt-9=k` is the SKU shirt-9. Behind and not before,
 * so that `shirt-9=` as a prefix finds it whatever it is, and `shi` finds it with the plain words. A plain word has none.
 */
const KINDS = {
  order: 'o',
  group: 'g',
  sequence: 'n',
  external: 'x',
  email: 'e',
  customer: 'm',
  sku: 'k',
  gtin: 'u',
  seller: 'v',
  store: 'b',
  channel: 'c',
  origin: 'r',
  currency: 'y',
  status: 's',
  vtexStatus: 'sx',
  orionStatus: 'so',
  virtoStatus: 'sv',
  stage: 'st',
  payment: 'p',
  shipping: 'h',
  tag: 't',
  assignee: 'a',
  document: 'd',
  flag: 'f',
  facet: 'z',
  custom: 'q',
} as const;

export type TokenKind = keyof typeof KINDS;

/**
 * More tokens than this an order does not have, whatever it holds: every change of an order writes all of its tokens
 * anew. What identifies the order comes first, then SKUs and GTINs, then the words of names, so that the words of the last
 * lines are what a very long order cannot be found by.
 */
export const MOST_TOKENS = 1000;

/**
 * Four characters for an account, before every token of it: the postings of two accounts lie apart in one index. Two
 * accounts with the same four cost each other time and nothing else, because every search names the account as well.
 */
export function accountPrefix(account: string): string {
  return (hash(account) % 36 ** 4).toString(36).padStart(4, '0');
}

/** The token of a whole value, without the account's prefix. */
export function valueToken(kind: TokenKind, value: string): string {
  return `${identifierOf(value)}=${KINDS[kind]}`;
}

/** The words that the list row of an order knows about it and the tokens repeat. */
export interface ListedWords {
  readonly status: string;
  /** Null while no workflow runs. */
  readonly vtex_status: string | null;
  readonly orion_status: string;
  readonly virto_status: string;
  readonly stage: string;
  readonly payment_state: string;
  readonly shipping_state: string;
  readonly has_note: boolean;
  readonly on_hold: boolean;
  readonly complete: boolean;
  readonly deleted: boolean;
}

/** Everything a person may search the order by. */
export function tokensOf(order: Order, listed: ListedWords): Set<string> {
  const tokens = new Set<string>();
  addHead(tokens, order, listed);
  addPerson(tokens, order);
  const documents = describeDocuments(order);
  addTerms(
    tokens,
    documents.filter(({ kind }) => kind !== 'custom'),
  );
  for (const { sku, gtin, seller } of order.lines) {
    addNumber(tokens, 'sku', sku);
    if (gtin !== null) tokens.add(valueToken('gtin', gtin));
    if (seller !== null) addNumber(tokens, 'seller', seller);
    if (tokens.size > MOST_TOKENS) break;
  }
  // What an account made may be a thousand, and must not push out by whom and with what the order is found.
  const own = new Set<string>();
  addTerms(own, documents.filter(({ kind }) => kind === 'custom').slice(-MOST_OWN_TOKENS));
  addFields(own, order);
  for (const token of [...own].slice(0, MOST_OWN_TOKENS)) tokens.add(token);
  for (const { name } of order.lines) {
    addWords(tokens, name);
    if (tokens.size > MOST_TOKENS) break;
  }
  return tokens;
}

function addHead(tokens: Set<string>, order: Order, listed: ListedWords): void {
  const { head } = order;
  addNumber(tokens, 'order', head.orderId);
  if (head.number !== null) addNumber(tokens, 'order', head.number);
  tokens.add(valueToken('group', head.group));
  tokens.add(valueToken('sequence', String(head.sequence)));
  tokens.add(valueToken('status', listed.status));
  if (listed.vtex_status !== null) tokens.add(valueToken('vtexStatus', listed.vtex_status));
  tokens.add(valueToken('orionStatus', listed.orion_status));
  tokens.add(valueToken('virtoStatus', listed.virto_status));
  tokens.add(valueToken('stage', listed.stage));
  tokens.add(valueToken('payment', listed.payment_state));
  tokens.add(valueToken('shipping', listed.shipping_state));
  tokens.add(valueToken('store', head.store));
  tokens.add(valueToken('channel', head.channel));
  tokens.add(valueToken('origin', head.origin));
  tokens.add(valueToken('currency', head.currency));
  if (listed.has_note) tokens.add(valueToken('flag', 'note'));
  if (listed.on_hold) tokens.add(valueToken('flag', 'hold'));
  if (!listed.complete) tokens.add(valueToken('flag', 'incomplete'));
  if (listed.deleted) tokens.add(valueToken('flag', 'deleted'));
  for (const id of Object.values(head.externalIds)) addNumber(tokens, 'external', id);
  for (const tag of head.tags) tokens.add(valueToken('tag', tag));
  for (const facet of facetsOf(order)) tokens.add(valueToken('facet', facet));
  if (head.assignee !== null) tokens.add(valueToken('assignee', head.assignee));
}

function addPerson(tokens: Set<string>, { head }: Order): void {
  if (head.customerId !== null) tokens.add(valueToken('customer', head.customerId));
  if (head.buyer !== null) {
    const { email, firstName, lastName, company, phone, document } = head.buyer;
    if (email !== null) addNumber(tokens, 'email', email);
    for (const name of [firstName, lastName, company]) if (name !== null) addWords(tokens, name);
    for (const number of [phone, document]) if (number !== null) addDigits(tokens, number);
  }
  for (const { address } of head.deliveries) if (address?.receiver !== undefined) addWords(tokens, address.receiver);
  if (head.billingAddress?.receiver !== undefined) addWords(tokens, head.billingAddress.receiver);
}

const MOST_OWN_TOKENS = 300;

function addTerms(tokens: Set<string>, documents: readonly DescribedDocument[]): void {
  for (const { searchTerms } of documents) for (const term of searchTerms) addNumber(tokens, 'document', term);
}

/** Values of the account's own fields: whole under their name, and by their words. */
function addFields(tokens: Set<string>, { carried, documents }: Order): void {
  const values = [
    ...Object.entries(carried.fields).map(([target, held]) => [target.split(':')[0] ?? '', held] as const),
    ...Object.values(documents.custom).map(({ type, custom }) => [type, custom] as const),
  ];
  for (const [target, held] of values) {
    for (const [name, value] of Object.entries(shownValues(held))) {
      for (const each of [value].flat()) {
        tokens.add(fieldToken(target, name, String(each)));
        if (typeof each === 'string') addWords(tokens, each.slice(0, LONGEST_FIELD));
        if (tokens.size > MOST_OWN_TOKENS) return;
      }
    }
  }
}

/** Of longer texts only the beginning is searched. */
const LONGEST_FIELD = 200;

/** The token of a value of a field, without the account's prefix: of `order`, `line`, a kind or type of document. */
const fieldToken = (target: string, name: string, value: string): string =>
  valueToken('custom', `${target}.${name}:${value.slice(0, LONGEST_FIELD)}`);

function addWords(tokens: Set<string>, text: string): void {
  for (const word of wordsOf(fold(text))) tokens.add(word);
}

/** A number, code or address: whole, and what it falls into where it holds punctuation. `-01` alone finds nothing. */
function addNumber(tokens: Set<string>, kind: TokenKind, text: string): void {
  const whole = identifierOf(text);
  const token = `${whole}=${KINDS[kind]}`;
  // Lines repeat their seller.
  if (tokens.has(token)) return;
  tokens.add(token);
  for (const word of wordsOf(whole)) {
    if (word !== whole && (word.length > 2 || !/^\d+$/.test(word))) tokens.add(word);
  }
}

/** A telephone or document number is typed with any punctuation: its digits and letters in one. */
function addDigits(tokens: Set<string>, text: string): void {
  const whole = fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');
  if (whole.length > 1) tokens.add(identifierOf(whole));
}

/** The tokens as PostgreSQL reads a tsvector. */
export function tsvectorOf(account: string, tokens: ReadonlySet<string>): string {
  const prefix = accountPrefix(account);
  return [...tokens]
    .slice(0, MOST_TOKENS)
    .map((token) => quoted(prefix + token))
    .join(' ');
}

/** A lexeme inside quotes, as both tsvector and tsquery read it. */
export function quoted(token: string): string {
  const plain = !token.includes("'") && !token.includes('\\');
  return plain ? `'${token}'` : `'${token.replaceAll(/['\\]/g, '$&$&')}'`;
}
