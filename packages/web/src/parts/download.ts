import { docket } from '../docket';

/**
 * A CSV file of the API, saved under the name that it comes with. By a request of its own: the account is named in a header,
 * which a plain link would not send.
 */
export async function downloaded(path: string, otherwise: string): Promise<void> {
  const response = await docket.send({ method: 'GET', path }, { headers: { accept: 'text/csv' } });
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  save(await response.blob(), name ?? otherwise);
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
