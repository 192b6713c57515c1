/** The same server and login, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl.replace('@/', '@localhost/'));
  url.pathname = `/${database}`;
  return url.href;
}
