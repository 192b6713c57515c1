import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN } from '../../server/test/setup/api.js';
import { barriers } from './axe.js';
import { type Desk, openDesk } from './setup/desk.js';

/** What is marked in the editor. */
const MARKED =
  "(() => { const area = document.querySelector('textarea'); return area.value.slice(area.selectionStart, area.selectionEnd); })()";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.end());

const workflow = async (name: string) =>
  (await desk.server.ask('GET', `${ADMIN}/workflows/${name}`)).body as unknown as {
    version: number;
    retired: boolean;
    findings: readonly object[];
    draft: object | null;
  };

describe('a workflow', () => {
  it('is drawn, and a step tells what leads out of it', async () => {
    const page = await desk.open('/settings/workflows');
    await page.getByRole('link', { name: 'marketplace', exact: true }).click();
    const picture = page.getByRole('group', { name: 'Picture of the workflow' });
    await picture.waitFor();
    expect(await picture.getByRole('button').count()).toBe(19);
    await picture.getByRole('button', { name: 'Waits for the seller’s decision' }).focus();
    await page.getByText('Timer of 30 days: Deadline over').waitFor();
    await page.getByText('The other side says: not cancelled').waitFor();
    expect(await page.locator('path[data-lit]').count()).toBeGreaterThan(3);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Steps in words' }).click();
    await page.getByText('waiting-for-seller-decision', { exact: true }).waitFor();
    expect(await page.getByRole('row').count()).toBe(20);
    expect(await barriers(page)).toEqual([]);
  });

  it('is told in the reader’s language, also in dark on a phone', async () => {
    const page = await desk.open('/settings/workflows/complete', { dark: true, width: 380, language: 'de' });
    await page.getByRole('group', { name: 'Bild des Ablaufs' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByText('Ausführende Seite').click();
    await page.getByRole('button', { name: 'Freigabe an den Verkäufer' }).waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(380);
  });

  it('of the account is copied, mended line by line, published, and retired', async () => {
    const page = await desk.open('/settings/workflows');
    await page.getByRole('button', { name: 'New workflow' }).click();
    await page.getByRole('textbox', { name: 'Id' }).fill('made-to-order');
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await page.getByRole('heading', { name: 'made-to-order' }).waitFor();
    await page.getByRole('tab', { name: 'Draft' }).click();
    const editor = page.getByRole('textbox', { name: 'Table of the next version' });
    const right = await editor.inputValue();
    await editor.fill(right.replace('"start": "pending",', '"start": "pending"'));
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText(/This is not JSON: look at line \d/).waitFor();
    await editor.fill(right.replace('"handling_started": "processing"', '"handling_begun": "processing"'));
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('nothing in an order raises "handling_begun"').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page
      .getByRole('button', { name: /^Line \d+$/ })
      .first()
      .click();
    const marked = await page.evaluate<string>(MARKED);
    expect(marked).toContain('handling_begun');
    expect((await workflow('made-to-order')).findings.length).toBeGreaterThan(0);
    await editor.fill(right.replace('"label": "Pending"', '"label": "To be made"'));
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('Nothing stands against publishing this.').waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('button', { name: 'To be made' }).waitFor();
    expect(await workflow('made-to-order')).toMatchObject({ version: 1, draft: null });
    await page.getByRole('button', { name: 'Retire' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Retire' }).click();
    await page.getByRole('button', { name: 'Use again' }).waitFor();
    expect((await workflow('made-to-order')).retired).toBe(true);
  });
});
