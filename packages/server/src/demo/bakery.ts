import { CAKE_SHEET, SHELF } from './cake-sheet.js';
import { may } from '@docket/core/workflow/roles';
import { SIMPLE } from '@docket/core/workflow/simple';
import type { WorkflowTable } from '@docket/core/workflow/table';
import { BAKERY_ACCOUNT } from './accounts.js';
import { type Business, channel, product, store } from './business.js';
import { colleague, customers } from './people.js';
import type { Random } from './random.js';

/**
 * Krumenhof: bakeries under one name in three cities, each a store of one account. Bread is put into boxes and sent or
 * collected; cakes are made when they are paid, in a workflow of their own.
 */

export const CAKES = [
  product('CAKE-PLUM', 'Plum cake, 24 cm', 34, 201, 'cake'),
  product('CAKE-NUT', 'Walnut cake, 24 cm', 38.5, 202, 'cake'),
  product('CAKE-BERRY', 'Berry cake with cream', 46, 203, 'cake'),
];

export const BREADS = [
  product('BREAD-RYE', 'Rye bread, 1 kg', 6.9, 211, 'bread'),
  product('BREAD-SPELT', 'Spelt bread, 750 g', 6.4, 212, 'bread'),
  product('ROLLS-6', 'Rolls, 6 pieces', 4.2, 213, 'bread'),
  product('BRAID', 'Butter braid', 7.8, 214, 'bread'),
  product('JAM-APRICOT', 'Apricot jam, 220 g', 5.9, 215, 'ink'),
  product('GRANOLA', 'Granola, 400 g', 8.5, 216, 'bowl'),
  product('COFFEE-250', 'House coffee, 250 g', 9.8, 217, 'coffee'),
  product('BOX-SUNDAY', 'Sunday box for four', 29, 218, 'box'),
];

/** The simple workflow, with the steps in which a cake is paid and made. */
const CAKE_TO_ORDER: WorkflowTable = {
  ...SIMPLE,
  name: 'cake-to-order',
  version: 1,
  start: 'waiting_for_payment',
  stock: { confirmAt: 'payments_approved', consumeAt: 'package' },
  steps: {
    ...SIMPLE.steps,
    waiting_for_payment: {
      kind: 'waits',
      label: 'Waiting for payment',
      on: { payments_approved: 'in_the_bakery', payment_denied: 'cancelled', cancellation_asked: 'cancelled' },
      commands: may('approve_payment', 'deny_payment', 'notify_payment', 'request_cancellation'),
    },
    in_the_bakery: {
      kind: 'waits',
      label: 'In the bakery',
      on: {
        'set:pending': 'pending',
        cancellation_asked: 'stop_asked',
        refunded_fully: { through: ['cancelled'], to: 'refunded' },
      },
      commands: may('set_status', 'request_cancellation', 'refund'),
    },
    stop_asked: {
      kind: 'timer',
      label: 'Asked to stop',
      interrupts: true,
      timer: { name: 'cancellation_deadline', after: 604_800, raises: 'deadline_over' },
      on: { cancellation_confirmed: 'cancelled', deadline_over: 'cancelled', cancellation_denied: { back: true } },
      commands: may('confirm_cancellation', 'deny_cancellation', 'end_deadline'),
    },
    pending: { ...SIMPLE.steps['pending'], kind: 'waits', label: 'Out of the oven' },
  },
};

export const BAKERIES = [
  { store: 'wien', name: 'Krumenhof Wien', place: 'wien', currency: 'EUR', region: 'austria' },
  { store: 'graz', name: 'Krumenhof Graz', place: 'graz', currency: 'EUR', region: 'austria' },
  { store: 'zuerich', name: 'Krumenhof Zürich', place: 'zuerich', currency: 'CHF', region: 'switzerland' },
] as const;

export const bakery = (random: Random): Business => ({
  account: BAKERY_ACCOUNT,
  settings: {
    name: 'Krumenhof',
    languages: ['de', 'en'],
    timeZone: 'Europe/Vienna',
    orderNumbers: '{store}-{sequence:5}',
    defaultWorkflow: 'simple',
  },
  stores: BAKERIES.map(({ store: name, name: called, currency }) =>
    store(name, called, {
      currency,
      ...(currency === 'CHF' ? { timeZone: 'Europe/Zurich', languages: ['de-CH'] } : {}),
    }),
  ),
  channels: [
    channel('online', 'Order online', 'shop'),
    channel('phone', 'Telephone', 'phone'),
    ...BAKERIES.map(({ store: name }) => channel(`till-${name}`, `Till ${name}`, 'point_of_sale', name)),
  ],
  places: BAKERIES.map(({ place, name }) => ({ place, name, active: true, address: null })),
  methods: [
    { code: 'collect', name: 'Collect in the bakery', price: 0, currency: 'EUR' },
    { code: 'bike', name: 'By bike, in town', price: 390, currency: 'EUR' },
  ],
  products: [...CAKES, ...BREADS],
  customers: customers(random, ['de-AT', 'de-AT', 'de-CH'], 7_001, 40),
  workflows: [CAKE_TO_ORDER],
  documentTypes: [CAKE_SHEET],
  fields: [SHELF],
  colleagues: [
    colleague('theres', 'Theres Almgruber', 'manager'),
    colleague('emil', 'Emil Thalhuber', 'warehouse', ['wien']),
    colleague('magda', 'Magda Edlbauer', 'warehouse', ['graz']),
    colleague('reto', 'Reto Ammerli', 'warehouse', ['zuerich']),
  ],
  keys: [
    { name: 'shop', label: 'Order page', permissions: ['orders.view', 'orders.place', 'orders.edit', 'orders.cancel'] },
    { name: 'payments', label: 'Payment provider', permissions: ['orders.edit', 'orders.represent'] },
    { name: 'carrier', label: 'Bike couriers', permissions: ['orders.ship', 'orders.represent'] },
  ],
  views: [
    { name: 'In the bakery', query: { status: ['in_the_bakery', 'stop_asked'] } },
    { name: 'Wien', query: { store: ['wien'] } },
    { name: 'Graz', query: { store: ['graz'] } },
    { name: 'Zürich', query: { store: ['zuerich'] } },
  ],
  feeds: [
    {
      feed: 'screens-in-the-bakery',
      name: 'What is to be made',
      filter: { type: 'status', statuses: ['in_the_bakery', 'stop_asked', 'cancelled'], document: 'docket' },
    },
  ],
});
