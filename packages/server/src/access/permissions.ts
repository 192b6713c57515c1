/**
 * What a key may be given, by name. A route states exactly one of them; a key holds a list of them, or `*` for all.
 * Names are public and stable: they stand in the keys that merchants made. Document kinds name theirs from here.
 */
export const PERMISSIONS = {
  'orders.view': 'Read orders, their history, ledger and timeline.',
  'orders.export': 'Export orders as a file; what they hold is that of orders.view.',
  'orders.place': 'Place orders and complete their placement.',
  'orders.edit':
    'Payments, notes, log entries, tags, assignee, holds and free status; products, shipping and addresses of placed orders.',
  'orders.reprice': 'Change prices, discounts and taxes of placed orders; beside orders.edit.',
  'orders.overrule': 'Make edits of orders for which the rules of the account want the buyer asked, without asking.',
  'draft_orders.view': 'Read draft orders, what placing them would come to, and what is reserved for them.',
  'draft_orders.edit': 'Write, send, cancel and reopen draft orders, and reserve stock for them.',
  'draft_orders.place': 'Turn draft orders into orders.',
  'orders.invoice': 'Start handling and issue invoices.',
  'orders.ship': 'Send, change and track packages, mark as delivered, close short.',
  'orders.cancel': 'Request, confirm and deny cancellations.',
  'orders.refund': 'Issue return invoices and give money back.',
  'orders.share': 'Make and revoke links that open an order to whoever holds them.',
  'orders.delete': 'Delete orders and restore them.',
  'prices.view': 'See amounts and prices of orders, and find or sort orders by them.',
  'personal.view':
    'See whom orders and mails are about, in names, addresses, notes and words, and find orders by them.',
  'personal.forget': 'Forget a person: what is personal of them is destroyed everywhere, and nothing brings it back.',
  'orders.represent': 'Speak for a shopper, marketplace, seller, payment provider or carrier (Docket-Acting-As).',
  'access.view': 'Read keys and roles.',
  'access.edit': 'Make, change and remove keys and roles, within what the caller may do itself.',
  'settings.view': 'Read the settings of the account and the history of their changes.',
  'settings.edit': 'Change the account, its stores, channels, stock places, workflows and number templates.',
  'accounts.edit': 'Make further accounts of the installation; only for keys of its first account.',
  'catalogue.view': 'Read products.',
  'catalogue.edit': 'Load products.',
  'pricing.view': 'Read price lists, promotions and coupons, and ask what a basket costs.',
  'pricing.edit': 'Change price lists, promotions and coupons.',
  'payments.log':
    'Read what was said to payment providers and what they told; what stands in it takes personal.view and prices.view besides.',
  'payments.retry': 'Have events of payment providers applied again.',
  'credits.view': 'Read gift cards and store credit, and find a card by its code.',
  'credits.edit': 'Issue gift cards and store credit, and change what is on them.',
  'stock.view': 'Read stock.',
  'stock.edit': 'Set stock.',
  'customers.view': 'Read customers: without `personal.view` their ids alone.',
  'customers.edit': 'Load customers.',
  'shipping.view': 'Read shipping methods.',
  'shipping.edit': 'Load shipping methods.',
  'users.view': 'Read who works in the account.',
  'users.edit': 'Invite people, change their roles, disable and remove them, within what the caller may do itself.',
  'imports.view': 'Read imports of history: progress, sums and rejected rows.',
  'imports.edit': 'Import history: files and mappings become orders.',
  'mails.view': 'Read what became of mails.',
  'mails.edit': 'Send mails again.',
  'tasks.view': 'Read the tasks of the account: timers, mails and calls that wait or failed.',
  'tasks.edit': 'Have tasks that failed tried again.',
  'feeds.view': 'Read feeds and hooks, their items and deliveries.',
  'feeds.edit': 'Make, change, pause, replay and remove feeds and hooks; filters read whole orders.',
  'feeds.take': 'Take items out of feeds and commit them.',
  'mails.secrets': 'Read mails that let somebody in: codes, links of orders, invitations, new passwords.',
} as const;

export type Permission = keyof typeof PERMISSIONS;

/** What a key holds in the place of a list when it may do everything. */
export const EVERY_PERMISSION = '*';

export const isPermission = (name: string): name is Permission => Object.hasOwn(PERMISSIONS, name);

/** Whether a key with these permissions may do what the route asks for. */
export function permits(held: ReadonlySet<string>, asked: Permission): boolean {
  return held.has(asked) || held.has(EVERY_PERMISSION);
}
