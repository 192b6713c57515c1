'use strict';

/**
 * What `@vtex/clients` needs of `@vtex/api`: a class whose `http` sends paths to one host, with the headers of the options
 * under those of the call. The package itself only runs inside its platform (decision 0120).
 */
class JanusClient {
  constructor(context, { baseURL, headers }) {
    this.context = context;
    const send = async (method, path, body, config = {}) => {
      const response = await fetch(new URL(path, baseURL), {
        method,
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
          ...config.headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      const answered = text === '' ? undefined : JSON.parse(text);
      if (!response.ok) throw Object.assign(new Error(`${response.status}`), { status: response.status, answered });
      return answered;
    };
    this.http = {
      get: (path, config) => send('GET', path, undefined, config),
      post: (path, body, config) => send('POST', path, body, config),
    };
  }
}

exports.JanusClient = JanusClient;
