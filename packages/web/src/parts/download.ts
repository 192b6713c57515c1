import { docket } from '../docket';

/**
 * A CSV file of the API, saved under the name that it comes with. By a request of its own: the account is named in a header,
 * which a plain link would not send.
 */
export async function downloaded(path: string, otherwise: string): Promise<void> {
  const response = await docket.send({ method: 'GET', path }, { headers: { accept: 'text/csv' } });
  save(await response.blob(), nameOf(response) ?? otherwise);
}

/**
 * A file of the API, shown in a window of its own. The window is opened before it is asked for, or browsers would take it for
 * one that nobody wanted; where they open none all the same, the file is saved.
 */
export async function opened(ask: () => Promise<Response>): Promise<void> {
  const beside = window.open('', '_blank');
  try {
    const response = await ask();
    const file = await response.blob();
    if (beside === null) {
      save(file, nameOf(response) ?? 'paper.pdf');
      return;
    }
    beside.opener = null;
    beside.location.href = kept(file);
  } catch (error) {
    beside?.close();
    throw error;
  }
}

const nameOf = (response: Response): string | undefined =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = kept(file);
  link.download = name;
  link.click();
}

/** An address of the file for a minute, which is long enough to read it. */
function kept(file: Blob): string {
  const address = URL.createObjectURL(file);
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return address;
}
