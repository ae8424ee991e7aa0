export const registryKey = {
  title: 'Registry key',
  about:
    'This desk finds people in a directory that opens with a password of your organisation’s. Nobody has entered it on this computer yet.',
  label: 'Registry key (the directory’s password)',
  removeAbout: 'Nobody can find people at this desk until the key is entered again. All that was recorded stays.',
};
