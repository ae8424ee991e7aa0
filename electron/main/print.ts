import type { BrowserWindow } from 'electron';
import { fail, ok, type Result } from '../../shared/result.js';
import { origin, serveFiles } from './protocol.js';
import type { PrintedPage } from './reports/subject/make-subject-report.js';
import { createPrintWindow } from './window.js';

/** Milliseconds: a thousand pages take less. */
const patience = 120_000;

/** Rejects when the page's process is gone or too much time is. */
const gone = ({ webContents }: BrowserWindow): Promise<never> =>
  new Promise((_resolve, reject) => {
    const give = (): void => reject(new Error('the page was not printed'));
    webContents.once('render-process-gone', give);
    setTimeout(give, patience).unref();
  });

const printed = async (window: BrowserWindow): Promise<Uint8Array> => {
  await window.loadURL(`${origin}/report.html`);
  return window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate:
      '<p style="font-size:8px;text-align:center;width:100%"><span class="pageNumber"></span> / <span class="totalPages"></span></p>',
    // With its headings and its table for a screen reader; from Chromium 117 on.
    generateTaggedPDF: true,
  });
};

/** Prints a page as a PDF, in a window that nobody sees and in which nothing runs. Fails with `report-unprintable`. */
export const print = async ({ html, css }: PrintedPage): Promise<Result<Uint8Array>> => {
  const window = createPrintWindow();
  const { protocol } = window.webContents.session;
  const unserve = serveFiles(
    new Map([
      ['/report.html', { bytes: Buffer.from(html), type: 'text/html; charset=utf-8' }],
      ['/report.css', { bytes: Buffer.from(css), type: 'text/css; charset=utf-8' }],
    ]),
    { way: protocol },
  );
  try {
    return ok(await Promise.race([printed(window), gone(window)]));
  } catch {
    return fail('report-unprintable');
  } finally {
    window.destroy();
    unserve();
  }
};
