import { app, dialog, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { SuggestedFile } from './reports/saving.js';

const endings: Readonly<Record<SuggestedFile['format'], string>> = {
  pdf: 'pdf',
  json: 'json',
  ocsf: 'ocsf.jsonl',
  csv: 'csv',
};

/** Has the person at the desk choose where a file goes; null when they close the dialog. */
export const askWhere = async (window: BrowserWindow, { name, format }: SuggestedFile): Promise<string | null> => {
  const ending = endings[format];
  // SECURITY: the dialog is the system's own; no page ever names a path.
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), `${name}.${ending}`),
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
  });
  return canceled || !filePath ? null : filePath;
};
