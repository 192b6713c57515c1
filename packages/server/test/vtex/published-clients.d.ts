// The three packages bring no types that compile here: two have none, those of the third need its transport.
declare module 'vtex-commons' {
  interface Orders {
    LoadOrder(parameters: { orderId: string }): Promise<Record<string, unknown>>;
    ListOrders(parameters: { filter: string }): Promise<{ list: Record<string, unknown>[]; paging: { total: number } }>;
    CancelOrder(parameters: { orderId: string }): Promise<Record<string, unknown>>;
  }
  class Vtex {
    constructor(options: { store: string; credentials?: boolean; appKey: string; appToken: string });
    OMS(): Orders;
  }
  export { Vtex as default };
}
declare module 'template-vtex' {
  interface Answer<Data> {
    readonly status: number;
    readonly data: Data;
  }
  class Vtex {
    constructor(accountName: string, appKey: string, appToken: string);
    readonly Order: {
      getById(orderId: string): Promise<Answer<Record<string, unknown>>>;
      lists(params: Record<string, unknown>): Promise<Answer<{ list: Record<string, unknown>[] }>>;
      readonly Feed: {
        get(maxLot: number): Promise<Answer<{ orderId: string; state: string; handle: string }[]>>;
        getConfig(): Promise<Answer<Record<string, unknown>>>;
      };
    };
  }
  export { Vtex as default };
}
declare module '@vtex/clients/build/clients/oms.js' {
  export class OMS {
    constructor(context: object, options: { baseURL: string; headers: Record<string, string> });
    order(id: string): Promise<Record<string, unknown>>;
    listOrders(): Promise<{ list: Record<string, unknown>[] }>;
    orderNotification(id: string, body: object): Promise<Record<string, unknown>>;
    cancelOrder(id: string): Promise<Record<string, unknown>>;
  }
}
