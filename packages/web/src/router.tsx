import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { orderSearch } from './order-list/order-search';
import { queries } from './queries';
import { sessionQuery } from './session/session';
import { Desk } from './shell/desk';
import { LostPage } from './shell/lost-page';
import { BrokenPage } from './shell/broken-page';

const root = createRootRoute({ notFoundComponent: LostPage, errorComponent: BrokenPage });

/** Pages of people who have signed in; who has not, is asked to. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: Desk,
  beforeLoad: async ({ location }) => {
    const session = await queries.query({ ...sessionQuery, staleTime: 'static' });
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router is told
    if (session === null) throw redirect({ href: `/sign-in?next=${encodeURIComponent(location.href)}` });
  },
});

/** What buyers see, in a frame of its own: nobody of the desk is asked for here. */
const shopper = createRoute({
  getParentRoute: () => root,
  id: 'shopper',
  component: lazyRouteComponent(() => import('./shopper/shopper-shell'), 'ShopperShell'),
});

/** Each screen is a piece of script of its own, fetched when somebody goes there. */
const routes = root.addChildren([
  desk.addChildren([
    createRoute({
      getParentRoute: () => desk,
      path: '/',
      component: lazyRouteComponent(() => import('./home/home-page'), 'HomePage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/orders',
      validateSearch: orderSearch,
      component: lazyRouteComponent(() => import('./order-list/order-list-page'), 'OrderListPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/orders/$orderId',
      validateSearch: ({ version }: Record<string, unknown>): { version?: number } =>
        typeof version === 'number' && Number.isSafeInteger(version) && version > 0 ? { version } : {},
      component: lazyRouteComponent(() => import('./order/order-page'), 'OrderPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/orders/$orderId/documents/$documentId',
      component: lazyRouteComponent(() => import('./documents/document-page'), 'DocumentPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/orders/$orderId/drafts',
      component: lazyRouteComponent(() => import('./drafts/compare-page'), 'ComparePage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/orders/$orderId/drafts/$draftId',
      component: lazyRouteComponent(() => import('./drafts/draft-page'), 'DraftPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/orders/$orderId/built-in/$kind/$documentId',
      component: lazyRouteComponent(() => import('./order/built-in/built-in-page'), 'BuiltInPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/credits',
      component: lazyRouteComponent(() => import('./credits/credits-page'), 'CreditsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/credits/$credit',
      component: lazyRouteComponent(() => import('./credits/credit-page'), 'CreditPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/gateway-log',
      component: lazyRouteComponent(() => import('./payments/gateway-log-page'), 'GatewayLogPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/payment-events',
      component: lazyRouteComponent(() => import('./payments/payment-events-page'), 'PaymentEventsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/customers',
      component: lazyRouteComponent(() => import('./customers/customers-page'), 'CustomersPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/customers/$customerId',
      component: lazyRouteComponent(() => import('./customers/customer-page'), 'CustomerPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/draft-orders',
      component: lazyRouteComponent(() => import('./draft-orders/draft-orders-page'), 'DraftOrdersPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/draft-orders/$draftOrderId',
      component: lazyRouteComponent(() => import('./draft-orders/draft-order-page'), 'DraftOrderPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/drafts',
      component: lazyRouteComponent(() => import('./drafts/drafts-page'), 'DraftsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/edits',
      component: lazyRouteComponent(() => import('./settings/edits/edit-rules-page'), 'EditRulesPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/documents',
      component: lazyRouteComponent(() => import('./documents/documents-page'), 'DocumentsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/returns',
      component: lazyRouteComponent(() => import('./returns/returns-page'), 'ReturnsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/returns',
      component: lazyRouteComponent(() => import('./settings/returns/return-settings-page'), 'ReturnSettingsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/consignments',
      component: lazyRouteComponent(() => import('./consignments/consignments-page'), 'ConsignmentsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/consignments/$consignmentId',
      component: lazyRouteComponent(() => import('./consignments/consignment-page'), 'ConsignmentPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/feeds',
      component: lazyRouteComponent(() => import('./feeds/feeds-page'), 'FeedsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/feeds/$feed',
      component: lazyRouteComponent(() => import('./feeds/feed-page'), 'FeedPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/keys',
      component: lazyRouteComponent(() => import('./keys/keys-page'), 'KeysPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/imports',
      component: lazyRouteComponent(() => import('./imports/imports-page'), 'ImportsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/imports/$importId',
      component: lazyRouteComponent(() => import('./imports/import-page'), 'ImportPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/mails',
      component: lazyRouteComponent(() => import('./mails/mails-page'), 'MailsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/tasks',
      component: lazyRouteComponent(() => import('./tasks/tasks-page'), 'TasksPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/account',
      component: lazyRouteComponent(() => import('./settings/account/account-page'), 'AccountPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/stores',
      component: lazyRouteComponent(() => import('./settings/stores/stores-page'), 'StoresPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/products',
      component: lazyRouteComponent(() => import('./settings/products/products-page'), 'ProductsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/products/$sku',
      component: lazyRouteComponent(() => import('./settings/products/product-page'), 'ProductPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/prices',
      component: lazyRouteComponent(() => import('./settings/prices/prices-page'), 'PricesPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/prices/$priceList',
      component: lazyRouteComponent(() => import('./settings/prices/price-list-page'), 'PriceListPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/payments',
      component: lazyRouteComponent(() => import('./settings/payments/providers-page'), 'ProvidersPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/payments/$provider',
      component: lazyRouteComponent(() => import('./settings/payments/provider-page'), 'ProviderPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/taxes',
      component: lazyRouteComponent(() => import('./settings/taxes/taxes-page'), 'TaxesPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/people',
      component: lazyRouteComponent(() => import('./people/people-page'), 'PeoplePage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/holds',
      component: lazyRouteComponent(() => import('./settings/holds/holds-page'), 'HoldsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/forgetting',
      component: lazyRouteComponent(() => import('./forgetting/forgetting-page'), 'ForgettingPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/documents',
      component: lazyRouteComponent(() => import('./settings/documents/documents-page'), 'DocumentsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      // No type can have this name.
      path: '/settings/documents/new-type',
      component: lazyRouteComponent(() => import('./settings/documents/type-page'), 'NewTypePage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/documents/$type',
      component: lazyRouteComponent(() => import('./settings/documents/type-page'), 'TypePage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/workflows',
      component: lazyRouteComponent(() => import('./workflows/workflows-page'), 'WorkflowsPage'),
    }),
    createRoute({
      getParentRoute: () => desk,
      path: '/settings/workflows/$workflow',
      component: lazyRouteComponent(() => import('./workflows/workflow-page'), 'WorkflowPage'),
    }),
  ]),
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyRouteComponent(() => import('./session/sign-in-page'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invitation',
    component: lazyRouteComponent(() => import('./session/invitation-page'), 'InvitationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/new-password',
    component: lazyRouteComponent(() => import('./session/new-password-page'), 'NewPasswordPage'),
  }),
  shopper.addChildren([
    createRoute({
      getParentRoute: () => shopper,
      path: '/account',
      component: lazyRouteComponent(() => import('./shopper/own-orders-page'), 'OwnOrdersPage'),
    }),
    createRoute({
      getParentRoute: () => shopper,
      path: '/account/orders/$orderId',
      component: lazyRouteComponent(() => import('./shopper/own-order-page'), 'OwnOrderPage'),
    }),
    createRoute({
      getParentRoute: () => shopper,
      path: '/order',
      component: lazyRouteComponent(() => import('./shopper/guest-order-page'), 'GuestOrderPage'),
    }),
    createRoute({
      getParentRoute: () => shopper,
      path: '/draft-order',
      component: lazyRouteComponent(() => import('./shopper/draft-order-page'), 'DraftOrderPage'),
    }),
  ]),
]);

export const router = createRouter({ routeTree: routes, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
