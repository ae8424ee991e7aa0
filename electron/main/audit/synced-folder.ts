/** Folder names under which sync programs keep what they send away, as they stand on disk. */
const syncedNames = [
  /^onedrive(?: - .+)?$/,
  /^dropbox(?: \(.+\))?$/,
  /^icloud ?drive$/,
  /^mobile documents$/,
  /^cloudstorage$/,
  /^google ?drive$/,
  /^my drive$/,
  /^googledrivefs$/,
  /^nextcloud$/,
  /^owncloud$/,
  /^box(?: sync)?$/,
  /^pclouddrive$/,
  /^mega(?:sync)?$/,
  /^syncthing$/,
  /^tresorit$/,
];

/** Whether a path leads into a folder that a sync program sends to a cloud, by the names such programs use. */
export const isSynced = (path: string): boolean =>
  path
    .toLowerCase()
    .split(/[\\/]+/)
    .some((step) => syncedNames.some((name) => name.test(step)));
