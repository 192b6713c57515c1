import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { withExamples } from './openapi-examples.js';

/** A slip of paper with its lines, and the name. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 40"><g fill="none" stroke="#fff" stroke-width="2.5"><path d="M6 5h22v30l-5.5-4-5.5 4-5.5-4L6 35z"/><path d="M11 13h12M11 20h12"/></g><text x="40" y="28" fill="#fff" font-family="sans-serif" font-size="24">Docket</text></svg>`;

/** The OpenAPI document, made from the schemas that validate, and the page to read it at `/docs`. Local assets only. */
export async function describeApi(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    transformObject: (document) =>
      withExamples('openapiObject' in document ? document.openapiObject : document.swaggerObject),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Docket',
        version,
        description:
          'An order lives its whole life here. Amounts are integers of minor units, unit prices millionths of the major unit, times UTC. Refusals are problem details (RFC 9457); every code stands at /docs/refusals.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: 'http://127.0.0.1:4000', description: 'As `npm start` starts it.' }],
      components: {
        securitySchemes: {
          appKey: { type: 'apiKey', in: 'header', name: 'X-VTEX-API-AppKey' },
          appToken: { type: 'apiKey', in: 'header', name: 'X-VTEX-API-AppToken' },
          session: { type: 'apiKey', in: 'cookie', name: 'docket_session' },
          shopper: {
            type: 'http',
            scheme: 'bearer',
            description: 'Of a shopper, by /api/v1/account/sign-in; for /api/v1/account alone.',
          },
          basic: { type: 'http', scheme: 'basic', description: 'Key and token.' },
        },
      },
      security: [{ appKey: [], appToken: [] }, { basic: [] }, { session: [] }],
      tags: [
        { name: 'orders', description: 'Placing, reading, finding and removing orders.' },
        {
          name: 'draft orders',
          description: 'Orders that staff prepare, reserve stock for, send to their buyer, and place.',
        },
        { name: 'payments', description: 'What became of the money.' },
        {
          name: 'payment providers',
          description: 'Who moves the money: settings, what was said to them, and what they told by themselves.',
        },
        { name: 'gift cards and store credit', description: 'What buyers have with the shop.' },
        { name: 'fulfilment', description: 'Handling, invoices, shipments and packages.' },
        { name: 'consignments', description: 'What a carrier takes in one go, of many orders.' },
        { name: 'papers', description: 'What is printed: pick lists, packing slips, labels.' },
        { name: 'cancellation', description: 'Asking for it, and answering.' },
        { name: 'returns', description: 'Goods or money that go back.' },
        { name: 'edits', description: 'Changes of placed orders, and drafts of them.' },
        { name: 'annotations', description: 'Notes, log, tags, assignee: nothing that moves an order.' },
        { name: 'holds', description: 'What makes a part of the work wait, and lets it go on.' },
        { name: 'previews', description: 'What a command would do, and doing exactly that.' },
        { name: 'session', description: 'Logging in and out, and what people do about their own login.' },
        { name: 'users', description: 'The people who work in the account.' },
        { name: 'history', description: 'Events, ledger, timeline.' },
        { name: 'views', description: 'Saved queries of the order list.' },
        { name: 'feeds', description: 'What other systems are told: feeds they take from, hooks that call them.' },
        { name: 'access', description: 'Keys, roles, and who is asking.' },
        { name: 'shopper', description: 'What buyers see and ask of their own orders, and the links that let them.' },
        { name: 'imports', description: 'History from another system: files, mapping, progress, rejected rows.' },
        { name: 'tasks', description: 'What Docket does by itself: timers, mails and calls that wait or failed.' },
        { name: 'mails', description: 'What Docket wrote to whom, and what became of it.' },
        { name: 'taxes', description: 'Tax rates, the tax provider of each store, and what was told to tax services.' },
        { name: 'pricing', description: 'Price lists, promotions, coupons, and what a basket costs.' },
        { name: 'loading', description: 'Products, stock, customers and shipping methods.' },
        {
          name: 'documents',
          description: 'Documents and fields that the account made, and documents of every kind over all orders.',
        },
        { name: 'workflows', description: 'Built-in ones to read and copy, and those of the account.' },
        { name: 'settings', description: 'What the account is set up with, and who changed it when.' },
      ],
    },
    // Without it the components are called def-0, def-1, …
    refResolver: {
      buildLocalReference: (json, _base, _fragment, index) =>
        typeof json['$id'] === 'string' ? json['$id'] : `def-${index}`,
    },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    uiConfig: { docExpansion: 'none', persistAuthorization: true },
    logo: { type: 'image/svg+xml', content: Buffer.from(LOGO), href: '/docs' },
    theme: { title: 'Docket API' },
  });
}
