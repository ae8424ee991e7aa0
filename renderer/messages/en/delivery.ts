export const delivery = {
  title: 'Collectors',
  about: 'Every entry goes to these, in order, at least once.',
  delivered: 'Collector: everything delivered',
  waiting_one: 'Collector: {{shown}} entry waiting since {{since}}',
  waiting_other: 'Collector: {{shown}} entries waiting since {{since}}',
  stopped: 'Lookups have stopped: the collector is behind',
  fine: 'has everything',
  behind_one: '{{shown}} entry waiting since {{since}}',
  behind_other: '{{shown}} entries waiting since {{since}}',
} as const;
